import { createHash } from 'node:crypto'
import { DomainError } from '../../../core/errors.ts'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { enqueue, type NewWork } from '../../../database/queue.ts'
import { inTransaction } from '../../../database/transaction.ts'
import type { ItemFilters, JobDetail, JobItem } from './schema.ts'
import * as sql from './store.sql.ts'
import * as store from './store.ts'

export { isPermanent } from './problem.ts'
export { finishJob, insertItems, listJobs, type NewItem } from './store.sql.ts'
export { deleteOldJobs, discardJob, insertJob, openJob, startJob } from './store.ts'

/** Returns the hash under which a line stores its URL: SHA-256 in base64url. */
export const hashOfUrl = (url: string): string => createHash('sha256').update(url).digest('base64url')

/** The most failed lines in the answer about a job. */
const ERRORS_SHOWN = 20

/**
 * Returns a job with its progress and its first failed lines.
 * @throws DomainError `not_found`.
 */
export async function getJob(db: Db, id: string, now: Date): Promise<JobDetail> {
  const job = await sql.findJob(db, id, now)
  if (!job) throw jobNotFound(id)
  return { ...job, errors: await store.firstFailures(db, id, ERRORS_SHOWN) }
}

/**
 * Lists the lines of a job in order, with their results.
 * @throws DomainError `not_found`.
 */
export async function listItems(
  db: Db,
  id: string,
  filters: ItemFilters,
  request: PageRequest,
  now: Date,
): Promise<Keyed<JobItem>[]> {
  const found = await store.listItems(db, id, filters, request)
  if (found.length === 0 && !(await sql.findJob(db, id, now))) throw jobNotFound(id)
  return found
}

/**
 * Cancels a job. Lines in progress are ingested; waiting lines are not. Another call does nothing.
 * @throws DomainError `not_found`; `conflict` for a job that is done.
 */
export const cancelJob = (db: Db, id: string, now: Date): Promise<JobDetail> =>
  inTransaction(db, async (tx) => {
    const state = await sql.lockJob(tx, id)
    if (state === undefined) throw jobNotFound(id)
    if (state === 'done') throw new DomainError('conflict', 'The job is done, so it cannot be cancelled.')
    if (state !== 'cancelled') {
      await store.cancelItems(tx, id, now)
      await sql.endCancelledJob(tx, id, now)
    }
    return getJob(tx, id, now)
  })

/**
 * Queues the retryable lines of a job again.
 * @param workerSeconds the time for which a worker may hold a line, in seconds.
 * @throws DomainError `not_found`; `conflict` if no line is retryable.
 */
export const retryJob = (db: Db, id: string, workerSeconds: number, now: Date): Promise<JobDetail> =>
  inTransaction(db, async (tx) => {
    if ((await sql.lockJob(tx, id)) === undefined) throw jobNotFound(id)
    const lines = await store.reviveItems(tx, id)
    if (lines.length === 0)
      throw new DomainError(
        'conflict',
        'This job has no retryable lines. Its failed lines are invalid: correct them and send them again.',
      )
    await store.reopenJob(tx, id)
    await enqueue(
      tx,
      lines.map(
        (line): NewWork => ({ queue: 'ingest-again', data: { job: id, line }, expireSeconds: workerSeconds }),
      ),
    )
    return getJob(tx, id, now)
  })

const jobNotFound = (id: string): DomainError =>
  new DomainError('not_found', `No job has the id ${id}. GET /v1/jobs lists all jobs.`)

/**
 * Removes the content of an erased article from the lines of jobs.
 * @param hashes the SHA-256 of its texts.
 */
export const forgetLines = (
  tx: Tx,
  articleId: string,
  hashes: readonly string[],
  url: string | null,
): Promise<void> => {
  const detail = `The line holds a text of /v1/articles/${articleId}, which was erased.`
  const urlHash = url === null ? null : hashOfUrl(url)
  return sql.forgetLines(tx, articleId, hashes, urlHash, { code: 'gone', detail, errors: [] })
}
