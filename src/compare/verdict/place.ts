import { findLastRun, findRun } from '../alignment/find-run.ts'
import type { Fragment } from '../quotation/read-quotation.ts'
import { cutAround } from './cut.ts'
import type { Sequence } from './sequence.ts'

/** The most places of a quotation in one statement that are compared. */
const PLACES_MAX = 16
/** The most fragments that are moved as near to each other as possible. With more fragments, the first places stay. */
const TIGHTENED_MAX = 64
/**
 * The longest distance of a fragment of one word from the other fragments, in words. A single word can occur anywhere.
 */
const NEAR = 12

/**
 * Finds the places of the fragments of a quotation in a sequence, in order and word for word.
 * @returns the index of the first word of each fragment; null if a fragment is missing.
 */
export function placeFragments(fragments: readonly Fragment[], sequence: Sequence): number[] | null {
  const runs = fragments.map(({ words }) => words.map(({ key }) => key))
  const { keys } = sequence
  if (runs.length === 1) return placeOne(runs[0]!, sequence)
  const places: number[] = []
  let from = 0
  for (const run of runs) {
    const place = findRun(keys, run, from)
    if (place < 0) return null
    places.push(place)
    from = place + run.length
  }
  if (runs.length <= TIGHTENED_MAX) {
    for (let index = runs.length - 2; index >= 0; index--) {
      places[index] = findLastRun(keys, runs[index]!, places[index + 1]!)
    }
  }
  return isScattered(runs, places) ? null : places
}

/**
 * Selects the best place of a run: the place with the fewest turning words beside it and with whole sentences; of equal
 * places, the first.
 */
function placeOne(run: readonly string[], sequence: Sequence): number[] | null {
  let best: { place: number; cost: number } | null = null
  let from = 0
  for (let count = 0; count < PLACES_MAX; count++) {
    const place = findRun(sequence.keys, run, from)
    if (place < 0) break
    const cut = cutAround(sequence, place, place + run.length)
    const cost = Number(cut.before) + Number(cut.after) + 3 * cut.turning.length
    if (!best || cost < best.cost) best = { place, cost }
    from = place + 1
  }
  return best && [best.place]
}

function isScattered(runs: readonly (readonly string[])[], places: readonly number[]): boolean {
  return runs.some((run, index) => {
    if (run.length > 1) return false
    const before = index > 0 ? places[index]! - places[index - 1]! - runs[index - 1]!.length : 0
    const after = index + 1 < runs.length ? places[index + 1]! - places[index]! - 1 : 0
    return before > NEAR || after > NEAR
  })
}
