import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/handle.ts'
import { enqueue, type NewWork } from '../../../database/queue.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { describeJob, jobNotFound } from '../read.ts'
import type { JobDetail } from '../schema.ts'
import * as store from './store.ts'

/**
 * Ends a job: what waits is not read, what is being read is. Again, it does nothing.
 * @throws DomainError `not_found`; `conflict` for a job that is done.
 */
export const cancelJob = (db: Db, id: string, now: Date): Promise<JobDetail> =>
  inTransaction(db, async (tx) => {
    const state = await store.holdJob(tx, id)
    if (state === undefined) throw jobNotFound(id)
    if (state === 'done') throw new DomainError('conflict', 'The job is done: there is nothing to cancel.')
    if (state !== 'cancelled') await store.cancelJob(tx, id, now)
    return describeJob(tx, id, now)
  })

/**
 * Lets workers try the lines again that were given up.
 * @param workerSeconds how long one may have a line.
 * @throws DomainError `not_found`; `conflict` where no line was given up.
 */
export const retryJob = (db: Db, id: string, workerSeconds: number, now: Date): Promise<JobDetail> =>
  inTransaction(db, async (tx) => {
    if ((await store.holdJob(tx, id)) === undefined) throw jobNotFound(id)
    const lines = await store.reviveItems(tx, id)
    if (lines.length === 0)
      throw new DomainError(
        'conflict',
        'No line of this job was given up. Lines that failed are at fault themselves: mend them and send them again.',
      )
    await store.reopenJob(tx, id)
    await enqueue(
      tx,
      lines.map(
        (line): NewWork => ({ queue: 'ingest-again', data: { job: id, line }, expireSeconds: workerSeconds }),
      ),
    )
    return describeJob(tx, id, now)
  })
