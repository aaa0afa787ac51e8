import type { Db, Tx } from './db.ts'
import { executorOf } from './executor.ts'

/**
 * Runs `work` in one transaction and commits; rolls back where it throws, and throws what it threw. Within a
 * transaction already it joins that one. Queries of one transaction share a connection: await each before the next.
 */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  executorOf(db).transact(work)
