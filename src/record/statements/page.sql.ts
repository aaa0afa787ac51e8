import { z } from 'zod'
import type { PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import { demandBeyond, inOrder, type Keyset, seek } from '../../database/keyset.ts'
import { plannedRows } from '../../database/sql.ts'
import { anyKind, statementConditions } from './conditions.ts'
import { keysetOf, sortedKeysetOf } from './order.ts'
import { planOf } from './plan.ts'
import type { StatementFilters, StatementSort } from './schema.ts'
import { walkQuery } from './walk.ts'

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
  if (method === 'whole') {
    const where = statementConditions(filters)
    const order = seek(keyset, request, where)
    const found = `SELECT s.id, ${keyset.expression} AS sort_value FROM statements s ${where.where()} ${order}`
    return { page: inFull(`(${found}) found`), parameters: where.parameters, keyset }
  }
  const near = await walk(db, filters, request)
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
  const where = statementConditions(anyKind(filters))
  demandBeyond(keyset, request, where)
  const branches = where
    .branches()
    .map((branch) => `SELECT s.id, ${keyset.expression} AS sort_value FROM statements s ${branch}`)
  const order = inOrder({ ...keyset, expression: 's.sort_value' }, request)
  const query = `SELECT s.id, s.sort_value::text AS sort_key FROM (${branches.join(' UNION ALL ')}) s
    ${order} LIMIT ${request.limit + 1}`
  const found = await plannedRows(db, query, where.parameters)
  return found.map((row) => Found.parse(row))
}
