import { z } from 'zod'
import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { inOrder } from '../../database/keyset.ts'
import { plannedRows } from '../../database/sql.ts'
import { keysetOf } from './order.ts'
import type { StatementSort } from './schema.ts'

const TriedRow = z.object({ id: z.string().nullable(), sort_key: z.string().nullable(), tried: z.int() })

/** A statement on a page, and the text of the value by which it is sorted. */
export interface FoundRow {
  readonly id: string
  readonly sort_key: string
}

export interface FoundRows {
  readonly found: readonly FoundRow[]
  /** True if there are no more matches than these. */
  readonly isComplete: boolean
}

export const NOTHING_FOUND: FoundRows = { found: [], isComplete: false }

/**
 * Compares the rows of a query with a condition, and finds the first matches of a page.
 * @param where has the parameters of all parts.
 * @param rows the query for statements with `sort_value`. The matches are complete if it has fewer rows than `most`.
 * @param matching the WHERE clause for `statements s`.
 */
export async function tryRows(
  db: Db,
  where: Conditions,
  request: PageRequest,
  { rows, most, matching }: { rows: string; most: number; matching: string },
): Promise<FoundRows> {
  const order = byValue(request)
  const query = `WITH next AS MATERIALIZED (${rows})
    SELECT tried, found.* FROM (SELECT count(*) AS tried FROM next) tried LEFT JOIN (
      SELECT s.id, s.sort_value::text AS sort_key FROM next s
      ${matching} ${order} LIMIT ${request.limit + 1}) found ON true`
  const tried = (await plannedRows(db, query, where.parameters)).map((row) => TriedRow.parse(row))
  const found = tried.flatMap(({ id, sort_key }) =>
    id !== null && sort_key !== null ? [{ id, sort_key }] : [],
  )
  return { found, isComplete: tried[0]!.tried < most }
}

/** Returns the clause that orders rows by their `sort_value` like the list of the request. */
export const byValue = (request: PageRequest): string =>
  inOrder({ ...keysetOf(request.sort as StatementSort), expression: 's.sort_value' }, request)
