/**
 * Returns how often a fault happens in a test: rather rarely in each run of the tests, and often with `FAULTS=full`.
 * docs/reliability.md has the results of the full counts.
 */
export const counted = (usual: number, full: number): number =>
  process.env['FAULTS'] === 'full' ? full : usual

/** Prints what a test measured. No test depends on how long something took; docs/reliability.md has the figures. */
export function report(name: string, figures: Readonly<Record<string, number | string>>): void {
  const shown = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`)
  console.info(`${name}: ${shown.join(', ')}`)
}

/** Returns the median and the largest of some times, in whole milliseconds. */
export function spread(times: readonly number[]): {
  readonly 'median ms': number
  readonly 'most ms': number
} {
  const sorted = [...times].sort((a, b) => a - b)
  return {
    'median ms': Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    'most ms': Math.round(sorted.at(-1) ?? 0),
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Returns a generator of numbers from 0 to below 1: the same seed gives the same numbers. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
