import type { PageRequest } from '../../core/page.ts'
import type { Conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { plannedRows } from '../../database/sql.ts'
import type { Granularity } from './schema.ts'

// SQL, because Prisma cannot group by parts of a date.

const EDTF_OF: Record<Granularity, string> = { year: 'YYYY', month: 'YYYY-MM', day: 'YYYY-MM-DD' }

/**
 * Returns SQL that truncates a day to its unit. It avoids time zones, because their conversion would take most of the
 * time.
 */
export const startOf = (granularity: Granularity, day: string): string =>
  `date_trunc('${granularity}', ${day}::timestamp)`

/**
 * Returns the groups by unit. Statements whose interval spans several units are left out.
 * @param first SQL for the first day of the unit of a statement, as a timestamp.
 */
export const byUnit = (granularity: Granularity, first = startOf(granularity, 's.said_earliest')) => ({
  edtf: `to_char(${first}, '${EDTF_OF[granularity]}')`,
  earliest: `${first}::date`,
  latest: `(${first} + interval '1 ${granularity}' - interval '1 day')::date`,
  precision: `'${granularity}'`,
  groupBy: first,
  demand: `${first} = ${startOf(granularity, 's.said_latest')}`,
})

/**
 * Finds the first days of the units of a page, nearest first: one step along the index of dates for each unit, which
 * passes over all other statements of the unit before.
 */
export async function findUnits(
  db: Db,
  where: Conditions,
  granularity: Granularity,
  { position, sort, limit }: PageRequest,
): Promise<string[]> {
  const isDescending = sort.startsWith('-') !== (position?.direction === 'prev')
  const { demand, groupBy } = byUnit(granularity)
  where.demand(demand)
  const start = `${where.parameter(position?.values[0] ?? null)}::date`
  const most = where.parameter(limit + 1)
  const beyond = (unit: string): string =>
    isDescending
      ? `s.said_earliest < coalesce(${unit}, 'infinity'::date)`
      : `s.said_earliest >= coalesce((${unit} + interval '1 ${granularity}')::date, '-infinity'::date)`
  const next = (unit: string): string =>
    `(SELECT (${groupBy})::date FROM statements s ${where.where()} AND ${beyond(unit)}
      ORDER BY s.said_earliest ${isDescending ? 'DESC' : 'ASC'} LIMIT 1)`
  const found = await plannedRows(
    db,
    `WITH RECURSIVE unit (first, number) AS (
       SELECT ${next(start)}, 1
       UNION ALL
       SELECT ${next('unit.first')}, number + 1 FROM unit WHERE unit.first IS NOT NULL AND number < ${most}::int
     )
     SELECT first::text AS first FROM unit WHERE first IS NOT NULL ORDER BY number`,
    where.parameters,
  )
  return (found as { first: string }[]).map(({ first }) => first)
}
