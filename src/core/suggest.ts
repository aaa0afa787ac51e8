const LONGEST_WORD = 64

/** Returns the Damerau-Levenshtein distance (optimal string alignment): a swap of two neighbours counts as one edit. */
export const editDistance = (a: string, b: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/** Returns how many edits still count as a typing error in a word of this length. */
const toleranceFor = (word: string): number => Math.max(1, Math.floor(word.length / 3))

/** Returns the candidate that is nearest to a misspelt word; `null` if none is near. Ignores case. */
export const closest = (word: string, candidates: Iterable<string>): string | null => {
  if (word === '' || word.length > LONGEST_WORD) return null
  const wanted = word.toLowerCase()
  let best: string | null = null
  let bestDistance = toleranceFor(wanted) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Returns ` Did you mean "said_from"?`, or a list of all candidates if none is near. Starts with a space. */
export const suggestion = (word: string, candidates: readonly string[]): string => {
  const near = closest(word, candidates)
  if (near !== null) return ` Did you mean "${near}"?`
  return candidates.length === 0 ? '' : ` Use one of ${candidates.join(', ')}.`
}

/** The most names that a suggestion has. */
const MOST_SUGGESTED = 3

/**
 * Returns how similar the words of a misspelt name are to the words of another name, from 0 to 1. Two words are similar
 * if they begin with the same letters.
 */
function shareOfWords(words: readonly string[], others: readonly string[]): number {
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

/**
 * Returns the names that a misspelt or shortened name may mean, best first: "john-kirby" for "kirby",
 * "state-department" for "state-dept". Leaves out names that are less similar than 0.5 (`shareOfWords`).
 *
 * @param wordsOf splits a name into its words, folded.
 */
export const similarNames = (
  name: string,
  candidates: readonly string[],
  wordsOf: (name: string) => readonly string[],
): string[] => {
  const words = wordsOf(name)
  const wanted = name.slice(0, LONGEST_WORD)
  return candidates
    .map((candidate) => ({
      candidate,
      share: shareOfWords(words, wordsOf(candidate)),
      distance: editDistance(wanted, candidate.slice(0, LONGEST_WORD)),
    }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || a.distance - b.distance)
    .slice(0, MOST_SUGGESTED)
    .map(({ candidate }) => candidate)
}
