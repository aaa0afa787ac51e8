import type { Db, Tx } from './db.ts'
import { executorOf } from './executor.ts'

/**
 * Runs `work` in one transaction and commits. If `work` throws, rolls back and throws the same error. Within a
 * transaction, runs `work` in that transaction. The queries of a transaction share a connection and run one after
 * another.
 */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  executorOf(db).transact(work)
