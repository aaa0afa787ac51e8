import type { Quotation } from '../quotation/read-quotation.ts'
import { type Agreement, type RecordedSpeaker, speakerAgrees } from '../speakers/agree.ts'
import type { ReadStatement } from '../statement/read-statement.ts'
import { compare, findInPlace } from '../verdict/compare.ts'
import { overlapWith } from '../verdict/shared-words.ts'
import { type Comparison, WORDS_VERDICTS as RANKS } from '../verdict/types.ts'

/** A statement on record that a quotation may quote. */
export interface Candidate {
  readonly id: string
  readonly statement: ReadStatement
  readonly speaker: RecordedSpeaker
}

/** A candidate, compared with a quotation and its claimed speaker. */
export interface Judged {
  readonly id: string
  readonly comparison: Comparison
  readonly agreement: Agreement
}

/**
 * The verdict about a quotation and its claimed speaker. misattributed: the words are on record, but another person
 * spoke them.
 */
export type Verdict = Exclude<Comparison['verdict'], 'none'> | 'misattributed' | 'not-found'

/** The answer of the record to a quotation. */
export interface Decision {
  readonly verdict: Verdict
  /** The statement that decides; null if the words are not on record. */
  readonly best: Judged | null
  /**
   * The statements with the same verdict as `best`, `best` first: other reports of the words, or other speakers of the
   * same words.
   */
  readonly alike: readonly Judged[]
  /** Other similar statements, the most similar first, at most 5. */
  readonly near: readonly Judged[]
  /** The most similar statement of the claimed speaker, if another person spoke `best`; null otherwise. */
  readonly claimed: Judged | null
}

/** The most candidates that are aligned. Alignment takes longer than `findInPlace`. */
const ALIGNED_MAX = 60
/** The number of candidates that are aligned if none is similar, so that the answer can name near statements. */
const ALIGNED_MIN = 8
/** The least share of the words. A statement with less is another statement, and no alignment is needed. */
const OVERLAP_MIN = 0.4
/** The share that an alignment can find beyond the words that two texts share: other forms and spellings of words. */
const FORMS_SHARE = 0.2
/** The share of words by which a statement of the claimed speaker may fall behind a statement of another speaker. */
const CLAIMED_SHARE = 0.15
const NEAR_MAX = 5
const ON_RECORD: ReadonlySet<string> = new Set(['verbatim', 'partial', 'spliced'])
const AGREEMENT_COST = { yes: 0, unknown: 1, no: 3 }

/**
 * Decides what the record says about a quotation.
 * @param claimed the speaker that the caller names; null if none.
 * @param candidates at most some hundred statements, the most likely first.
 */
export const decide = (
  quotation: Quotation,
  claimed: string | null,
  candidates: readonly Candidate[],
): Decision => createDecider(quotation, claimed)(candidates)

/** Decides with the candidates that are known. Call it again with more candidates: what was compared stays compared. */
export type Decider = (candidates: readonly Candidate[]) => Decision

/** Creates the function that decides about a quotation, as `decide` does. */
export function createDecider(quotation: Quotation, claimed: string | null): Decider {
  const inPlace = new Map<ReadStatement, Comparison | null>()
  const aligned = new Map<ReadStatement, Comparison>()
  const compared = {
    inPlace: keptIn(inPlace, (statement) => findInPlace(quotation, statement)),
    aligned: keptIn(aligned, (statement) => compare(quotation, statement)),
  }
  return (candidates) => decideWith(quotation, claimed, candidates, compared)
}

type Compared = {
  readonly inPlace: (statement: ReadStatement) => Comparison | null
  readonly aligned: (statement: ReadStatement) => Comparison
}

/** Returns a function that compares each statement only once. */
const keptIn =
  <Result>(known: Map<ReadStatement, Result>, find: (statement: ReadStatement) => Result) =>
  (statement: ReadStatement): Result => {
    const found = known.get(statement)
    if (found !== undefined) return found
    const result = find(statement)
    known.set(statement, result)
    return result
  }

function decideWith(
  quotation: Quotation,
  claimed: string | null,
  candidates: readonly Candidate[],
  compared: Compared,
): Decision {
  if (quotation.readings.length === 0)
    return { verdict: 'too-short', best: null, alike: [], near: [], claimed: null }
  const agreements = candidates.map(({ speaker }) => speakerAgrees(claimed, speaker))
  const overlap = overlapWith(quotation)
  const overlaps = candidates.map(({ statement }) => overlap(statement))
  const judged: Judged[] = []
  const others: number[] = []
  const judge = (index: number, comparison: Comparison): number =>
    judged.push({ id: candidates[index]!.id, comparison, agreement: agreements[index]! })
  for (const [index, { statement }] of candidates.entries()) {
    const found = overlaps[index] === 1 ? compared.inPlace(statement) : null
    if (found) judge(index, found)
    else others.push(index)
  }
  const isFound = judged.some(({ comparison }) => ON_RECORD.has(comparison.verdict))
  const promise = (index: number): number =>
    overlaps[index]! + (agreements[index]!.agrees === 'yes' ? CLAIMED_SHARE : 0)
  const precedes = (a: number, b: number): number => (candidates[a]!.id < candidates[b]!.id ? -1 : 1)
  others.sort((a, b) => promise(b) - promise(a) || precedes(a, b))
  let best = isFound ? 1 : 0
  for (const [count, index] of others.slice(0, isFound ? ALIGNED_MAX / 3 : ALIGNED_MAX).entries()) {
    if (best > 0 && overlaps[index]! < OVERLAP_MIN) continue
    if (count >= ALIGNED_MIN && (overlaps[index]! < OVERLAP_MIN || promise(index) + FORMS_SHARE < best)) break
    const comparison = compared.aligned(candidates[index]!.statement)
    judge(index, comparison)
    if (comparison.verdict !== 'none') best = Math.max(best, comparison.share)
  }
  return conclude(judged.sort((a, b) => costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1)))
}

/**
 * Returns the rank of a candidate; the lowest is best. Verbatim matches come first, and among them matches of the
 * claimed speaker. Altered wordings and paraphrases are ranked by similarity. Another speaker costs as much as 15 % of
 * the words, and a paraphrase as much as 5 %.
 */
function costOf({ comparison: { verdict, share, changes, gaps }, agreement }: Judged): number {
  const speaker = AGREEMENT_COST[agreement.agrees]
  if (verdict === 'verbatim' || verdict === 'partial') return speaker * 10 + (verdict === 'partial' ? 1 : 0)
  const rank = verdict === 'paraphrase' ? RANKS.indexOf('altered') * 1000 + 5 : RANKS.indexOf(verdict) * 1000
  return rank + (1 - share) * 100 + speaker * 5 + Math.min(90, changes.length + gaps.length)
}

function conclude(judged: readonly Judged[]): Decision {
  const best = judged[0]
  if (!best || best.comparison.verdict === 'none') {
    return { verdict: 'not-found', best: null, alike: [], near: judged.slice(0, NEAR_MAX), claimed: null }
  }
  const { verdict } = best.comparison
  const isOnRecord = ON_RECORD.has(verdict)
  const isAlike = (other: Judged): boolean =>
    other.comparison.verdict === verdict ||
    (other.comparison.verdict === 'verbatim' && verdict === 'partial') ||
    (other.comparison.verdict === 'partial' && verdict === 'verbatim')
  const alike = isOnRecord ? judged.filter(isAlike) : [best]
  const isOther = best.agreement.agrees === 'no'
  return {
    verdict: isOnRecord && isOther ? 'misattributed' : (verdict as Exclude<typeof verdict, 'none'>),
    best,
    alike,
    near: judged
      .filter((other) => !alike.includes(other) && other.comparison.verdict !== 'none')
      .slice(0, NEAR_MAX),
    claimed: isOther
      ? (judged.find((other) => other.agreement.agrees === 'yes' && other.comparison.verdict !== 'none') ??
        null)
      : null,
  }
}
