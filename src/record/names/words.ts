import { editDistance } from '../../core/suggest.ts'
import type { LikeWord, Reading } from './schema.ts'

/** The most words of a search that are looked for. */
const WORDS_MAX = 6

/** The longest word that is looked for. No word on record is longer. */
const LONGEST_WORD = 64

/** The shortest word that may be misspelt by any letter. Of three letters, two may be swapped. */
const SHORTEST_MISSPELT = 4
const SHORTEST_SWAPPED = 3

/** The most words that stand for one misspelt word. */
const LIKE_MAX = 12

/** Splits readings, as the database writes them, into words. */
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

/** Returns the text search query for names with words that begin like those of a reading: `'john':* & 'kir':*`. */
export const beginnings = (readings: readonly Reading[]): string =>
  readings.map((words) => words.map((word) => `${lexeme(word)}:*`).join(' & ')).join(' | ')

/** Returns the text search query for names with a word that begins like one of these: `'joh':* | 'kir':*`. */
export const anyBeginning = (words: Reading): string => words.map((word) => `${lexeme(word)}:*`).join(' | ')

/** Returns the text search query for names with, for each word of a reading, the word or one that stands for it. */
export const likeWords = (words: Reading, like: readonly LikeWord[]): string =>
  words
    .map((asked) => {
      const others = like.filter((one) => one.asked === asked).map(({ word }) => lexeme(word))
      return `(${[`${lexeme(asked)}:*`, ...others].join(' | ')})`
    })
    .join(' & ')

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * Returns all words at one typing error from a word of the letters a to z: a letter missing, added or wrong, or two
 * neighbours swapped. Words of three letters only have their swaps, shorter ones none.
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

/** What a sound-alike costs, and what each of its letters adds that differs. One such letter is less than an error. */
const SOUND_COST = 0.5
const COST_PER_LETTER = 0.3

/** What it costs that a word was compared without its end. */
const UNFINISHED_COST = 0.2

/**
 * Returns how far a word is from the one that was typed: 0 if it is the same, up to 1 for one typing error or a word
 * that sounds the same, 2 for two errors; infinite if it cannot be meant.
 * @param isLast whether the typed word may be unfinished.
 */
export function costOf(asked: string, { word, sounds }: Omit<LikeWord, 'asked'>, isLast = false): number {
  const distance = editDistance(asked, word)
  if (sounds && distance <= Math.ceil(asked.length / 2)) return SOUND_COST + COST_PER_LETTER * distance
  const begun = isLast ? editDistance(asked, word.slice(0, asked.length)) + UNFINISHED_COST : distance
  const cost = Math.min(distance, begun)
  return cost < Math.max(2, asked.length / 3) ? cost : Number.POSITIVE_INFINITY
}

/** Returns the words that may be meant, at most a few for each word that was typed, nearest first. */
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
