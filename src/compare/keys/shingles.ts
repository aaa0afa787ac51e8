import { isSound } from '../language/function-words.ts'
import type { Quotation } from '../quotation/read-quotation.ts'
import { readWords } from '../words/read-words.ts'
import { hash64 } from './hash.ts'

/** The number of words in a shingle. */
const SHINGLE = 4
/**
 * The number of neighboring shingles of which at least one is kept. So two texts with 6 common words in a row (`SHINGLE
 * + WINDOW - 1`) share a kept shingle. This finds a quotation of 12 words in which one word is altered.
 */
const WINDOW = 3
/** The most shingles of a quotation that are looked up. */
const ASKED_MAX = 32

/** Returns the folded words of a text, without sounds such as "uh". */
const keyWords = (text: string): string[] => readWords(text).flatMap(({ key }) => (isSound(key) ? [] : [key]))

/** Returns the hash of all words of a text, in order. Typography, case, punctuation and sounds do not count. */
export const foldedHash = (text: string): bigint => hash64(keyWords(text).join(' '))

/**
 * Returns the hashes of all shingles in order. If there are too few words for a shingle, returns one hash of all words.
 */
function allShingles(words: readonly string[]): bigint[] {
  if (words.length === 0) return []
  const count = Math.max(1, words.length - SHINGLE + 1)
  return Array.from({ length: count }, (_, at) => hash64(words.slice(at, at + SHINGLE).join(' ')))
}

/**
 * Selects about half of the shingles by winnowing: the least hash of each window, the last of equal hashes. Texts with
 * a common window select the same shingle from the window.
 */
function winnowed(shingles: readonly bigint[]): bigint[] {
  const selected = new Set<bigint>()
  for (let from = 0; from === 0 || from + WINDOW <= shingles.length; from++) {
    const window = shingles.slice(from, from + WINDOW)
    if (window.length > 0) selected.add(window.reduce((least, hash) => (hash <= least ? hash : least)))
  }
  return [...selected]
}

/**
 * Returns the shingles under which to index a statement, each once, at most one for each word.
 * @param text the words of the statement, without the words of the report between two pieces.
 */
export const shingleHashes = (text: string): bigint[] => winnowed(allShingles(keyWords(text)))

/**
 * Returns the shingles of a quotation to look up, the rarest first. Returns all shingles of a short quotation, and at
 * most 32 of a long quotation, from all its parts. Includes shingles across an ellipsis, because an ellipsis can mean a
 * pause.
 * @param frequencyOf returns the number of statements that have a shingle. Default: 0 for all.
 */
export function queryShingles(
  { readings }: Quotation,
  frequencyOf: (hash: bigint) => number = () => 0,
): bigint[] {
  const runs = readings
    .flatMap(({ words, fragments }) => [
      words,
      ...(fragments.length > 1 ? fragments.map((fragment) => fragment.words) : []),
    ])
    .map((run) => allShingles(run.flatMap(({ key }) => (isSound(key) ? [] : [key]))))
  const all = new Set(runs.flat())
  const asked = all.size > ASKED_MAX ? spreadOut([...new Set(runs.flatMap(winnowed))]) : [...all]
  return asked
    .map((hash, order) => ({ hash, order, frequency: frequencyOf(hash) }))
    .sort((a, b) => a.frequency - b.frequency || a.order - b.order)
    .slice(0, ASKED_MAX)
    .map(({ hash }) => hash)
}

/**
 * Sorts items so that each prefix of the result has items from all parts of the list: every nth item, then the items
 * between.
 */
function spreadOut<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, Math.ceil(items.length / ASKED_MAX))
  return items
    .map((item, index) => ({ item, order: index % step }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
