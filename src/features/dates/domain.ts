import { toDayNumber } from '../../core/calendar.ts'
import type { Edtf } from '../../core/edtf.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import { countStatementsUpTo, sampleOf, statementConditions } from '../../record/statements/domain.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import * as counts from './counts.sql.ts'
import type { DateCounts, Granularity, SaidDate, Uncounted } from './schema.ts'
import * as store from './store.sql.ts'
import { findUnits } from './units.sql.ts'

/** The most matches that are grouped at once. Of more, only those in the units of the page are read. */
const GROUPED_MAX = 10_000

/**
 * Lists the dates of the statements that match the filters. The date nearest to the position of the page comes first.
 */
export async function listDates(
  db: Db,
  filters: StatementFilters,
  granularity: Granularity | undefined,
  request: PageRequest,
): Promise<Keyed<Omit<SaidDate, 'url'>>[]> {
  const where = statementConditions(filters)
  if (
    !granularity ||
    hasFewUnits(filters, granularity, request.limit) ||
    (await countStatementsUpTo(db, filters, GROUPED_MAX)) <= GROUPED_MAX
  )
    return store.listDates(db, where, granularity, request)
  const units = await findUnits(db, statementConditions(filters), granularity, request)
  return units.length === 0 ? [] : store.listDates(db, where, granularity, request, units)
}

/** The days of the shortest unit of each kind. */
const SHORTEST: Readonly<Record<Granularity, number>> = { year: 365, month: 28, day: 1 }

/** Returns whether all units of the period of the filters surely fit on a page. Then all its statements are read anyway. */
function hasFewUnits(
  { said_from, said_to }: StatementFilters,
  granularity: Granularity,
  limit: number,
): boolean {
  if (!said_from || !said_to) return false
  const days = toDayNumber(said_to) - toDayNumber(said_from) + 1
  // The period can begin and end within a unit.
  return days / SHORTEST[granularity] + 2 <= limit
}

/**
 * Counts the dates of the statements that match the filters: the units, and the dates that span more than one unit. Lists
 * the latest of each, and reads every match.
 */
export const countDates = (
  db: Db,
  filters: StatementFilters,
  granularity: Granularity,
  most: number,
): Promise<DateCounts> => store.countDates(db, statementConditions(filters), granularity, most)

/**
 * Counts the statements that match the filters but are in no entry of the list of dates. If very many statements match,
 * the counts are estimates from a sample.
 */
export const countUncounted = async (
  db: Db,
  filters: StatementFilters,
  granularity: Granularity | undefined,
): Promise<Uncounted> => counts.countUncounted(db, await sampleOf(db, filters, GROUPED_MAX), granularity)

/** Returns filters that match only the statements whose date overlaps a date. */
export const narrowTo = (filters: StatementFilters, { earliest, latest }: Edtf): StatementFilters => ({
  ...filters,
  said_from: earliest,
  said_to: latest,
})

/** Counts the statements that were certainly made on a date, and the statements that may have been made on it. */
export const countWithin = (
  db: Db,
  filters: StatementFilters,
  date: Edtf,
): Promise<{ within: number; overlapping: number }> =>
  counts.countWithin(db, statementConditions(narrowTo({ ...filters, match: 'overlap' }, date)), date)
