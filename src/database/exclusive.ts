import { executorOf } from './executor.ts'
import type { Db, Tx } from './handle.ts'
import { inTransaction } from './transaction.ts'

/** Work that only one process at a time may do. */
const LOCKS = { seed: 7_261_843_092 } as const

/** Runs `work` in one transaction that nobody else runs under the same name meanwhile: others wait for its end. */
export const exclusively = <T>(db: Db, name: keyof typeof LOCKS, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, async (tx) => {
    await executorOf(tx).query('select pg_advisory_xact_lock($1)', [LOCKS[name]])
    return work(tx)
  })
