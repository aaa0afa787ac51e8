import type { Edtf } from '../../../core/edtf.ts'
import { contains, overlaps, type Span } from '../../../core/span.ts'
import { ISSUING_PARTICIPLES, SPEAKING_WORDS } from '../../lexicon/dates/said-words.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Range } from '../../reader/words.ts'
import type { Sentence, Token } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import type { DatingContext } from './dating-context.ts'
import { afterDateline, endsClause, isAccompanied } from './lead-words.ts'
import { type DateRole, REACH, roleAfter, roleBefore, roleBetween } from './role-by-words.ts'

/** A date and its relation to a statement. */
export interface Dating {
  readonly date: DateExpression
  readonly role: Exclude<DateRole, 'none'>
}

/** The precisions fine enough for a date that is near a statement but not its own. */
const FINE: ReadonlySet<string> = new Set(['day', 'week', 'month'])

/** Returns true for a day, a week or a month. */
export const isFineGrained = ({ precision }: Edtf): boolean => FINE.has(precision)

/** Returns the first date that dates the words, else the first fine-grained date that bounds them. */
export function strongestDating(
  dates: readonly DateExpression[],
  roleOf: (date: DateExpression) => DateRole,
): Dating | undefined {
  let bounds: Dating | undefined
  for (const date of dates) {
    const role = roleOf(date)
    if (role === 'dates') return { date, role }
    if (role === 'bounds' && isFineGrained(date)) bounds ??= { date, role }
  }
  return bounds
}

const rangeOf = (tokens: readonly Token[], span: Span): Range => ({
  first: tokenAt(tokens, span.start),
  last: tokenAt(tokens, span.end),
})

/** Returns the relation of a statement to a date in the sentence of its cue. */
export function roleInCueSentence(
  { document: { tokens } }: DatingContext,
  finding: Finding,
  sentence: Sentence,
  date: DateExpression,
): DateRole {
  const { cue, speaker, content } = finding
  if (!cue || content.some((span) => contains(span, date))) return 'none'
  const at = rangeOf(tokens, date)
  const after = rangeOf(tokens, cue)
  const by = speaker && rangeOf(tokens, speaker)
  if (speaker && overlaps(speaker, date)) {
    return isIssued(tokens, at) || closesSpeaker(tokens, at, speaker, date) ? 'dates' : 'none'
  }
  if (date.start >= cue.end) {
    if (by && isRelative(tokens, by.first) && content.some((span) => span.end <= date.start)) return 'none'
    if (date.precision === 'year' && isFarYear(tokens, after.last, at.first)) return 'none'
    if (followsAside(tokens, content, after, at.first)) return 'none'
    const from = by && by.first >= after.last && by.last <= at.first ? by.last : after.last
    return roleAfter(tokens, at, from)
  }
  if (by && date.start >= speaker.end) {
    if (isAccompanied(tokens, at, after)) return 'dates'
    return roleBetween(tokens, at, by.last, after.first)
  }
  const to = Math.min(after.first, by?.first ?? after.first)
  if (endsClause(tokens, at.last, to)) return 'none'
  return roleBefore(tokens, at, leadStart(finding, sentence, tokens, at.first))
}

/** Returns true for a year far from its verb, without a word of speaking between: "told them of life in the camp in 1987". */
function isFarYear(tokens: readonly Token[], from: number, year: number): boolean {
  if (year - from <= CLOSE_YEAR) return false
  for (let index = from; index < Math.min(year, from + REACH); index++)
    if (SPEAKING_WORDS.has(tokens[index]?.lower ?? '')) return false
  return true
}

/** The most tokens between a verb and its year: "told them in 1987". */
const CLOSE_YEAR = 2

/** Returns true for a date after the aside that holds the report: "Lee, after saying it rained, left on Monday". */
function followsAside(
  tokens: readonly Token[],
  content: Finding['content'],
  cue: Range,
  date: number,
): boolean {
  const end = tokenAt(tokens, content.at(-1)?.end ?? 0)
  const isAside = tokens[cue.last - 1]?.lower.endsWith('ing') ?? false
  return isAside && end > cue.last && end < date && tokens[end]?.lower === ','
}

/** Returns true for a report in a relative clause: a date after its words belongs to the clause around it. */
const isRelative = (tokens: readonly Token[], speaker: number): boolean =>
  /^(?:which|that|who|whom)$/.test(tokens[speaker - 1]?.lower ?? '') && tokens[speaker - 2]?.lower === ','

/** Returns true if a date at the end of the speaker's words belongs to the verb. Example: "Ann Lee on Tuesday". */
const closesSpeaker = (tokens: readonly Token[], { first }: Range, speaker: Span, date: Span): boolean => {
  if (date.end < speaker.end || tokens[first - 1]?.lower !== 'on') return false
  for (let index = tokenAt(tokens, speaker.start); index < first; index++)
    if (/^(?:who|which|whose)$/.test(tokens[index]?.lower ?? '')) return false
  return true
}

const isIssued = (tokens: readonly Token[], { first }: Range): boolean =>
  ISSUING_PARTICIPLES.has(tokens[first - 1]?.lower ?? '') ||
  ISSUING_PARTICIPLES.has(tokens[first - 2]?.lower ?? '')

/**
 * Returns the first token that may lead to a date: the start of the sentence, or the end of reported words before the
 * date.
 */
function leadStart(
  { content }: Finding,
  sentence: Sentence,
  tokens: readonly Token[],
  first: number,
): number {
  let start = afterDateline(tokens, sentence.firstToken, first)
  for (const span of content) {
    const end = tokenAt(tokens, span.end)
    if (end > start && end <= first) start = end
  }
  while (start < first && tokens[start]!.kind === 'punctuation') start++
  return start
}
