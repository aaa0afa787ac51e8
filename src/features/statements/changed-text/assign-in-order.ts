/** The most comparisons for statements with the same words. Above it, the first takes the first. */
const COMPARISONS_MAX = 250_000
/** The characters on each side of the words that are compared. */
const CONTEXT = 80

/** The beginning and the end of words in a text. */
export interface Place {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Assigns statements of an earlier text to statements with the same words in a later text. Keeps their order, assigns
 * as many as possible, and prefers the places with the same words around them.
 * @returns pairs of indexes.
 */
export function assignInOrder(earlier: readonly Place[], later: readonly Place[]): [number, number][] {
  const isSwapped = earlier.length > later.length
  const [few, many] = isSwapped ? [later, earlier] : [earlier, later]
  const chosen =
    few.length === many.length || few.length * many.length > COMPARISONS_MAX
      ? few.map((_, index) => index)
      : choose(few, many)
  return chosen.map((place, index) => (isSwapped ? [place, index] : [index, place]))
}

/** Returns, for each of few places, the index of one of many places, in order. */
function choose(few: readonly Place[], many: readonly Place[]): number[] {
  const spare = many.length - few.length
  // best[i][k]: the best score of the first i places if k of the many were skipped.
  const best: Float64Array[] = [new Float64Array(spare + 1)]
  const isTaken: Uint8Array[] = []
  for (const [index, place] of few.entries()) {
    const scores = new Float64Array(spare + 1).fill(-1)
    const taken = new Uint8Array(spare + 1)
    for (let skipped = 0; skipped <= spare; skipped++) {
      const take = best[index]![skipped]! + similarity(place, many[index + skipped]!)
      const skip = skipped > 0 ? scores[skipped - 1]! : -1
      taken[skipped] = take >= skip ? 1 : 0
      scores[skipped] = Math.max(take, skip)
    }
    best.push(scores)
    isTaken.push(taken)
  }
  const chosen: number[] = []
  let skipped = spare
  for (let index = few.length - 1; index >= 0; index--) {
    while (isTaken[index]![skipped] === 0) skipped--
    chosen.unshift(index + skipped)
  }
  return chosen
}

/** Returns how many characters before and behind the words are the same in both texts. */
function similarity(a: Place, b: Place): number {
  let before = 0
  while (
    before < CONTEXT &&
    a.start > before &&
    b.start > before &&
    a.text.charCodeAt(a.start - 1 - before) === b.text.charCodeAt(b.start - 1 - before)
  )
    before++
  let behind = 0
  while (
    behind < CONTEXT &&
    a.end + behind < a.text.length &&
    b.end + behind < b.text.length &&
    a.text.charCodeAt(a.end + behind) === b.text.charCodeAt(b.end + behind)
  )
    behind++
  return before + behind
}
