import { diffArrays } from 'diff'
import { weightOf } from '../language/function-words.ts'
import { chain } from './chain.ts'
import { type Block, findRuns } from './runs.ts'

/** The equal words of a quotation and a statement. */
export interface Alignment {
  /** Runs of equal words, in the order of both texts. */
  readonly blocks: readonly Block[]
  /** The share of the quotation that is in the blocks, by the weight of its words, from 0 to 1. */
  readonly share: number
}

/**
 * The most edits between two blocks. With more edits, all words between the blocks count as replaced. The limit bounds
 * the time.
 */
const EDITS_MAX = 200
/**
 * The number of words, beyond the length of the quotation, that are compared before its first and after its last block.
 */
const MARGIN = 2

/**
 * Aligns a quotation with the words of a statement. The quotation may be a small part of the statement. Takes linear
 * time, up to fixed bounds.
 */
export function align(quote: readonly string[], source: readonly string[]): Alignment {
  const sums = [0]
  for (const word of quote) sums.push(sums.at(-1)! + weightOf(word))
  const chained = chain(findRuns(quote, source, sums))
  const blocks = chained.length > 0 ? completed(quote, source, chained) : diffed(quote, source, 0, 0)
  const matched = blocks.reduce(
    (sum, block) => sum + sums[block.quote + block.length]! - sums[block.quote]!,
    0,
  )
  return { blocks, share: sums.at(-1)! > 0 ? matched / sums.at(-1)! : 0 }
}

/** Adds the equal words between the blocks, before the first block and after the last block. */
function completed(quote: readonly string[], source: readonly string[], blocks: readonly Block[]): Block[] {
  const all: Block[] = []
  const first = blocks[0]!
  const head = Math.max(0, first.source - first.quote - MARGIN)
  let [quoteAt, sourceAt] = [0, head]
  for (const block of blocks) {
    all.push(
      ...diffed(quote.slice(quoteAt, block.quote), source.slice(sourceAt, block.source), quoteAt, sourceAt),
      block,
    )
    quoteAt = block.quote + block.length
    sourceAt = block.source + block.length
  }
  const tail = Math.min(source.length, sourceAt + quote.length - quoteAt + MARGIN)
  all.push(...diffed(quote.slice(quoteAt), source.slice(sourceAt, tail), quoteAt, sourceAt))
  return joined(all)
}

function diffed(
  quote: readonly string[],
  source: readonly string[],
  quoteAt: number,
  sourceAt: number,
): Block[] {
  if (quote.length === 0 || source.length === 0) return []
  const changes = diffArrays([...source], [...quote], { maxEditLength: EDITS_MAX })
  const blocks: Block[] = []
  let [inQuote, inSource] = [quoteAt, sourceAt]
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) blocks.push({ quote: inQuote, source: inSource, length: count })
    if (!removed) inQuote += count
    if (!added) inSource += count
  }
  return blocks
}

/** Joins blocks that touch in both texts. */
function joined(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const before = result.at(-1)
    const touches =
      before && before.quote + before.length === block.quote && before.source + before.length === block.source
    if (touches) result[result.length - 1] = { ...before, length: before.length + block.length }
    else result.push(block)
  }
  return result
}
