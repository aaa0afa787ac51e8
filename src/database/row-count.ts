import type { Conditions } from './conditions.ts'
import type { Db } from './db.ts'
import { rows } from './sql.ts'

/** The way to count a list: not at all, by the cheap estimate of the planner, or exactly. */
export type Counting = 'none' | 'estimate' | 'exact'

/** Counts the rows of a list. Returns null if no count was requested. */
export async function countRows(
  db: Db,
  counting: Counting,
  from: string,
  where: Conditions,
): Promise<number | null> {
  if (counting === 'none') return null
  if (counting === 'exact') {
    const [row] = await rows(db, `SELECT count(*) AS count ${from} ${where.where()}`, where.parameters)
    return (row as { count: number }).count
  }
  const [row] = await rows(db, `EXPLAIN (FORMAT JSON) SELECT 1 ${from} ${where.where()}`, where.parameters)
  return (row as { 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] })['QUERY PLAN'][0].Plan['Plan Rows']
}
