import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isCapitalized, lowerAt, type Words } from '../../reader/words.ts'

/** Possessors that are part of a name: "the People's Party", "the Women's Institute". */
const OWNERS_IN_NAMES =
  /^(?:People|Children|\p{Lu}\p{Ll}*(?:m|M)en|Workers|Farmers|Soldiers|Veterans|Students|Teachers|Lawyers|Players|Writers)$/u

/** The longest possessor, in tokens. */
const LONGEST_OWNER = 5

/** Returns true for a possessor that is part of the name of the capitalized noun after it. */
export const isOwnerInName = (words: Words, owner: number): boolean =>
  OWNERS_IN_NAMES.test(words.tokens[owner]?.text ?? '')

/** Returns true for a capitalized plural before its apostrophe: "Growers" in "the Northern Growers' Association". */
export const isPluralOwner = (words: Words, index: number): boolean =>
  /^\p{Lu}\p{Ll}+s$/u.test(words.tokens[index]?.text ?? '') && lowerAt(words, index + 1) === "'"

/** Returns the start of the capitalized words that end with `last`; undefined if there are none. */
export function capitalsEnding(words: Words, last: number): number | undefined {
  let first = last + 1
  while (
    first > last - LONGEST_OWNER &&
    isCapitalized(words, first - 1) &&
    words.classes[first - 1] !== WordClass.determiner
  )
    first--
  return first <= last ? first : undefined
}

/** Returns the start of a name with the possessor in it: "Growers" of "Growers' Guild" for "Guild". */
export function withOwner(words: Words, first: number): number {
  if (words.classes[first - 1] !== WordClass.possessive) return first
  if (!isOwnerInName(words, first - 2) && !isPluralOwner(words, first - 2)) return first
  return capitalsEnding(words, first - 2) ?? first
}
