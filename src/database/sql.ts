import type { Db } from './db.ts'
import { executorOf } from './executor.ts'

/**
 * Runs one statement of hand-written SQL and returns its rows. `$1`, `$2` … stand for the parameters; `value-types.ts`
 * says how values arrive. On a transaction, it joins that transaction. Only `*.sql.ts` files use it.
 */
export const rows = async (
  db: Db,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly unknown[]> => (await executorOf(db).query(sql, parameters)).rows

/**
 * Runs a query as `rows` does, but plans it for the values of its parameters each time: for queries whose best plan
 * depends on how many rows have these values. Planning takes longer than many a query, so `rows` is for all others.
 */
export const plannedRows = async (
  db: Db,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly unknown[]> => (await executorOf(db).query(sql, parameters, false)).rows

/** Runs one statement of hand-written SQL and returns how many rows it changed. */
export const execute = async (db: Db, sql: string, parameters: readonly unknown[] = []): Promise<number> =>
  (await executorOf(db).query(sql, parameters)).count
