import { weightOf } from '../language/function-words.ts'
import type { Quotation, Reading } from '../quotation/read-quotation.ts'
import type { ReadStatement } from '../statement/read-statement.ts'
import { compareAligned, SPLICE_MIN } from './compare-aligned.ts'
import { compareInPlace } from './compare-in-place.ts'
import { quotedSequences, type Sequence, wholeSequence } from './sequence.ts'
import { splitIntoPieces } from './split-reading.ts'
import { type ChangeKind, type Comparison, WORDS_VERDICTS } from './types.ts'

/**
 * The share of a quotation that must be in a statement, in order, so that it counts as the same statement with changes.
 * Names, numbers and other words with a meaning count one, function words a quarter. A quotation of which more than two
 * fifths are other words says something else.
 */
const SHARE_MIN = 0.6
/** If fewer of its words occur in the statement at all, aligning cannot help. */
const OCCURRING_MIN = 0.2

/**
 * Compares the words of a quotation with those of one statement. The answer for the words alone: the speaker and the
 * date do not count. Never throws; the time is linear in the two texts, up to fixed bounds.
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
 * Does what `compare` does if all words of the quotation stand in the statement as they are, in one or several pieces;
 * otherwise returns null. Takes a small part of the time.
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

/** Compares a quotation that joins pieces of the statement without an ellipsis. Null if it is not made of such pieces. */
function compareSpliced(quotation: Quotation, reading: Reading, sequence: Sequence): Comparison | null {
  const pieces = splitIntoPieces(reading, sequence)
  const comparison = pieces && compareInPlace(quotation, pieces, sequence)
  return comparison?.verdict === 'spliced' && comparison.gaps.every(({ words }) => words >= SPLICE_MIN)
    ? comparison
    : null
}

/** Returns the comparison that says the most for the quotation; undefined if there is none. */
const bestOf = (comparisons: readonly Comparison[]): Comparison | undefined =>
  comparisons.reduce<Comparison | undefined>(
    (best, comparison) => (!best || costOf(comparison) < costOf(best) ? comparison : best),
    undefined,
  )

const costOf = ({ verdict, share, changes, gaps }: Comparison): number =>
  WORDS_VERDICTS.indexOf(verdict) * 1000 + (1 - share) * 100 + Math.min(400, changes.length + gaps.length)

const isSameStatement = ({ share, matched }: Comparison): boolean =>
  share >= SHARE_MIN && matched.length > 0 && matched.some(({ quote }) => quote.exact.length > 1)

/** Returns the share of a reading's weight whose words occur in a statement, wherever they stand. */
function occurring({ words }: Reading, keys: readonly string[]): number {
  const known = new Set(keys)
  let [found, total] = [0, 0]
  for (const { key } of words) {
    total += weightOf(key)
    if (known.has(key)) found += weightOf(key)
  }
  return found / total
}

/** Changes after which a paraphrase would be another one. */
const TURNS: ReadonlySet<ChangeKind> = new Set(['negation', 'number', 'date', 'name'])

/**
 * Compares with all words of a statement, those of the report included. Null if that explains no more of the quotation
 * than the words in quotation marks: a word with a meaning more, at least. Null too if it says something else.
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

/** Returns that it is another statement, with the share that the two have in common by chance. */
function nothing(quotation: Quotation, statement: ReadStatement): Comparison {
  const reading = quotation.readings[0]!
  const sequence: Sequence = wholeSequence(statement)
  return without('none', Math.min(occurring(reading, sequence.keys), SHARE_MIN))
}

const without = (verdict: 'none' | 'too-short', share: number): Comparison => ({
  ...{ verdict, share, reading: null, matched: [], folds: [], changes: [], gaps: [], glosses: [] },
  ...{ cut: { before: false, after: false, turning: [] }, isInterrupted: false },
})
