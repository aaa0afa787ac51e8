import type { Db, Tx } from './db.ts'
import { executorOf } from './executor.ts'

/**
 * Runs `work` in one transaction and commits. If `work` throws, it rolls back and throws the same error. Within a
 * transaction, it joins that transaction. The queries of one transaction share a connection and run one after another.
 */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  executorOf(db).transact(work)
