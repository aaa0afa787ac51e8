import { editDistance } from '../../core/suggest.ts'
import type { LikeWord, Reading } from './schema.ts'

/** The most words of a search that are used. */
const WORDS_MAX = 6

/** The longest part of a word that is used, in characters. No word on record is longer. */
const LONGEST_WORD = 64

/** The shortest word with every kind of typing error. In a word of three letters, two letters may be swapped. */
const SHORTEST_MISSPELT = 4
const SHORTEST_SWAPPED = 3

/** The most words that can stand for one misspelt word. */
const LIKE_MAX = 12

/** Splits readings, in the form of the database, into words. */
export const readingsOf = (texts: readonly string[]): Reading[] =>
  texts.map((text) =>
    text
      .split(' ')
      .slice(0, WORDS_MAX)
      .map((word) => word.slice(0, LONGEST_WORD)),
  )

const lexeme = (word: string): string => `'${word.replace(/['\\]/g, '$&$&')}'`

/** Returns the text search query for names with all words of a reading: `'john' & 'kirby' | 'johnkirby'`. */
export const wholeWords = (readings: readonly Reading[]): string =>
  readings.map((words) => words.map(lexeme).join(' & ')).join(' | ')

/** Returns the text search query for names with words that begin with the words of a reading: `'john':* & 'kir':*`. */
export const beginnings = (readings: readonly Reading[]): string =>
  readings.map((words) => words.map((word) => `${lexeme(word)}:*`).join(' & ')).join(' | ')

/** Returns the text search query for names with a word that begins with one of these: `'joh':* | 'kir':*`. */
export const anyBeginning = (words: Reading): string => words.map((word) => `${lexeme(word)}:*`).join(' | ')

/** Returns the text search query for names that have, for each word of a reading, the word itself or a similar word. */
export const likeWords = (words: Reading, like: readonly LikeWord[]): string =>
  words
    .map((asked) => {
      const others = like.filter((one) => one.asked === asked).map(({ word }) => lexeme(word))
      return `(${[`${lexeme(asked)}:*`, ...others].join(' | ')})`
    })
    .join(' & ')

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * Returns all words with one typing error in a word of the letters a to z: a letter missing, added or wrong, or two
 * neighbors swapped. A word of three letters has only its swaps, and a shorter word has none.
 */
export function misspellings(word: string): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < SHORTEST_SWAPPED) return []
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2))
    if (word.length < SHORTEST_MISSPELT) continue
    if (after) found.add(before + after.slice(1))
    for (const letter of LETTERS) {
      found.add(before + letter + after)
      if (after) found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  return [...found]
}

/**
 * The cost of a word that sounds alike, and the cost of each different letter. A word with one different letter costs
 * less than a typing error.
 */
const SOUND_COST = 0.5
const COST_PER_LETTER = 0.3

/** The cost of a comparison without the end of a word. */
const UNFINISHED_COST = 0.2

/**
 * Returns the distance of a word from the typed word. It is 0 if they are equal, at most 1 for one typing error or a
 * word that sounds the same, and 2 for two errors. It is infinite if it would be too large.
 * @param isLast true if the typed word may be unfinished.
 */
export function costOf(asked: string, { word, sounds }: Omit<LikeWord, 'asked'>, isLast = false): number {
  const distance = editDistance(asked, word)
  if (sounds && distance <= Math.ceil(asked.length / 2)) return SOUND_COST + COST_PER_LETTER * distance
  const begun = isLast ? editDistance(asked, word.slice(0, asked.length)) + UNFINISHED_COST : distance
  const cost = Math.min(distance, begun)
  return cost < Math.max(2, asked.length / 3) ? cost : Number.POSITIVE_INFINITY
}

/** Returns the words that the typed words may mean, nearest first, at most `LIKE_MAX` for each typed word. */
export function nearestWords(words: Reading, found: readonly LikeWord[]): LikeWord[] {
  return words.flatMap((asked, index) =>
    found
      .filter((one) => one.asked === asked)
      .map((one) => ({ one, cost: costOf(asked, one, index === words.length - 1) }))
      .filter(({ cost }) => Number.isFinite(cost))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, LIKE_MAX)
      .map(({ one }) => one),
  )
}
