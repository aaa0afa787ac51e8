import { isSound } from '../language/function-words.ts'
import type { Quotation } from '../quotation/read-quotation.ts'
import { readWords } from '../words/read-words.ts'
import { hash64 } from './hash.ts'

/** The words of one shingle. */
const SHINGLE = 4
/**
 * Of as many shingles in a row, at least one is kept. Two texts that have `SHINGLE + WINDOW - 1` = 6 words in a row in
 * common share a kept shingle: enough to find a quotation of 12 words with one word altered.
 */
const WINDOW = 3
/** The most shingles of a quotation that are looked up. */
const ASKED_MAX = 32

/** Returns the words of a text as keys compare them: folded, without sounds such as "uh". */
const keyWords = (text: string): string[] => readWords(text).flatMap(({ key }) => (isSound(key) ? [] : [key]))

/** Returns the hash of all words of a text, in order. Typography, case, punctuation and sounds do not count. */
export const foldedHash = (text: string): bigint => hash64(keyWords(text).join(' '))

/** Returns the hashes of all shingles in order. Words that are too few for a shingle give one hash of them all. */
function allShingles(words: readonly string[]): bigint[] {
  if (words.length === 0) return []
  const count = Math.max(1, words.length - SHINGLE + 1)
  return Array.from({ length: count }, (_, at) => hash64(words.slice(at, at + SHINGLE).join(' ')))
}

/**
 * Selects about half of the shingles by their hashes: the least of each window, the last one if equal (winnowing). Texts
 * with a window in common select the same shingle of it.
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
 * Returns the shingles of a statement to index, each once. Deterministic; at most one for each word.
 * @param text the words of the statement, without the report's words between two pieces.
 */
export const shingleHashes = (text: string): bigint[] => winnowed(allShingles(keyWords(text)))

/**
 * Returns the shingles of a quotation to look up, the most telling first: all of a short quotation, at most 32 of a
 * long one, spread over it. Shingles across an omission count too, because an ellipsis can also be a pause.
 * @param frequencyOf how many statements have a shingle, if that is known: rare ones come first.
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

/** Orders items so that any beginning of the list is spread over the whole: every nth, then those between. */
function spreadOut<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, Math.ceil(items.length / ASKED_MAX))
  return items
    .map((item, index) => ({ item, order: index % step }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
