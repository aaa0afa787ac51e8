import { z } from 'zod'
import type { CountsByTime } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import { publishedOrder } from '../../database/intervals.ts'
import { periodExpression } from '../../database/periods.ts'
import { plannedRows } from '../../database/sql.ts'
import { articleConditions } from './conditions.ts'
import type { ArticleFilters } from './schema.ts'

// SQL, because Prisma cannot group by a part of a date.

const TimeRow = z.object({ time: z.string(), count: z.int() })

/**
 * Counts the articles that were certainly published between two days, by month. An article whose date is wider than a
 * month is counted by year. An article whose date is wider than a year is left out.
 */
export async function countArticlesByTime(
  db: Db,
  filters: ArticleFilters,
  first: string,
  last: string,
): Promise<CountsByTime> {
  const where = articleConditions(filters)
  const from = `${where.parameter(first)}::date`
  where.demand(`${publishedOrder('a').descending} BETWEEN ${from} AND ${where.parameter(last)}::date`)
  where.demand(`a.published_earliest >= ${from}`)
  const time = periodExpression('a.published_earliest', 'a.published_latest')
  const found = await plannedRows(
    db,
    `WITH days AS MATERIALIZED (
       SELECT a.published_earliest, a.published_latest, count(*) AS count FROM articles a ${where.where()} GROUP BY 1, 2)
     SELECT time, sum(count)::int AS count FROM (SELECT ${time} AS time, a.count FROM days a) timed
     WHERE time IS NOT NULL GROUP BY time`,
    where.parameters,
  )
  return new Map(found.map((row) => TimeRow.parse(row)).map(({ time, count }) => [time, count]))
}
