import { executorOf } from './executor.ts'
import type { Prisma } from './generated/client.ts'
import type { Db } from './handle.ts'

/** The generated client, within the transaction where `db` is one. Only stores import this. */
export const prisma = (db: Db): Prisma.TransactionClient => executorOf(db).prisma

/**
 * The rows of one statement of hand-written SQL, `$1`, `$2` … standing for the parameters; within the transaction
 * where `db` is one. `values.ts` says how values arrive.
 */
export const rows = async (
  db: Db,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly unknown[]> => (await executorOf(db).query(sql, parameters)).rows

/** Runs one statement of hand-written SQL and returns how many rows it changed. */
export const execute = async (db: Db, sql: string, parameters: readonly unknown[] = []): Promise<number> =>
  (await executorOf(db).query(sql, parameters)).count
