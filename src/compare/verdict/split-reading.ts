import type { Fragment, Reading } from '../quotation/read-quotation.ts'
import type { Sequence } from './sequence.ts'

/** The shortest piece of a splice without an ellipsis, in words, unless it is a sentence of the quotation. */
const PIECE_MIN = 3
const PIECES_MAX = 8

/**
 * Splits a quotation without ellipses into the longest pieces that stand in the statement word for word.
 * @returns the reading with these pieces as fragments; null if a word is in no piece.
 */
export function splitIntoPieces(reading: Reading, { keys }: Sequence): Reading | null {
  if (reading.fragments.length !== 1) return null
  const { words } = reading
  const fragments: Fragment[] = []
  let [at, from] = [0, 0]
  while (at < words.length) {
    const piece = longestPiece(words, at, keys, from)
    const isSentence = words[at]!.mayStart && (words[at + piece.length]?.mayStart ?? true)
    if (piece.length < (isSentence ? 2 : PIECE_MIN) || fragments.length === PIECES_MAX) return null
    fragments.push({ words: words.slice(at, at + piece.length), joins: [] })
    at += piece.length
    from = piece.source + piece.length
  }
  return fragments.length > 1 ? { ...reading, fragments } : null
}

/** Finds the longest run of words that begins at word `at` and stands in the statement at or after `from`. */
function longestPiece(
  words: readonly { readonly key: string }[],
  at: number,
  keys: readonly string[],
  from: number,
): { source: number; length: number } {
  let best = { source: from, length: 0 }
  for (let source = from; source < keys.length; source++) {
    // A longer run must also have the next word after the best run so far.
    if (keys[source] !== words[at]!.key || keys[source + best.length] !== words[at + best.length]?.key)
      continue
    let length = 1
    while (at + length < words.length && keys[source + length] === words[at + length]!.key) length++
    if (length > best.length) best = { source, length }
  }
  return best
}
