import { opensSource } from './cues/source-words.ts'
import type { DateWord } from './dates/date-word-list.ts'
import type { TokenKind } from './text/characters.ts'

/**
 * What steps look for among all tokens of a text, one bit each: side by side in `Document.signals`, so that no step
 * need open every token to find the few that concern it.
 */
export const Signal = {
  /** A mark that can open or close a quotation, single ones included. */
  quotationMark: 1,
  /** An opening bracket. */
  bracket: 2,
  /** A word that can date something, and more than what leads to date words and from one to the next. */
  date: 4,
  /** The first word of "according to" and its like. */
  source: 8,
} as const

/** The signals of a spelling, from its form for look-ups and what it can be in a date expression. */
export function signalsOf(lower: string, kind: TokenKind, dateWords: readonly DateWord[]): number {
  let signals = opensSource(lower) ? Signal.source : 0
  if (kind === 'punctuation' && (lower === '"' || lower === "'")) signals |= Signal.quotationMark
  if (lower === '(') signals |= Signal.bracket
  return dateWords.some(({ kind }) => kind !== 'link' && kind !== 'opener') ? signals | Signal.date : signals
}
