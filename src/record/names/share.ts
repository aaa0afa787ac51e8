import { editDistance } from '../../core/suggest.ts'
import type { Reading } from './schema.ts'

/** How many letters of a misspelt word are taken to be right. */
const RIGHT_LETTERS = 3

/** How many letters of two names are compared one by one. */
const COMPARED_LETTERS = 64

/** How much of a name must be in another one. */
const SHARE_MIN = 0.5

/** Returns the first letters of words, by which names with some of the words are found. */
export const firstLetters = (words: Reading): string[] => words.map((word) => word.slice(0, RIGHT_LETTERS))

/**
 * Sorts names that have some words of a misspelt or shortened name, best first: "john kirby" for "jon kirby", "state
 * department" for "state dept". Leaves out those that have less than half of it.
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

/** Returns how much of some words is in others, from 0 to 1: words count by how they begin. */
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
