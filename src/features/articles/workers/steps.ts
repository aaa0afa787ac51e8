import { Readable } from 'node:stream'
import { z } from 'zod'
import { createSerializer, mapInOrder } from '../../../core/concurrency.ts'
import { unspanned } from '../../../core/spanned.ts'
import { completeWork, enqueue, type NewWork, type Queue, takeWithin } from '../../../database/queue.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { LineProblem } from '../../lines/schema.ts'
import { ARTICLES_AT_ONCE } from '../ingestion/limits.ts'
import { finishJob, startJob } from '../jobs/domain.ts'
import type { Attempt, IngestItemOptions } from './attempts.ts'
import { ingestItem, storeItem, storeNewItems } from './ingest-item.ts'
import { type ReadItem, readItems } from './read-items.ts'
import * as store from './store.ts'

/** The pause before the first retry, in seconds. */
const FIRST_PAUSE_SECONDS = 5

export interface StepOptions extends IngestItemOptions {
  readonly queue: Queue
  /** The time for which a worker may hold a piece of work before another worker gets it, in seconds. */
  readonly workerSeconds: number
  /** The number of retries and the delay before the first retry. Default: the values of the queue. */
  readonly retries?: { readonly limit: number; readonly delaySeconds: number } | undefined
  /** Aborts when the worker must stop. It then leaves the remaining work to other workers. */
  readonly stopping: AbortSignal
}

const PieceData = z.object({ job: z.string(), from: z.int(), to: z.int() })
const LineData = z.object({ job: z.string(), line: z.int() })

/** Processes the next piece of work of one kind. Returns false if there is none. */
export type Step = (options: StepOptions) => Promise<boolean>

/** Ingests the waiting lines of a piece. Queues each failed line that can be retried on its own. */
export const ingestPiece: Step = async (options) => {
  const { db, queue, now, stopping } = options
  const work = await queue.take('ingest')
  if (!work) return false
  const { job, from, to } = PieceData.parse(work.data)
  await startJob(db, job, now())
  const items = await store.waitingItems(db, job, from, to)
  const { spanned = unspanned } = options
  await spanned('ingest articles', async () => {
    for await (const { line, attempt } of ingestItems(job, items, options)) {
      if (attempt.kind !== 'settled') {
        await inTransaction(db, (tx) => enqueue(tx, [lineWork({ job, line }, attempt, options)]))
      }
    }
  })
  if (stopping.aborted) {
    await inTransaction(db, async (tx) => {
      await enqueue(tx, [{ queue: 'ingest', data: { job, from, to }, expireSeconds: options.workerSeconds }])
      await completeWork(tx, work)
    })
    return true
  }
  await queue.complete(work)
  await finishJob(db, job, now())
  return true
}

/**
 * Ingests lines until the worker must stop: the new articles together, then each other article. Yields the attempts that
 * were made.
 */
async function* ingestItems(
  job: string,
  items: readonly store.WaitingItem[],
  options: StepOptions,
): AsyncGenerator<{ readonly line: number; readonly attempt: Attempt }> {
  const read: ReadItem[] = []
  for await (const { line, result } of readItems(job, items, options)) {
    if ('kind' in result) yield { line, attempt: result }
    else read.push(result)
  }
  const serialize = createSerializer()
  const others = Readable.from(await storeNewItems(job, read, options)) as AsyncIterable<ReadItem>
  yield* mapInOrder(others, ARTICLES_AT_ONCE, (one) =>
    serialize(one.item.urlHash, async () => ({
      line: one.item.line,
      attempt: await storeItem(job, one, options),
    })),
  )
}

/**
 * Splits a piece that a worker did not finish. Each line is queued on its own, so that a line that kills workers does
 * not affect the others.
 */
export const splitPiece: Step = async (options) => {
  const { db, now } = options
  const job = await inTransaction(db, async (tx) => {
    const work = await takeWithin(tx, 'ingest-interrupted')
    if (!work) return null
    const { job, from, to } = PieceData.parse(work.data)
    const lines = await store.countAttempts(tx, job, from, to)
    await enqueue(
      tx,
      lines.map((line) => lineWork({ job, line }, null, options)),
    )
    await completeWork(tx, work)
    return job
  })
  if (job === null) return false
  await finishJob(db, job, now())
  return true
}

/** Retries one line. */
export const retryLine: Step = async (options) => {
  const { db, queue, now } = options
  const work = await queue.take('ingest-again')
  if (!work) return false
  const key = LineData.parse(work.data)
  const { job, line } = key
  await startJob(db, job, now())
  const [item] = await store.waitingItems(db, job, line, line)
  if (item) {
    // Count the attempt first, because it may kill this process.
    await store.countAttempt(db, key, item.attempts + 1, null)
    const attempt = await ingestItem(job, item, options)
    if (attempt.kind === 'failed') {
      await queue.fail(work, attempt.problem)
      return true
    }
    if (attempt.kind === 'early') {
      await store.countAttempt(db, key, item.attempts, null)
      await inTransaction(db, async (tx) => {
        await enqueue(tx, [lineWork(key, attempt, options)])
        await completeWork(tx, work)
      })
      return true
    }
  }
  await queue.complete(work)
  await finishJob(db, job, now())
  return true
}

const UNKNOWN_END: LineProblem = {
  code: 'internal_error',
  detail: 'The worker was stopped or took too long at each attempt.',
  errors: [],
}

/** Marks a line as dead, with the reason. */
export const markDead: Step = async ({ db, now }) => {
  const job = await inTransaction(db, async (tx) => {
    const work = await takeWithin(tx, 'ingest-dead')
    if (!work) return null
    const key = LineData.parse(work.data)
    const reason = LineProblem.safeParse(work.reason)
    await store.settleDead(tx, key, reason.success ? reason.data : UNKNOWN_END, now())
    await completeWork(tx, work)
    return key.job
  })
  if (job === null) return false
  await finishJob(db, job, now())
  return true
}

/** Returns the work for a single line, delayed after a failure, until an embargo ends, or after an earlier line with its URL. */
function lineWork(
  key: store.ItemKey,
  attempt: Attempt | null,
  { workerSeconds, retries }: StepOptions,
): NewWork {
  const delaySeconds =
    attempt?.kind === 'early'
      ? attempt.delaySeconds
      : attempt?.kind === 'failed'
        ? (retries?.delaySeconds ?? FIRST_PAUSE_SECONDS)
        : 0
  return {
    queue: 'ingest-again',
    data: { job: key.job, line: key.line },
    expireSeconds: workerSeconds,
    ...(delaySeconds > 0 && { delaySeconds }),
    ...(retries && { retryLimit: retries.limit, retryDelaySeconds: retries.delaySeconds }),
  }
}
