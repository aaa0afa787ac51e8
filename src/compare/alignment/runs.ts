/** Equal words of a quotation and of a statement: `length` words from `quote` and from `source` on. */
export interface Block {
  readonly quote: number
  readonly source: number
  readonly length: number
}

/** A word that occurs more often in the quotation starts no search for a run. */
const OCCURRENCES_MAX = 8
/** The most runs that are kept, the heaviest ones. */
const RUNS_MAX = 200
/** The most pairs of words that are tried: a bound for texts of few different words. */
const PAIRS_MAX = 100_000

export interface Run extends Block {
  readonly weight: number
}

/**
 * Finds the runs of equal words, each as long as it can be, the heaviest first.
 * @param sums the weights of the words of the quotation, summed up: `sums[i]` is that of the first `i` words.
 */
export function findRuns(
  quote: readonly string[],
  source: readonly string[],
  sums: readonly number[],
): Run[] {
  const places = placesOf(quote)
  /** The end of the last run of each diagonal in the source. */
  const ends = new Map<number, number>()
  const runs: Run[] = []
  let pairs = 0
  for (let at = 0; at < source.length && pairs < PAIRS_MAX; at++) {
    for (const place of places.get(source[at]!) ?? []) {
      pairs++
      if ((ends.get(at - place) ?? 0) > at) continue
      const run = extend(quote, source, place, at)
      ends.set(at - place, run.source + run.length)
      runs.push({ ...run, weight: sums[run.quote + run.length]! - sums[run.quote]! })
    }
  }
  return runs
    .sort((a, b) => b.weight - a.weight || a.source - b.source || a.quote - b.quote)
    .slice(0, RUNS_MAX)
}

function placesOf(quote: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  quote.forEach((word, place) => {
    const known = places.get(word)
    if (known) known.push(place)
    else places.set(word, [place])
  })
  for (const [word, known] of places) if (known.length > OCCURRENCES_MAX) places.delete(word)
  return places
}

function extend(quote: readonly string[], source: readonly string[], place: number, at: number): Block {
  let back = 0
  while (back < place && back < at && quote[place - back - 1] === source[at - back - 1]) back++
  let length = 1
  while (quote[place + length] !== undefined && quote[place + length] === source[at + length]) length++
  return { quote: place - back, source: at - back, length: back + length }
}
