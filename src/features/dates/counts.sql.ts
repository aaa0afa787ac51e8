import type { Bounds } from '../../core/edtf.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { plannedRows } from '../../database/sql.ts'
import type { Granularity, Uncounted } from './schema.ts'
import { byUnit } from './units.sql.ts'

// SQL, because Prisma cannot count by several conditions in one query.

/** Statements to count: all matches, or a sample of them. */
interface Counted {
  readonly read: (columns: string) => { readonly query: string; readonly where: Conditions }
  /** The number of matches for each statement that is read. */
  readonly scale: number
}

/** Counts the statements of a query, all or a sample, that are not in the list of dates. */
export async function countUncounted(
  db: Db,
  { read, scale }: Counted,
  granularity: Granularity | undefined,
): Promise<Uncounted> {
  const { query, where } = read('s.said_earliest, s.said_latest')
  const wider = granularity
    ? `s.said_earliest IS NOT NULL AND NOT coalesce(${byUnit(granularity).demand}, false)`
    : 'false'
  const [row] = await plannedRows(
    db,
    `SELECT count(*) FILTER (WHERE s.said_earliest IS NULL) AS undated, count(*) FILTER (WHERE ${wider}) AS wider
     FROM (${query}) s`,
    where.parameters,
  )
  const { undated, wider: spanning } = row as { undated: number; wider: number }
  const scaled = (count: number): number => Math.round(count * scale)
  return { undated: scaled(undated), wider: scaled(spanning), ...(scale > 1 && { estimated: true }) }
}

/** Counts the statements whose dates lie within the bounds, and all statements that match the conditions. */
export async function countWithin(
  db: Db,
  where: Conditions,
  bounds: Bounds,
): Promise<{ within: number; overlapping: number }> {
  const from = where.parameter(bounds.earliest)
  const to = where.parameter(bounds.latest)
  const [row] = await plannedRows(
    db,
    `SELECT count(*) FILTER (WHERE (${from}::date IS NULL OR s.said_earliest >= ${from}::date)
                               AND (${to}::date IS NULL OR s.said_latest <= ${to}::date)) AS within,
            count(*) AS overlapping
     FROM statements s ${where.where()}`,
    where.parameters,
  )
  return row as { within: number; overlapping: number }
}
