import { GIVEN_NAMES } from '../../lexicon/names/given-names.ts'
import { foldedAt, isCapitalized, lowerAt, type Words } from '../../reader/words.ts'

/** Ranks of the police by their initials, which stand before names: "PC Adeel Rashid". */
const RANKS = new Set('PC WPC DCI DSI DCS DCC TDC PCSO'.split(' '))
/** Those that are as often something else ("DC residents"): before a common first name alone. */
const DOUBTFUL_RANKS = new Set('DC DS DI ACC CC CI'.split(' '))

/** True of a rank with a name after it that ends at `last`. */
export function isRank(words: Words, index: number, last: number): boolean {
  const { text = '' } = words.tokens[index] ?? {}
  if (text.length > 4 || index + 1 >= last) return false
  const next = words.tokens[index + 1]?.text ?? ''
  if (RANKS.has(text)) return isCapitalized(words, index + 1) && next !== next.toUpperCase()
  return DOUBTFUL_RANKS.has(text) && index + 2 < last && GIVEN_NAMES.has(foldedAt(words, index + 1))
}

/** "Mother-of-two" before a name. */
export const isParentOf = (words: Words, index: number): boolean =>
  /^(?:(?:grand)?(?:mother|father|mum|dad|mom|parent)|gran|grandad)-of-/.test(lowerAt(words, index))
