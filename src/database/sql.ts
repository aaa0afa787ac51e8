import type { Db } from './db.ts'
import { executorOf } from './executor.ts'

/**
 * Runs one statement of hand-written SQL and returns its rows. `$1`, `$2` … stand for the parameters. `value-types.ts`
 * defines the types of the values. With a transaction, runs in that transaction. Only `*.sql.ts` files use it.
 */
export const rows = async (
  db: Db,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly unknown[]> => (await executorOf(db).query(sql, parameters)).rows

/**
 * Runs a query like `rows`, but makes a new plan for the values of its parameters each time. Use it if the best plan
 * depends on the number of rows with these values. Planning takes longer than many a short query, so use `rows` for all
 * others.
 */
export const plannedRows = async (
  db: Db,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly unknown[]> => (await executorOf(db).query(sql, parameters, false)).rows

/** Runs one statement of hand-written SQL and returns the number of rows that it changed. */
export const execute = async (db: Db, sql: string, parameters: readonly unknown[] = []): Promise<number> =>
  (await executorOf(db).query(sql, parameters)).count
