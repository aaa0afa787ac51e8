import type { Edtf } from '../../core/edtf.ts'
import type { Span } from '../../core/span.ts'
import { sentenceIndexAt } from '../reader/offsets.ts'
import type { Document } from '../types/document.ts'
import type { DateExpression, Said } from '../types/extraction.ts'
import { type Finding, isPassedOn } from '../types/finding.ts'
import { continuesStatement } from './said/continued-statement.ts'
import type { Dating } from './said/date-role.ts'
import { type DatingContext, extentOf } from './said/dating-context.ts'
import { EarlierStatements } from './said/earlier-statements.ts'
import { headAbove, headDates } from './said/head-date.ts'
import { introducedDate } from './said/introduced-date.ts'
import { speakerNames } from './said/last-names.ts'
import { afterCue, ownDating } from './said/own-date.ts'
import { notAfterPublication, toSaid, unknownDate } from './said-by-publication.ts'

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
    const dated = (dating: Dating | undefined): Said | undefined => {
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
    const previous = before === undefined ? undefined : findings[before]
    const stated = isInner
      ? dated(afterCue(context, finding, dates))
      : (dated(ownDating(context, finding, dates)) ??
        continuedBeside(context, previous, finding, continued) ??
        dated(introducedDate(context, finding, previous)) ??
        dated(headAbove(heads, finding)) ??
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
