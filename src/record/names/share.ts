import { editDistance } from '../../core/suggest.ts'
import type { Reading } from './schema.ts'

/** The number of first letters of a misspelt word that must be correct. */
const RIGHT_LETTERS = 3

/** The number of letters of two names that are compared one by one. */
const COMPARED_LETTERS = 64

/** The least share of a name that must be in a similar name. */
const SHARE_MIN = 0.5

/** Returns the first letters of words. They find the names with some of the words. */
export const firstLetters = (words: Reading): string[] => words.map((word) => word.slice(0, RIGHT_LETTERS))

/**
 * Sorts names that share words with a misspelt or shortened name, best first: "john kirby" for "jon kirby", "state
 * department" for "state dept". Leaves out names that share less than half of the given name.
 * @param wordsOf returns the folded words of a name.
 */
export function bySharedWords<Name>(
  words: Reading,
  names: readonly Name[],
  wordsOf: (name: Name) => Reading,
): Name[] {
  return names
    .map((name) => {
      const own = wordsOf(name)
      return { name, share: shareOf(words, own), distance: editDistance(lettersOf(words), lettersOf(own)) }
    })
    .filter(({ share }) => share >= SHARE_MIN)
    .sort((a, b) => b.share - a.share || a.distance - b.distance)
    .map(({ name }) => name)
}

/**
 * Returns how much of some words is in other words, from 0 to 1. A word counts with the longest beginning that it
 * shares with another word.
 */
function shareOf(words: Reading, others: Reading): number {
  const shares = words.map((word) =>
    Math.max(0, ...others.map((other) => commonBeginning(word, other) / Math.max(word.length, 1))),
  )
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(words.length, 1)
}

function commonBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

const lettersOf = (words: Reading): string => words.join(' ').slice(0, COMPARED_LETTERS)
