import { weightOf } from '../language/function-words.ts'
import type { Quotation, Reading } from '../quotation/read-quotation.ts'
import type { ReadStatement } from '../statement/read-statement.ts'
import { compareAligned, SPLICE_MIN } from './compare-aligned.ts'
import { compareInPlace } from './compare-in-place.ts'
import { quotedSequences, type Sequence, wholeSequence } from './sequence.ts'
import { splitIntoPieces } from './split-reading.ts'
import { type ChangeKind, type Comparison, WORDS_VERDICTS } from './types.ts'

/**
 * The least share of a quotation in a statement, in order, with which the quotation counts as an altered form of the
 * statement. `weightOf` gives the weight of each word. If more than a third of the words differ, the quotation says
 * something else.
 */
const SHARE_MIN = 0.66
/**
 * The least share of its words that must occur anywhere in the statement. Below it, an alignment cannot reach
 * `SHARE_MIN`.
 */
const OCCURRING_MIN = 0.2

/**
 * Compares the words of a quotation with the words of one statement. Ignores the speaker and the date. Never throws.
 * Takes linear time, up to fixed bounds.
 */
export function compare(quotation: Quotation, statement: ReadStatement): Comparison {
  if (quotation.readings.length === 0) return without('too-short', 0)
  const inPlace = findInPlace(quotation, statement)
  if (inPlace) return inPlace
  const near = pairsOf(quotation, statement).filter(
    ([reading, { keys }]) => occurring(reading, keys) >= OCCURRING_MIN,
  )
  const aligned = bestOf(near.map((pair) => compareAligned(quotation, ...pair)).filter(isSameStatement))
  return paraphrased(quotation, statement, aligned?.share ?? 0) ?? aligned ?? nothing(quotation, statement)
}

/**
 * Compares like `compare`, but only if all words of the quotation stand unchanged in the statement, in one or several
 * pieces. Returns null otherwise. Takes much less time than `compare`.
 */
export function findInPlace(quotation: Quotation, statement: ReadStatement): Comparison | null {
  const pairs = pairsOf(quotation, statement)
  return (
    bestOf(pairs.flatMap(([reading, sequence]) => compareInPlace(quotation, reading, sequence) ?? [])) ??
    bestOf(pairs.flatMap(([reading, sequence]) => compareSpliced(quotation, reading, sequence) ?? [])) ??
    null
  )
}

const pairsOf = (quotation: Quotation, statement: ReadStatement): (readonly [Reading, Sequence])[] => {
  const sequences = quotedSequences(statement)
  return quotation.readings.flatMap((reading) => sequences.map((sequence) => [reading, sequence] as const))
}

/**
 * Compares a quotation that joins pieces of the statement without an ellipsis. Returns null for any other quotation.
 */
function compareSpliced(quotation: Quotation, reading: Reading, sequence: Sequence): Comparison | null {
  const pieces = splitIntoPieces(reading, sequence)
  const comparison = pieces && compareInPlace(quotation, pieces, sequence)
  return comparison?.verdict === 'spliced' && comparison.gaps.every(({ words }) => words >= SPLICE_MIN)
    ? comparison
    : null
}

/** Returns the most favorable comparison; undefined if there is none. */
const bestOf = (comparisons: readonly Comparison[]): Comparison | undefined =>
  comparisons.reduce<Comparison | undefined>(
    (best, comparison) => (!best || costOf(comparison) < costOf(best) ? comparison : best),
    undefined,
  )

const costOf = ({ verdict, share, changes, gaps }: Comparison): number =>
  WORDS_VERDICTS.indexOf(verdict) * 1000 + (1 - share) * 100 + Math.min(400, changes.length + gaps.length)

const isSameStatement = ({ share, matched }: Comparison): boolean =>
  share >= SHARE_MIN && matched.length > 0 && matched.some(({ quote }) => quote.exact.length > 1)

/** Returns the share of a reading, by weight, whose words occur anywhere in a statement. */
function occurring({ words }: Reading, keys: readonly string[]): number {
  const known = new Set(keys)
  let [found, total] = [0, 0]
  for (const { key } of words) {
    total += weightOf(key)
    if (known.has(key)) found += weightOf(key)
  }
  return found / total
}

/** Changes that give a paraphrase another meaning. */
const TURNS: ReadonlySet<ChangeKind> = new Set(['negation', 'number', 'date', 'name'])

/**
 * Compares a quotation with all words of a statement, including the words of the report. Returns null if this does not
 * find at least one more content word of the quotation. Also returns null if the meanings differ.
 * @param explained the share of the quotation that is in quotation marks in the statement.
 */
function paraphrased(quotation: Quotation, statement: ReadStatement, explained: number): Comparison | null {
  const reading = quotation.readings[0]!
  const sequence = wholeSequence(statement)
  if (!sequence.isParaphrase || occurring(reading, sequence.keys) < OCCURRING_MIN) return null
  const comparison = compareAligned(quotation, reading, sequence)
  const total = reading.words.reduce((sum, { key }) => sum + weightOf(key), 0)
  if (comparison.share < SHARE_MIN || (comparison.share - explained) * total < 1) return null
  if (comparison.changes.some(({ kind }) => TURNS.has(kind))) return null
  return { ...comparison, verdict: 'paraphrase', changes: [], gaps: [], folds: [], glosses: [] }
}

/** Returns the comparison for another statement. Its share has the words that both have by chance. */
function nothing(quotation: Quotation, statement: ReadStatement): Comparison {
  const reading = quotation.readings[0]!
  const sequence: Sequence = wholeSequence(statement)
  return without('none', Math.min(occurring(reading, sequence.keys), SHARE_MIN))
}

const without = (verdict: 'none' | 'too-short', share: number): Comparison => ({
  ...{ verdict, share, reading: null, matched: [], folds: [], changes: [], gaps: [], glosses: [] },
  ...{ cut: { before: false, after: false, turning: [] }, isInterrupted: false },
})
