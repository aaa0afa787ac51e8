import type { SearchQuery } from '../../core/search-query.ts'
import type { Conditions } from '../../database/conditions.ts'
import { inOrder, type Keyset, type Start } from '../../database/keyset.ts'
import { stemsOf } from '../search/conditions.ts'

// SQL, because PostgreSQL cannot know which way to a page is short: its estimates for words that stand together are
// products, and one wrong guess reads the whole table. So the service decides, and writes each way so that only one
// plan fits it.

/** How many of the newest matches are ranked. To rank all of them, PostgreSQL would read each one. */
export const RANKED = 1000

/** The ways to the rows of a page. */
export type Way =
  /** Reads the first statements in the order of the list, and keeps those that match. May find too few. */
  | 'scan'
  /** Finds all matches through an index, and sorts them. */
  | 'index'

/**
 * Returns how many statements a scan reads for a number of rows. With common words, the rows are found among few
 * statements; with rare words, the index finds all matches sooner.
 */
const scannedFor = (count: number): number => Math.max(20_000, 60 * count)

/** Returns the way to try first for a number of rows, by the estimated share of statements that match. */
export const wayFor = (share: number, count: number): Way =>
  share * scannedFor(count) > 2 * count ? 'scan' : 'index'

/** The parts of a query of statements in the order of a keyset. */
export interface Source {
  readonly keyset: Keyset
  /** Where the rows begin. */
  readonly start: Start
  /** Conditions on `statements s`: those of the filters; by the way `index`, also the start. */
  readonly where: Conditions
  /** By the way `scan`, the conditions that an index of the order has: the start, and the speaker. */
  readonly inIndex: Conditions
  readonly count: number
}

/** Returns the query of the first matching rows, with `sort_value`, in one of the ways. */
export function matching(way: Way, { keyset, start, where, inIndex, count }: Source): string {
  const select = `SELECT s.*, ${keyset.expression} AS sort_value FROM statements s`
  const byValue = `${inOrder({ ...keyset, expression: 's.sort_value' }, start)} LIMIT ${count}`
  return way === 'scan'
    ? `SELECT s.* FROM (${select} ${inIndex.where()} ${inOrder(keyset, start)} LIMIT ${scannedFor(count)}) s
       ${where.where()} ${byValue}`
    : // OFFSET 0 keeps the order out of the plan of the matches: otherwise PostgreSQL may walk the order to its end.
      `SELECT s.* FROM (${select} ${where.where()} OFFSET 0) s ${byValue}`
}

/** The most words between the words of a match that count as near. */
const NEAR = 8
/** Larger than the range of the keys of the order by date. */
const DATES = 20_000_000
/** Makes each key of the order by date positive. */
const FIRST_DATE = 8_000_000

/**
 * Returns the expression that the sort by relevance orders by, a bigint: the whole search word for word, then all words
 * near one another, then all words; within each, how densely they stand; then the latest words.
 * @param saidOrder the key of the order by date.
 */
export function relevance(where: Conditions, { groups }: SearchQuery, saidOrder: string): string {
  const stems = groups.map((group) => group.map((term) => stemsOf(where, term)).join(' || '))
  const density = `ts_rank_cd('{1,1,1,1}', s.words, ${stems.map((either) => `(${either})`).join(' && ')})`
  const whole = where.parameter(groups.map(([first]) => first!.text).join(' '))
  const tier = `CASE WHEN has_phrase(s.text, s.speaker_name, s.role, ${whole}::text) THEN 2
    WHEN ${density} > ${1 / (NEAR + 2)} THEN 1 ELSE 0 END`
  return `((${tier}) * 1000 + least(999, round(${density} * 100)))::bigint * ${DATES} + ${saidOrder} + ${FIRST_DATE}`
}
