import type { Span } from '../../../core/span.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Token } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import { type Dating, roleInCueSentence, strongestDating } from './date-role.ts'
import { cueSentence, type DatingContext, spansWithin } from './dating-context.ts'
import { sameDayDating } from './same-day.ts'
import { stampAfter, stampBefore, stampOfMessage } from './stamp.ts'

/** Returns the date that a statement has by itself: after its cue, in its stamp, or in the sentence of its cue. */
export function ownDating(
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

/**
 * Returns the date right after the cue, even if the content seems to begin there. Example: "Lee said Tuesday the road
 * would open".
 */
export function afterCue(
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
