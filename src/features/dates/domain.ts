import type { Edtf } from '../../core/edtf.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import { statementConditions } from '../../record/statements/domain.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import type { Granularity, SaidDate, Uncounted } from './schema.ts'
import * as store from './store.sql.ts'

/** Dates on which statements that pass the filters were made, nearest to the page's position first. */
export const listDates = (
  db: Db,
  filters: StatementFilters,
  granularity: Granularity | undefined,
  request: PageRequest,
): Promise<Keyed<Omit<SaidDate, 'url'>>[]> =>
  store.listDates(db, statementConditions(filters), granularity, request)

/** How many statements that pass the filters the list of dates leaves out. */
export const countUncounted = (
  db: Db,
  filters: StatementFilters,
  granularity: Granularity | undefined,
): Promise<Uncounted> => store.countUncounted(db, statementConditions(filters), granularity)

/** The filters narrowed to a date: to statements whose own date overlaps it. */
export const narrowTo = (filters: StatementFilters, { earliest, latest }: Edtf): StatementFilters => ({
  ...filters,
  said_from: earliest,
  said_to: latest,
})

/** How many statements were surely made on a date, and how many may have been. */
export const countWithin = (
  db: Db,
  filters: StatementFilters,
  date: Edtf,
): Promise<{ within: number; overlapping: number }> =>
  store.countWithin(db, statementConditions(narrowTo({ ...filters, match: 'overlap' }, date)), date)
