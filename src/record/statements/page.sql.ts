import { z } from 'zod'
import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { demandBeyond, inOrder, type Keyset, seek } from '../../database/keyset.ts'
import { plannedRows } from '../../database/sql.ts'
import { anyKind, isFirstReport, statementConditions } from './conditions.ts'
import { keysetOf, sortedKeysetOf } from './order.ts'
import { planOf } from './plan.ts'
import type { StatementFilters, StatementSort } from './schema.ts'
import { TRIES, walkQuery } from './walk.ts'

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
  const near = method === 'walk' ? await walk(db, filters, request) : []
  const found = near.length > request.limit ? near : await search(db, filters, keyset, request)
  return {
    page: inFull(`unnest($1::uuid[], $2::text[]::${keyset.type}[]) AS found (id, sort_value)`),
    parameters: [found.map(({ id }) => id), found.map(({ sort_key }) => sort_key)],
    keyset,
  }
}

/** Returns the query for whole statements from a query that finds their ids. Finding ids needs only an index. */
const inFull = (found: string): string =>
  `SELECT s.*, found.sort_value FROM ${found} JOIN statements s ON s.id = found.id`

const Found = z.object({ id: z.string(), sort_key: z.string() })
type Found = z.infer<typeof Found>

/** Finds matches among the next rows of the order. May find too few. */
async function walk(db: Db, filters: StatementFilters, request: PageRequest): Promise<Found[]> {
  const where = statementConditions(filters)
  const found = await plannedRows(db, walkQuery(where, filters, request), where.parameters)
  return found.map((row) => Found.parse(row))
}

/** Finds matches among all rows, by the indexes of the filters. */
async function search(
  db: Db,
  filters: StatementFilters,
  keyset: Keyset,
  request: PageRequest,
): Promise<Found[]> {
  if (filters.distinct) {
    const { found, isComplete } = await searchReports(db, filters, keyset, request)
    if (isComplete || found.length > request.limit) return found
  }
  const where = statementConditions(anyKind(filters))
  demandBeyond(keyset, request, where)
  const query = `SELECT s.id, s.sort_value::text AS sort_key FROM (${matches(where, keyset)}) s
    ${inOrder({ ...keyset, expression: 's.sort_value' }, request)} LIMIT ${request.limit + 1}`
  const found = await plannedRows(db, query, where.parameters)
  return found.map((row) => Found.parse(row))
}

/** Returns the query for all rows that match, with `sort_value`. */
const matches = (where: Conditions, keyset: Keyset): string =>
  where
    .branches()
    .map((branch) => `SELECT s.id, ${keyset.expression} AS sort_value FROM statements s ${branch}`)
    .join(' UNION ALL ')

const TriedRow = z.object({ id: z.string().nullable(), sort_key: z.string().nullable(), tried: z.int() })

/**
 * Finds the first report of each utterance among the next matches of the other filters, because it takes long to find
 * out for every match whether it is a first report. May find too few.
 */
async function searchReports(
  db: Db,
  filters: StatementFilters,
  keyset: Keyset,
  request: PageRequest,
): Promise<{ found: Found[]; isComplete: boolean }> {
  const where = statementConditions(anyKind({ ...filters, distinct: undefined }))
  demandBeyond(keyset, request, where)
  const tries = TRIES * (request.limit + 1)
  const order = inOrder({ ...keyset, expression: 's.sort_value' }, request)
  const query = `WITH next AS MATERIALIZED (SELECT * FROM (${matches(where, keyset)}) s ${order} LIMIT ${tries})
    SELECT tried, found.* FROM (SELECT count(*) AS tried FROM next) tried LEFT JOIN (
      SELECT s.id, s.sort_value::text AS sort_key FROM next s
      WHERE ${isFirstReport(where, filters)} ${order} LIMIT ${request.limit + 1}) found ON true`
  const rows = (await plannedRows(db, query, where.parameters)).map((row) => TriedRow.parse(row))
  const found = rows.flatMap(({ id, sort_key }) =>
    id !== null && sort_key !== null ? [{ id, sort_key }] : [],
  )
  return { found, isComplete: rows[0]!.tried < tries }
}
