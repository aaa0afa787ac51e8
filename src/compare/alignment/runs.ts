/**
 * Equal words of a quotation and a statement: `length` words from index `quote` of the quotation and from index
 * `source` of the statement.
 */
export interface Block {
  readonly quote: number
  readonly source: number
  readonly length: number
}

/** The most occurrences of a word in the quotation. A more frequent word starts no search for a run. */
const OCCURRENCES_MAX = 8
/** The most runs that are returned. Heavier runs come first. */
const RUNS_MAX = 200
/** The most pairs of words that are tried. The limit is for texts with few different words. */
const PAIRS_MAX = 100_000

export interface Run extends Block {
  readonly weight: number
}

/**
 * Finds the longest runs of equal words, sorted by weight, the heaviest run first.
 * @param sums the sums of the weights of the quotation's words: `sums[i]` is the weight of the first `i` words.
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
