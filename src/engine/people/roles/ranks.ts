import { Listed } from '../../lexicon/names/name-lists.ts'
import { foldedAt, isCapitalized, listsAt, lowerAt, type Words } from '../../reader/words.ts'

/** Police ranks in initials before a name: "PC Adeel Rashid". */
const RANKS = new Set('PC WPC DCI DSI DCS DCC TDC PCSO'.split(' '))
/** Initials that often mean something else ("DC residents"). They are a rank only before a given name. */
const DOUBTFUL_RANKS = new Set('DC DS DI ACC CC CI'.split(' '))

/** Returns true for a rank before a name that ends at `last`. */
export function isRank(words: Words, index: number, last: number): boolean {
  const { text = '' } = words.tokens[index] ?? {}
  if (text.length > 4 || index + 1 >= last) return false
  const next = words.tokens[index + 1]?.text ?? ''
  if (RANKS.has(text)) return isCapitalized(words, index + 1) && next !== next.toUpperCase()
  return DOUBTFUL_RANKS.has(text) && index + 2 < last && (listsAt(words, index + 1) & Listed.givenName) !== 0
}

/** Returns true for "DI" and other initials that are a rank only beside a name that the text knows. */
export const isDoubtfulRank = (words: Words, index: number): boolean =>
  DOUBTFUL_RANKS.has(words.tokens[index]?.text ?? '')

/** Returns true for "Mother-of-two" before a name. */
export const isParentOf = (words: Words, index: number): boolean =>
  /^(?:(?:grand)?(?:mother|father|mum|dad|mom|parent)|gran|grandad)-of-/.test(lowerAt(words, index))

/** Honors of two words before a name: "Tan Sri", "Datuk Seri". */
const HONORS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['tan', new Set(['sri'])],
  ['puan', new Set(['sri', 'seri'])],
  ['datuk', new Set(['seri', 'sri', 'amar', 'patinggi', 'wira', 'paduka'])],
  ['dato', new Set(['seri', 'sri', 'wira', 'paduka'])],
  ['datin', new Set(['seri', 'sri', 'paduka'])],
  ['pehin', new Set(['sri'])],
  ['toh', new Set(['puan'])],
])

/** Returns true for either word of such an honor, if a name follows. */
export function isPartOfHonor(words: Words, index: number): boolean {
  if (!HONOR_WORDS.has(foldedAt(words, index))) return false
  const word = honorAt(words, index)
  if (HONORS.get(honorAt(words, index - 1))?.has(word)) return isCapitalized(words, index + 1)
  return (HONORS.get(word)?.has(honorAt(words, index + 1)) ?? false) && isCapitalized(words, index + 2)
}

/** All words of these honors, with and without an apostrophe. */
const HONOR_WORDS: ReadonlySet<string> = new Set(
  [...HONORS].flatMap(([first, others]) => [first, `${first}'`, ...others]),
)

const honorAt = (words: Words, index: number): string => foldedAt(words, index).replace(/'$/, '')
