import { DomainError } from '../../../core/errors.ts'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db } from '../../../database/db.ts'
import { enqueue, type NewWork } from '../../../database/queue.ts'
import { inTransaction } from '../../../database/transaction.ts'
import type { ItemState, JobDetail, JobItem } from './schema.ts'
import * as store from './store.ts'
import * as writes from './write-store.ts'

export { isLasting, problemOf } from './problem.ts'
export { listJobs } from './store.ts'
export {
  discardJob,
  finishJob,
  forgetJobs,
  insertItems,
  insertJob,
  type NewItem,
  openJob,
  startJob,
} from './write-store.ts'

/** How many lines that failed are told with a job. */
const ERRORS_SHOWN = 20

/**
 * A job, how far it has come, and the first lines that failed.
 * @throws DomainError `not_found`.
 */
export async function describeJob(db: Db, id: string, now: Date): Promise<JobDetail> {
  const job = await store.findJob(db, id, now)
  if (!job) throw jobNotFound(id)
  return { ...job, errors: await store.firstFailures(db, id, ERRORS_SHOWN) }
}

/**
 * The lines of a job, in order, and what became of each.
 * @throws DomainError `not_found`.
 */
export async function listItems(
  db: Db,
  id: string,
  states: readonly ItemState[] | undefined,
  request: PageRequest,
  now: Date,
): Promise<Keyed<JobItem>[]> {
  const found = await store.listItems(db, id, states, request)
  if (found.length === 0 && !(await store.findJob(db, id, now))) throw jobNotFound(id)
  return found
}

/**
 * Ends a job: what waits is not read, what is being read is. Again, it does nothing.
 * @throws DomainError `not_found`; `conflict` for a job that is done.
 */
export const cancelJob = (db: Db, id: string, now: Date): Promise<JobDetail> =>
  inTransaction(db, async (tx) => {
    const state = await writes.lockJob(tx, id)
    if (state === undefined) throw jobNotFound(id)
    if (state === 'done') throw new DomainError('conflict', 'The job is done: there is nothing to cancel.')
    if (state !== 'cancelled') await writes.cancelJob(tx, id, now)
    return describeJob(tx, id, now)
  })

/**
 * Lets workers try the lines again that were given up.
 * @param workerSeconds how long one may have a line.
 * @throws DomainError `not_found`; `conflict` where no line was given up.
 */
export const retryJob = (db: Db, id: string, workerSeconds: number, now: Date): Promise<JobDetail> =>
  inTransaction(db, async (tx) => {
    if ((await writes.lockJob(tx, id)) === undefined) throw jobNotFound(id)
    const lines = await writes.reviveItems(tx, id)
    if (lines.length === 0)
      throw new DomainError(
        'conflict',
        'No line of this job is retryable. Its failed lines are wrong themselves: correct them and send them again.',
      )
    await writes.reopenJob(tx, id)
    await enqueue(
      tx,
      lines.map(
        (line): NewWork => ({ queue: 'ingest-again', data: { job: id, line }, expireSeconds: workerSeconds }),
      ),
    )
    return describeJob(tx, id, now)
  })

const jobNotFound = (id: string): DomainError =>
  new DomainError('not_found', `No job has the id ${id}. GET /v1/jobs lists those there are.`)
