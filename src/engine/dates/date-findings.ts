import { type Edtf, edtfOf, formatInterval } from '../../core/edtf.ts'
import type { Span } from '../../core/span.ts'
import { sentenceIndexAt, tokenAt } from '../reader/offsets.ts'
import type { Document, Token } from '../types/document.ts'
import type { DateExpression, Said } from '../types/extraction.ts'
import { type Finding, isPassedOn } from '../types/finding.ts'
import { previousOccurrence } from './past-dates.ts'
import { continuesStatement } from './said/continued-statement.ts'
import type { Dating } from './said/date-role.ts'
import { roleInCueSentence, strongestDating } from './said/date-role.ts'
import { cueSentence, type DatingContext, extentOf, spansWithin } from './said/dating-context.ts'
import { EarlierStatements } from './said/earlier-statements.ts'
import { headAbove, headDates } from './said/head-date.ts'
import { introducedDate } from './said/introduced-date.ts'
import { speakerNames } from './said/last-names.ts'
import { sameDayDating } from './said/same-day.ts'
import { stampAfter, stampBefore, stampOfMessage } from './said/stamp.ts'

/**
 * Dates each statement. The result is parallel to `findings`. The date comes from the sentence that reports the
 * statement, else from the sentence that introduces it, else from the previous statement of the same speaker. A date of
 * an event before the statement is a lower bound. Without any date, the statement was made on or before publication.
 * `names` has the name of each speaker, parallel to `findings`; null if the text does not tell.
 */
export function dateFindings(
  document: Document,
  findings: readonly Finding[],
  dates: readonly DateExpression[],
  published: Edtf | null,
  names: readonly (string | null)[] = [],
): Said[] {
  const context: DatingContext = {
    document,
    names: speakerNames(document.tokens, findings),
    dates: outsideContent(dates, findings),
  }
  const said: Said[] = findings.map(() => unknownDate(published))
  const earlier = new EarlierStatements(document)
  const inner = new Set(findings.flatMap((finding) => (isPassedOn(finding) ? [] : (finding.inner ?? []))))
  const heads = headDates(document, findings, dates).filter(
    ({ date: { earliest } }) => !published?.latest || !earliest || earliest <= published.latest,
  )
  let before: number | undefined
  for (const index of inTextOrder(findings)) {
    const finding = findings[index]!
    if (isPassedOn(finding)) continue
    const isInner = inner.has(finding)
    const right = (dating: Dating | undefined): Said | undefined => {
      const kept = dating && notAfterPublication(context, dating, finding, published)
      return kept && toSaid(kept, published)
    }
    const continued = (): Said | undefined => {
      const candidates = [before, earlier.of(names[index], finding)]
      for (const other of candidates) {
        if (other === undefined) continue
        const same = names[index] && names[other] ? names[index] === names[other] : undefined
        if (other !== before && !same) continue
        const carried = { said: said[other]!, same }
        if (continuesStatement(context, findings[other]!, finding, carried)) return said[other]
      }
      return undefined
    }
    const inHead = (): Said | undefined => right(headAbove(heads, finding))
    const previous = before === undefined ? undefined : findings[before]
    const stated = isInner
      ? right(afterCue(context, finding, dates))
      : (right(ownDating(context, finding, dates)) ??
        continuedBeside(context, previous, finding, continued) ??
        right(introducedDate(context, finding, previous)) ??
        inHead() ??
        continued())
    if (stated) said[index] = stated
    if (isInner) continue
    earlier.add(names[index], index, finding)
    before = index
  }
  return said
}

const inTextOrder = (findings: readonly Finding[]): number[] =>
  findings
    .map((finding, index) => ({ index, start: finding.content[0]?.start ?? 0 }))
    .sort((a, b) => a.start - b.start)
    .map(({ index }) => index)

/**
 * Returns the dates outside reported words, because dates inside them date the topic. Dates inside a question stay,
 * because they may bound the answer.
 */
function outsideContent(dates: readonly DateExpression[], findings: readonly Finding[]): DateExpression[] {
  const contents: Span[] = []
  for (const finding of findings) {
    if (finding.polarity === 'asked' || isPassedOn(finding)) continue
    for (const span of finding.content) contents.push(span)
  }
  contents.sort((a, b) => a.start - b.start)
  let next = 0
  let reached = 0
  return dates.filter(({ start }) => {
    while (next < contents.length && contents[next]!.start <= start) {
      reached = Math.max(reached, contents[next]!.end)
      next++
    }
    return start >= reached
  })
}

/** Returns the date that a statement has by itself: after its cue, in its stamp, or in the sentence of its cue. */
function ownDating(
  context: DatingContext,
  finding: Finding,
  all: readonly DateExpression[],
): Dating | undefined {
  return (
    afterCue(context, finding, all) ??
    stampOfMessage(context, finding, all) ??
    stampAfter(context, finding, all) ??
    stampBefore(context, finding, all) ??
    inCueSentence(context, finding) ??
    sameDayDating(context, finding)
  )
}

/** Returns the date of the statement in the sentence before, whose date is more certain than others of that sentence. */
function continuedBeside(
  { document }: DatingContext,
  previous: Finding | undefined,
  finding: Finding,
  continued: () => Said | undefined,
): Said | undefined {
  if (!previous) return undefined
  const apart =
    sentenceIndexAt(document, extentOf(finding).start) - sentenceIndexAt(document, extentOf(previous).end - 1)
  return apart <= 1 ? continued() : undefined
}

/**
 * Returns the date right after the cue, even if the content seems to begin there. Example: "Lee said Tuesday the road
 * would open".
 */
function afterCue(
  { document: { tokens } }: DatingContext,
  { cue, type }: Finding,
  all: readonly DateExpression[],
) {
  if (!cue || type === 'direct') return undefined
  const first = tokenAt(tokens, cue.end)
  const at =
    tokens[first]?.lower === 'on' || tokens[first]?.lower === 'in' ? tokens[first + 1] : tokens[first]
  const [date] = at ? spansWithin(all, at) : []
  const next = date && tokens[tokenAt(tokens, date.end)]
  if (next?.lower === "'s" || next?.lower === "'") return undefined
  if (date && isPeriodOfTopic(tokens, cue, date)) return undefined
  return date && at?.sentence === tokens[first - 1]?.sentence ? { date, role: 'dates' as const } : undefined
}

/**
 * Returns true for a period beside a present tense or a perfect, which belongs to the words: "Villagers say this year the
 * lake is low", "has warned in the past week".
 */
const isPeriodOfTopic = (
  tokens: readonly Token[],
  cue: Span,
  { basis, precision }: DateExpression,
): boolean =>
  basis !== 'stated' && precision !== 'day' && PRESENT.test(tokens[tokenAt(tokens, cue.start)]?.lower ?? '')

const PRESENT = /^(?:say|tell|argue|warn|has|have|(?!(?:was|is)$)[a-z]+[^s]s)$/

/** The longest distance between a cue and its date, in characters. */
const NEAR = 400

/** Returns the date after the cue, else the date between speaker and cue, else the opening date. Bounds come last. */
function inCueSentence(context: DatingContext, finding: Finding): Dating | undefined {
  const sentence = cueSentence(context, finding)
  const { cue } = finding
  if (!sentence || !cue) return undefined
  const { tokens } = context.document
  const dates = spansWithin(context.dates, {
    start: Math.max(sentence.start, cue.start - NEAR),
    end: Math.min(sentence.end, cue.end + NEAR),
  }).filter((date) => date.start > cue.end + 1 || !isPeriodOfTopic(tokens, cue, date))
  const after = dates.filter(({ start }) => start >= cue.end)
  const before = dates.filter(({ start }) => start < cue.end).reverse()
  return strongestDating([...after, ...before], (date) => roleInCueSentence(context, finding, sentence, date))
}

/**
 * Moves a date after publication to the same date before publication, because the words were said by then. "in August"
 * is the last August, not the next. Returns undefined if there is no earlier date.
 */
function notAfterPublication(
  context: DatingContext,
  { date, role }: Dating,
  finding: Finding,
  published: Edtf | null,
): Dating | undefined {
  if (!published?.latest || !date.earliest || date.earliest <= published.latest) return { date, role }
  if (finding.polarity === 'future') return { date, role }
  const after = finding.cue !== null && date.start >= finding.cue.end
  const opening = date.start - (cueSentence(context, finding)?.start ?? 0) <= PREPOSITION
  const earlier = after || opening ? previousOccurrence(date) : undefined
  return earlier && earlier.earliest! <= published.latest ? { date: earlier, role } : undefined
}

/** The length of "In " and similar openings, in characters. */
const PREPOSITION = 6

function toSaid({ date, role }: Dating, published: Edtf | null): Said | undefined {
  const expression = { start: date.start, end: date.end }
  const { edtf, earliest, latest, precision, basis } = date
  if (role === 'dates') {
    const end = published?.latest ?? null
    // The words were said by the day of publication, although "earlier this month" reaches beyond it.
    const isCut = end !== null && earliest !== null && latest !== null && earliest <= end && end < latest
    return isCut
      ? { ...edtfOf(earliest, end), basis, expression }
      : { edtf, earliest, latest, precision, basis, expression }
  }
  const until = published?.latest ?? null
  if (earliest === null || (until !== null && earliest > until)) return undefined
  const bounds = edtfOf(earliest, until)
  return { ...bounds, edtf: upTo(earliest, published), basis: 'bounded', expression }
}

/** Returns the date of an undated statement: on or before publication. */
function unknownDate(published: Edtf | null): Said {
  const latest = published?.latest ?? null
  return {
    edtf: upTo(null, published),
    earliest: null,
    latest,
    precision: 'open',
    basis: 'publication',
    expression: null,
  }
}

/** Returns an interval that ends with publication, with the qualifiers of a single publication date. */
function upTo(earliest: string | null, published: Edtf | null): string {
  if (!published?.latest || published.edtf.includes('/'))
    return formatInterval(earliest, published?.latest ?? null)
  return `${earliest ?? '..'}/${published.edtf}`
}
