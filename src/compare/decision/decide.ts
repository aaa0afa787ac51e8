import type { Quotation } from '../quotation/read-quotation.ts'
import { type Agreement, type RecordedSpeaker, speakerAgrees } from '../speakers/agree.ts'
import type { ReadStatement } from '../statement/read-statement.ts'
import { compare, findInPlace } from '../verdict/compare.ts'
import { type Comparison, WORDS_VERDICTS } from '../verdict/types.ts'

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
const NEAR_MAX = 5
const ON_RECORD: ReadonlySet<string> = new Set(['verbatim', 'partial', 'spliced'])
const AGREEMENT_COST = { yes: 0, unknown: 1, no: 3 }

/**
 * Decides what the record says about a quotation.
 * @param claimed the speaker that the caller names; null if none.
 * @param candidates at most some hundred statements, the most likely first.
 */
export function decide(
  quotation: Quotation,
  claimed: string | null,
  candidates: readonly Candidate[],
): Decision {
  if (quotation.readings.length === 0)
    return { verdict: 'too-short', best: null, alike: [], near: [], claimed: null }
  const agreements = candidates.map(({ speaker }) => speakerAgrees(claimed, speaker))
  const found = candidates.map(({ statement }) => findInPlace(quotation, statement))
  const isFound = found.some((comparison) => comparison && ON_RECORD.has(comparison.verdict))
  const isClaimed = (index: number): boolean => agreements[index]!.agrees === 'yes'
  const order = [...candidates.keys()].sort((a, b) => Number(isClaimed(b)) - Number(isClaimed(a)) || a - b)
  const aligned = new Set(order.slice(0, isFound ? ALIGNED_MAX / 3 : ALIGNED_MAX))
  for (let index = 0; index < ALIGNED_MAX / 2 && !isFound; index++) aligned.add(index)
  const judged = candidates.flatMap(({ id, statement }, index): Judged[] => {
    const comparison = found[index] ?? (aligned.has(index) ? compare(quotation, statement) : null)
    return comparison ? [{ id, comparison, agreement: agreements[index]! }] : []
  })
  return conclude(judged.sort((a, b) => costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1)))
}

/**
 * Returns the rank of a candidate; the lowest is best. Verbatim matches come first, and among them matches of the
 * claimed speaker. Altered wordings are ranked by similarity, and another speaker costs as much as 15 % of the words.
 */
function costOf({ comparison: { verdict, share, changes, gaps }, agreement }: Judged): number {
  const speaker = AGREEMENT_COST[agreement.agrees]
  if (verdict === 'verbatim' || verdict === 'partial') return speaker * 10 + (verdict === 'partial' ? 1 : 0)
  const rank = WORDS_VERDICTS.indexOf(verdict) * 1000
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
