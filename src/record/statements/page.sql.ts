import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { demandBeyond, type Keyset, seek } from '../../database/keyset.ts'
import { plannedRows } from '../../database/sql.ts'
import { anyKind, isFirstReport, statementConditions } from './conditions.ts'
import { keysetOf, sortedKeysetOf } from './order.ts'
import { planOf } from './plan.ts'
import type { StatementFilters, StatementSort } from './schema.ts'
import { byValue, type FoundRow, type FoundRows, NOTHING_FOUND, tryRows } from './tried.sql.ts'
import { triesFor, walk } from './walk.sql.ts'

// SQL, because the plans of PostgreSQL for these lists depend on how the query is written (ADR 14).

/** The query for the statements of a page: `statements s` with `sort_value`, one statement more than the page. */
export interface PageRows {
  readonly page: string
  readonly parameters: readonly unknown[]
  readonly keyset: Keyset
}

/**
 * Returns the query for the statements on a page of a list. The work is limited by the size of the page or by the
 * rarest filter, even if no statement matches.
 */
export async function findPage(db: Db, filters: StatementFilters, request: PageRequest): Promise<PageRows> {
  const sort = request.sort as StatementSort
  const { method, mayFollowOrder } = planOf(filters, sort)
  const keyset = mayFollowOrder ? keysetOf(sort) : sortedKeysetOf(sort)
  if (method === 'whole' && (mayFollowOrder || !filters.distinct)) {
    const where = statementConditions(filters)
    const order = seek(keyset, request, where)
    const found = `SELECT s.id, ${keyset.expression} AS sort_value FROM statements s ${where.where()} ${order}`
    return { page: inFull(`(${found}) found`), parameters: where.parameters, keyset }
  }
  const near = method === 'walk' ? await walk(db, filters, request) : NOTHING_FOUND
  const isEnough = near.isComplete || near.found.length > request.limit
  const found = isEnough ? near.found : await search(db, filters, keyset, request)
  return {
    page: inFull(`unnest($1::uuid[], $2::text[]::${keyset.type}[]) AS found (id, sort_value)`),
    parameters: [found.map(({ id }) => id), found.map(({ sort_key }) => sort_key)],
    keyset,
  }
}

/** Returns the query for whole statements from a query that finds their ids. Finding ids needs only an index. */
const inFull = (found: string): string =>
  `SELECT s.*, found.sort_value FROM ${found} JOIN statements s ON s.id = found.id`

/** Finds matches among all rows, by the indexes of the filters. */
async function search(
  db: Db,
  filters: StatementFilters,
  keyset: Keyset,
  request: PageRequest,
): Promise<readonly FoundRow[]> {
  if (filters.distinct) {
    const { found, isComplete } = await searchReports(db, filters, keyset, request)
    if (isComplete || found.length > request.limit) return found
  }
  const where = statementConditions(anyKind(filters))
  demandBeyond(keyset, request, where)
  const query = `SELECT s.id, s.sort_value::text AS sort_key FROM (${matches(where, keyset)}) s
    ${byValue(request)} LIMIT ${request.limit + 1}`
  return (await plannedRows(db, query, where.parameters)) as FoundRow[]
}

/** Returns the query for all rows that match, with `sort_value`. */
const matches = (where: Conditions, keyset: Keyset): string =>
  where
    .branches()
    .map((branch) => `SELECT s.id, ${keyset.expression} AS sort_value FROM statements s ${branch}`)
    .join(' UNION ALL ')

/**
 * Finds the first report of each utterance among the next matches of the other filters, because it takes long to find
 * out for every match whether it is a first report. May find too few.
 */
async function searchReports(
  db: Db,
  filters: StatementFilters,
  keyset: Keyset,
  request: PageRequest,
): Promise<FoundRows> {
  const where = statementConditions(anyKind({ ...filters, distinct: undefined }))
  demandBeyond(keyset, request, where)
  const most = triesFor(request)
  return tryRows(db, where, request, {
    rows: `SELECT * FROM (${matches(where, keyset)}) s ${byValue(request)} LIMIT ${most}`,
    most,
    matching: `WHERE ${isFirstReport(where, filters)}`,
  })
}
