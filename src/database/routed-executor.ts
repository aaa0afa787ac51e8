import { AsyncLocalStorage } from 'node:async_hooks'
import { isReplicaFault } from './errors.ts'
import type { PoolExecutor } from './pool-executor.ts'
import type { Replica } from './replica.ts'

const target = new AsyncLocalStorage<'replica' | 'primary'>()

/** Runs work whose reads outside of transactions go to the replica, if the database has one. */
export const readingReplica = <Result>(work: () => Result): Result => target.run('replica', work)

/** Runs work whose reads go to the primary. It is what holds where nothing else was said. */
export const readingPrimary = <Result>(work: () => Result): Result => target.run('primary', work)

/**
 * Makes an executor that sends reads to the replica or to the primary, as the surrounding `readingReplica` says, and
 * transactions to the primary.
 */
export function routeReads(primary: PoolExecutor, replica: Replica): PoolExecutor {
  const reader = (): PoolExecutor => (target.getStore() === 'replica' ? replica.executor : primary)
  return {
    get prisma() {
      return reader().prisma
    },
    query: (sql, parameters, isPrepared) => reader().query(sql, parameters, isPrepared),
    transact: (work) => primary.transact(work),
    noteLedger: (position) => primary.noteLedger(position),
    openSnapshot: () =>
      reader()
        .openSnapshot()
        .catch((error) => {
          if (!isReplicaFault(error)) throw error
          return primary.openSnapshot()
        }),
    close: () => primary.close(),
  }
}
