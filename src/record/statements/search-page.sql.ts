import type { SearchQuery, SearchTerm } from '../../core/search-query.ts'
import type { Conditions } from '../../database/conditions.ts'
import { inOrder, type Keyset, type Start } from '../../database/keyset.ts'
import { stemsOf } from '../search/conditions.ts'
import type { MatchingShare } from '../search/frequencies.sql.ts'

// SQL, because the service must choose how PostgreSQL finds a page. PostgreSQL estimates the matches of several words
// as a product of single estimates. One wrong estimate can make it read the whole table. So the service writes each
// query in a form that allows only one plan.

/** The number of newest matches that are ranked. PostgreSQL must read each match that it ranks. */
export const RANKED = 1000

/** The ways to find the rows of a page. */
export type Way =
  /** Reads the first statements in the order of the list, and returns those that match. May find too few. */
  | 'scan'
  /** Finds all matches through an index, and sorts them. */
  | 'index'

/**
 * Returns the number of statements that a scan reads to find `count` rows. A scan finds common words among few
 * statements. For rare words, the index finds all matches sooner.
 */
const scannedFor = (count: number): number => Math.max(20_000, 60 * count)

/**
 * The expected share of matches above which a scan is tried. Below it, the index reads so few rows that a scan in vain would
 * cost more.
 */
const SCANNED_FROM = 0.003

/** The expected share of matches from which a scan of the statements of one person is tried. */
const SCANNED_OF_PERSON_FROM = 0.3

/**
 * Returns the way to try first for `count` rows.
 * @param isOfPerson whether the search has people as a filter. A person has few statements beside the table: only with
 * very common words does a scan end before it has read them all.
 */
export const wayFor = ({ expected, most }: MatchingShare, count: number, isOfPerson: boolean): Way =>
  expected > (isOfPerson ? SCANNED_OF_PERSON_FROM : SCANNED_FROM) && most * scannedFor(count) > 2 * count
    ? 'scan'
    : 'index'

/** The parts of a query for statements in the order of a keyset. */
export interface Source {
  readonly keyset: Keyset
  /** The start of the rows. */
  readonly start: Start
  /** The conditions of the filters on `statements s`. With the way `index`, also the condition of the start. */
  readonly where: Conditions
  /** With the way `scan`, the conditions on columns of the index of the order: the start and the speaker. */
  readonly inIndex: Conditions
  readonly count: number
}

/** Returns the query for the first matching rows, with `sort_value`. */
export function matching(way: Way, { keyset, start, where, inIndex, count }: Source): string {
  const select = `SELECT s.*, ${keyset.expression} AS sort_value FROM statements s`
  const byValue = `${inOrder({ ...keyset, expression: 's.sort_value' }, start)} LIMIT ${count}`
  if (way === 'scan')
    return `SELECT s.* FROM (${select} ${inIndex.where()} ${inOrder(keyset, start)} LIMIT ${scannedFor(count)}) s
      ${where.where()} ${byValue}`
  // OFFSET 0 keeps the order out of the plan of the matches. Otherwise PostgreSQL may read the order to its end.
  return `SELECT s.* FROM (${select} ${where.where()} OFFSET 0) s ${byValue}`
}

/** The most words between the words of a search that stand near one another. */
const NEAR = 8
/** A number larger than the range of the keys of the order by date. */
const DATES = 20_000_000
/** Makes each key of the order by date positive. */
const FIRST_DATE = 8_000_000

/**
 * Returns the expression for the sort by relevance, a bigint. First come statements with the whole search word for
 * word, then statements with all words near one another, then all others. Within each group, statements with denser
 * words come first, then later statements. A search with alternatives has no order of words. Statements with more of the
 * alternatives come first, and words of the role count a little less than words that were said.
 * @param saidOrder the key of the order by date.
 */
export function relevance(where: Conditions, { groups }: SearchQuery, saidOrder: string): string {
  const stems = groups.map((group) => group.map((term) => stemsOf(where, term)).join(' || '))
  const hasAlternatives = groups.some((group) => group.length > 1)
  const weights = hasAlternatives ? '{1,0.9,1,1}' : '{1,1,1,1}'
  const density = `ts_rank_cd('${weights}', s.words, ${stems.map((either) => `(${either})`).join(' && ')})`
  const isWhole = hasAlternatives
    ? 'false'
    : hasWhole(
        where,
        groups.map(([term]) => term!),
      )
  const tier = `CASE WHEN ${isWhole} THEN 2 WHEN ${density} > ${1 / (NEAR + 2)} THEN 1 ELSE 0 END`
  return `((${tier}) * 1000 + least(999, round(${density} * 100)))::bigint * ${DATES} + ${saidOrder} + ${FIRST_DATE}`
}

/** Returns a condition that a statement has all terms of a search side by side. */
function hasWhole(where: Conditions, terms: readonly SearchTerm[]): string {
  const [first, ...others] = terms
  // All matches of a search for one phrase have it.
  if (first!.isPhrase && others.length === 0) return 'true'
  const whole = where.parameter(terms.map(({ text }) => text).join(' '))
  // The positions of the stems tell quickly that a statement does not have the words side by side.
  return `(s.words @@ phrase_of(${whole}::text) AND has_phrase(s.text, s.speaker_name, s.role, ${whole}::text))`
}
