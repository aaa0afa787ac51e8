/** A word in more statements than this tells little about any of them. */
const COMMON = 20
const WORD = /[\p{L}\p{N}]+/gu

/** Two texts by their places in the lists they came from, and how alike their words are: 0 to 1. */
export interface Likeness {
  readonly before: number
  readonly after: number
  readonly share: number
}

/**
 * Pairs of texts that share at least `least` of their words (the Dice coefficient over sets of words), most alike
 * first. Texts are compared only where they share a word that is rare among them: time grows with the words, not
 * with the pairs.
 */
export function likePairs(before: readonly string[], after: readonly string[], least: number): Likeness[] {
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
  const pairs: Likeness[] = []
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
