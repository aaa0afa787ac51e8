/** The most statements that may contain a word. A more frequent word does not help to find similar statements. */
const COMMON = 20
const WORD = /[\p{L}\p{N}]+/gu

/** The indexes of two texts in their lists, and the similarity of their words, from 0 to 1. */
export interface Similarity {
  readonly before: number
  readonly after: number
  readonly share: number
}

/**
 * Returns the pairs of texts that share at least `least` of their words, most similar first. Compares only texts that
 * share a rare word, so the time grows with the number of words, not with the number of pairs. The measure is the Dice
 * coefficient of the sets of words.
 */
export function similarPairs(
  before: readonly string[],
  after: readonly string[],
  least: number,
): Similarity[] {
  const wordsBefore = before.map(wordsOf)
  const wordsAfter = after.map(wordsOf)
  const places = new Map<string, number[]>()
  for (const [place, words] of wordsAfter.entries()) {
    for (const word of words) {
      const known = places.get(word)
      if (known) known.push(place)
      else places.set(word, [place])
    }
  }
  const pairs: Similarity[] = []
  for (const [index, words] of wordsBefore.entries()) {
    const candidates = new Set<number>()
    for (const word of words) {
      const found = places.get(word)
      if (found && found.length <= COMMON) for (const place of found) candidates.add(place)
    }
    for (const place of candidates) {
      const share = dice(words, wordsAfter[place]!)
      if (share >= least) pairs.push({ before: index, after: place, share })
    }
  }
  return pairs.sort((a, b) => b.share - a.share || a.before - b.before || a.after - b.after)
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(WORD) ?? [])

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return (2 * common) / (a.size + b.size)
}
