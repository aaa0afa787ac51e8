import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { endOfSentence, foldedAt, isCapitalized, listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { LONGEST_TITLE } from './roles.ts'

/**
 * Returns the noun of an appositive that shows an organization, in lower case: "maker" of "Zandoo, a maker of pumps",
 * "firm" of "Osten, a research firm". Undefined if there is none.
 */
export function organizationBeside(words: Words, last: number): string | undefined {
  if (lowerAt(words, last) !== ',' || !/^(?:a|an|the|one)$/.test(lowerAt(words, last + 1))) return undefined
  const limit = Math.min(endOfSentence(words, last), last + LONGEST_TITLE)
  let head = -1
  for (let index = last + 2; index < limit; index++) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.noun || wordClass === WordClass.name) head = index
    else if (wordClass === WordClass.possessive) head = -1
    else if (
      wordClass !== WordClass.adjective &&
      wordClass !== WordClass.number &&
      wordClass !== WordClass.adverb
    )
      break
  }
  if (head < 0 || isCapitalized(words, head) || !(listsAt(words, head) & Listed.organizationNoun))
    return undefined
  return foldedAt(words, head)
}
