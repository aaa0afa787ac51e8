const LONGEST_WORD = 64

/**
 * Returns the Damerau-Levenshtein distance (optimal string alignment), in which a swap of two neighbors counts as one
 * edit.
 */
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

/** Returns the most edits that still count as a typing error in a word of this length. */
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
