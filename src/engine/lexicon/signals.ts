import { opensSource } from './cues/source-words.ts'
import type { DateWord } from './dates/date-word-list.ts'
import type { TokenKind } from './text/characters.ts'

/**
 * The signals of a token: the parts that it can play in a step of the engine. One bit each. `Document.signals` holds
 * them in one array, so that a step finds its few tokens without reading every token.
 */
export const Signal = {
  /** A mark that can open or close a quotation, single marks included. */
  quotationMark: 1,
  /** An opening bracket. */
  bracket: 2,
  /** A word that can date something. A link or an opener alone cannot. */
  date: 4,
  /** The first word of "according to" and similar phrases. */
  source: 8,
} as const

/** Returns the signals of a spelling, from its look-up form and its date words. */
export function signalsOf(lower: string, kind: TokenKind, dateWords: readonly DateWord[]): number {
  let signals = opensSource(lower) ? Signal.source : 0
  if (kind === 'punctuation' && (lower === '"' || lower === "'")) signals |= Signal.quotationMark
  if (lower === '(') signals |= Signal.bracket
  return dateWords.some(({ kind }) => kind !== 'link' && kind !== 'opener') ? signals | Signal.date : signals
}
