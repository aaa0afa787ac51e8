import { addDays, addMonths, monthRange } from '../../core/calendar.ts'
import { type Edtf, edtfOf, formatInterval } from '../../core/edtf.ts'
import type { Span } from '../../core/span.ts'
import { tokenAt } from '../reader/offsets.ts'
import type { Document } from '../types/document.ts'
import type { DateExpression, Said } from '../types/extraction.ts'
import type { Finding } from '../types/finding.ts'
import type { Dating } from './said/date-role.ts'
import { roleInCueSentence, strongestDating } from './said/date-role.ts'
import { cueSentence, type DatingContext, spansWithin } from './said/dating-context.ts'
import { continuesStatement, introducedDate, speakerNames } from './said/introduced-date.ts'

/**
 * When each statement was made, parallel to `findings`: by a date in the sentence that reports it, else by the
 * sentence that introduces it, else as the words of the same speaker just before it. Where the text dates only an
 * event that the words came after, that bounds them; where it gives no date at all they were said on or before
 * publication, which is all that is known.
 */
export function dateFindings(
  document: Document,
  findings: readonly Finding[],
  dates: readonly DateExpression[],
  published: Edtf | null,
): Said[] {
  const scene: DatingContext = {
    document,
    names: speakerNames(document.tokens, findings),
    dates: outsideContent(dates, findings),
  }
  const said: Said[] = findings.map(() => unknownDate(published))
  let before: number | undefined
  for (const index of inTextOrder(findings)) {
    const finding = findings[index]!
    const own = datingOf(scene, finding, dates, published)
    const stated = own && toSaid(own, published)
    if (stated) said[index] = stated
    else if (before !== undefined && continuesStatement(scene, findings[before]!, finding, said[before]!)) {
      said[index] = said[before]!
    }
    before = index
  }
  return said
}

const inTextOrder = (findings: readonly Finding[]): number[] =>
  findings
    .map((finding, index) => ({ index, start: finding.content[0]?.start ?? 0 }))
    .sort((a, b) => a.start - b.start)
    .map(({ index }) => index)

/** Dates within what is said date what is talked about; those of a question bound the answer. */
function outsideContent(dates: readonly DateExpression[], findings: readonly Finding[]): DateExpression[] {
  const contents: Span[] = []
  for (const { content, polarity } of findings) {
    if (polarity === 'asked') continue
    for (const span of content) contents.push(span)
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

function datingOf(
  scene: DatingContext,
  finding: Finding,
  all: readonly DateExpression[],
  published: Edtf | null,
): Dating | undefined {
  const right = (dating: Dating | undefined) => dating && seenFrom(scene, dating, finding, published)
  return (
    right(afterCue(scene, finding, all)) ??
    right(inCueSentence(scene, finding)) ??
    right(introducedDate(scene, finding))
  )
}

/** "Lee said Tuesday the road would open": the date right after the cue, even where the words are taken to begin there. */
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
  return date && at?.sentence === tokens[first - 1]?.sentence ? { date, role: 'dates' as const } : undefined
}

/** Characters on either side of a cue in which a date may be its own. */
const NEAR = 400

/** The date after the cue, else between speaker and cue, else the one that opens the sentence; bounds come last. */
function inCueSentence(scene: DatingContext, finding: Finding): Dating | undefined {
  const sentence = cueSentence(scene, finding)
  const { cue } = finding
  if (!sentence || !cue) return undefined
  const dates = spansWithin(scene.dates, {
    start: Math.max(sentence.start, cue.start - NEAR),
    end: Math.min(sentence.end, cue.end + NEAR),
  })
  const after = dates.filter(({ start }) => start >= cue.end)
  const before = dates.filter(({ start }) => start < cue.end).reverse()
  return strongestDating([...after, ...before], (date) => roleInCueSentence(scene, finding, sentence, date))
}

/** Words that were said were said by publication: "in August" for a coming one is the August before. */
function seenFrom(
  scene: DatingContext,
  { date, role }: Dating,
  finding: Finding,
  published: Edtf | null,
): Dating | undefined {
  if (!published?.latest || !date.earliest || date.earliest <= published.latest) return { date, role }
  if (finding.polarity === 'future') return { date, role }
  const after = finding.cue !== null && date.start >= finding.cue.end
  const opening = date.start - (cueSentence(scene, finding)?.start ?? 0) <= PREPOSITION
  const earlier = after || opening ? oneBefore(date) : undefined
  return earlier && earlier.earliest! <= published.latest ? { date: earlier, role } : undefined
}

/** Characters of "In " and the like. */
const PREPOSITION = 6

function oneBefore(date: DateExpression): DateExpression | undefined {
  const { earliest, latest, rule } = date
  if (earliest === null || latest === null) return undefined
  if (rule === 'weekday') return { ...date, ...edtfOf(addDays(earliest, -7), addDays(latest, -7)) }
  if (rule !== 'part-of-year') return undefined
  const from = addMonths(earliest, -12)
  const month =
    date.precision === 'month' ? monthRange(Number(from.slice(0, 4)), Number(from.slice(5, 7))) : null
  return { ...date, ...edtfOf(from, month ? month.latest : addMonths(latest, -12)) }
}

function toSaid({ date, role }: Dating, published: Edtf | null): Said | undefined {
  const expression = { start: date.start, end: date.end }
  const { edtf, earliest, latest, precision, basis } = date
  if (role === 'dates') return { edtf, earliest, latest, precision, basis, expression }
  const until = published?.latest ?? null
  if (earliest === null || (until !== null && earliest > until)) return undefined
  const bounds = edtfOf(earliest, until)
  return { ...bounds, edtf: upTo(earliest, published), basis: 'bounded', expression }
}

/** All that is known of words without a date: that they were said on or before publication. */
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

/** An interval that ends with publication, whose own text is kept with its marks of doubt where it is one date. */
function upTo(earliest: string | null, published: Edtf | null): string {
  if (!published?.latest || published.edtf.includes('/'))
    return formatInterval(earliest, published?.latest ?? null)
  return `${earliest ?? '..'}/${published.edtf}`
}
