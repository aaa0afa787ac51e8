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

/** Runs one statement of hand-written SQL and returns how many rows it changed. */
export const execute = async (db: Db, sql: string, parameters: readonly unknown[] = []): Promise<number> =>
  (await executorOf(db).query(sql, parameters)).count
