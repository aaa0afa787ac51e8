import type { Span } from '../../../core/span.ts'
import { sentenceIndexAt, tokenAt } from '../../reader/offsets.ts'
import type { Document } from '../../types/document.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import type { Dating } from './date-role.ts'
import { type DatingContext, spansWithin } from './dating-context.ts'

/** The longest note in brackets after a quotation, in tokens. */
const LONGEST_STAMP = 16

/** Returns the date in square brackets right before the words: [Statement, 3/4/24] “We welcome the law.” */
export function stampBefore(
  { document: { tokens } }: DatingContext,
  { content }: Finding,
  all: readonly DateExpression[],
): Dating | undefined {
  const open = tokenAt(tokens, content[0]?.start ?? 0) - 1
  const close = tokens[open]?.lower === '"' ? open - 1 : open
  if (tokens[close]?.lower !== ']') return undefined
  let first = close - 1
  while (first > close - LONGEST_STAMP && !/^[[\]]$/.test(tokens[first]?.lower ?? ']')) first--
  return tokens[first]?.lower === '[' ? onlyDay(tokens[first]!, tokens[close]!, all) : undefined
}

/** Returns the day between two marks, if no other date stands between them. */
function onlyDay(from: Span, to: Span, all: readonly DateExpression[]): Dating | undefined {
  const [date, ...others] = spansWithin(all, { start: from.start, end: to.start })
  return date && others.length === 0 && date.precision === 'day' ? { date, role: 'dates' } : undefined
}

/**
 * Returns the date in the line with the writer of a message, above or below the words: "Ada Lund · 4 March 2024 10:12".
 * In a transcript, the date stands before the label: "12/03/2024, 21:04 - Ada Lund:".
 */
export function stampOfMessage(
  { document }: DatingContext,
  { rule, speaker, content }: Finding,
  all: readonly DateExpression[],
): Dating | undefined {
  const words = content[0]
  if (!speaker || !words) return undefined
  const line = document.paragraphs[paragraphAt(document, speaker.start)]
  if (rule === 'direct/transcript') return line && onlyDay(line, speaker, all)
  if (rule !== 'direct/message') return undefined
  const isBelow = speaker.start > words.start
  return isBelow
    ? line && onlyDay(speaker, { start: line.end, end: line.end }, all)
    : onlyDay(speaker, words, all)
}

const paragraphAt = (document: Document, offset: number): number =>
  document.sentences[sentenceIndexAt(document, offset)]?.paragraph ?? -1

/** Returns the date in brackets after the words: “We welcome the law.” [Statement, 3/4/24]. */
export function stampAfter(
  { document: { tokens } }: DatingContext,
  { content }: Finding,
  all: readonly DateExpression[],
): Dating | undefined {
  let first = tokenAt(tokens, content.at(-1)?.end ?? 0)
  while (/^["'.,]$/.test(tokens[first]?.lower ?? '')) first++
  if (!/^[([]$/.test(tokens[first]?.lower ?? '')) return undefined
  let last = first + 1
  while (last < first + LONGEST_STAMP && !/^[)\]]$/.test(tokens[last]?.lower ?? ')')) last++
  const end = tokens[last]
  return end && onlyDay(tokens[first]!, end, all)
}
