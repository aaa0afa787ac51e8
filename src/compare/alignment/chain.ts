import type { Block, Run } from './runs.ts'

/** The cost of a gap: a constant, and a cost for each word. Further words cost nothing. */
const GAP_COST = 0.3
const WORD_COST = 0.08
const WORDS_COUNTED = 40

const gapCost = (words: number): number =>
  words === 0 ? 0 : GAP_COST + WORD_COST * Math.min(words, WORDS_COUNTED)

/**
 * Selects the chain of runs with the greatest weight less the costs of its gaps. The runs of a chain have the same
 * order in both texts. A common word far from the others costs more than its weight, so the chain does not have it.
 */
export function chain(runs: readonly Run[]): Block[] {
  const inOrder = [...runs].sort((a, b) => a.source - b.source || a.quote - b.quote)
  const scores: number[] = []
  const previous: number[] = []
  let best = -1
  inOrder.forEach((run, index) => {
    let [score, from] = [run.weight, -1]
    for (let before = 0; before < index; before++) {
      const other = inOrder[before]!
      const shared = overlapOf(other, run)
      if (shared >= run.length || other.quote >= run.quote || other.source >= run.source) continue
      const gap = Math.max(
        run.source + shared - other.source - other.length,
        run.quote + shared - other.quote - other.length,
      )
      const joined = scores[before]! + (run.weight * (run.length - shared)) / run.length - gapCost(gap)
      if (joined > score) [score, from] = [joined, before]
    }
    scores.push(score)
    previous.push(from)
    if (best < 0 || score > scores[best]!) best = index
  })
  const selected: Run[] = []
  for (let at = best; at >= 0; at = previous[at]!) selected.unshift(inOrder[at]!)
  return trimmed(selected)
}

/** Returns the number of words at the end of the first run that are also at the start of the second run. */
const overlapOf = (first: Block, second: Block): number =>
  Math.max(0, first.quote + first.length - second.quote, first.source + first.length - second.source)

function trimmed(runs: readonly Run[]): Block[] {
  const blocks: Block[] = []
  for (const { quote, source, length } of runs) {
    const before = blocks.at(-1)
    const shared = before ? overlapOf(before, { quote, source, length }) : 0
    if (shared < length)
      blocks.push({ quote: quote + shared, source: source + shared, length: length - shared })
  }
  return blocks
}
