import { z } from 'zod'
import {
  completeWork,
  enqueue,
  type NewWork,
  type Queue,
  type QueueName,
  type TakenWork,
} from '../../database/queue.ts'
import { inTransaction } from '../../database/transaction.ts'
import { createLanes, finishJob, inOrder, startJob } from '../jobs/domain.ts'
import { Problem } from '../jobs/schema.ts'
import { type Attempt, type ReadingOptions, readItem } from './read-item.ts'
import * as store from './store.ts'

/** Lines of a piece under way at once: while one waits for the disk, others are read. */
const AT_ONCE = 4
/** How long a line waits for an earlier one of its address, in seconds. */
const EARLIER_LINE_SECONDS = 2

/** Before a line that failed is tried for the second time, in seconds. */
const FIRST_PAUSE_SECONDS = 5

export interface StepOptions extends ReadingOptions {
  readonly queue: Queue
  /** How long a worker may have a piece of work before another one gets it, in seconds. */
  readonly workerSeconds: number
  /** How often a line is tried again and the pause before the first time, where not as the queue has it. */
  readonly retries?: { readonly limit: number; readonly delaySeconds: number } | undefined
  /** Where it says so, what is not begun is left to others. */
  readonly stopping: AbortSignal
}

const PieceData = z.object({ job: z.string(), from: z.int(), to: z.int() })
const LineData = z.object({ job: z.string(), line: z.int() })

/** What a worker does with the work of each queue. */
export const STEPS: Readonly<Record<QueueName, (work: TakenWork, options: StepOptions) => Promise<void>>> = {
  ingest: readPiece,
  'ingest-interrupted': splitPiece,
  'ingest-again': readAgain,
  'ingest-dead': giveUp,
}

/** Reads the lines of a piece that wait. What fails and may be tried again goes on alone. */
async function readPiece(work: TakenWork, options: StepOptions): Promise<void> {
  const { job, from, to } = PieceData.parse(work.data)
  const { db, queue, now, stopping } = options
  await startJob(db, job, now())
  const items = await store.waitingItems(db, job, from, to)
  async function* unlessStopping() {
    for (const item of items) if (!stopping.aborted) yield item
  }
  const inLane = createLanes()
  const attempts = inOrder(unlessStopping(), AT_ONCE, (item) =>
    inLane(item.address, async () => ({ line: item.line, attempt: await readItem(job, item, options) })),
  )
  for await (const { line, attempt } of attempts) {
    if (attempt.kind !== 'settled') {
      await inTransaction(db, (tx) => enqueue(tx, [lineWork({ job, line }, attempt, options)]))
    }
  }
  if (stopping.aborted) {
    await inTransaction(db, async (tx) => {
      await enqueue(tx, [{ queue: 'ingest', data: { job, from, to }, expireSeconds: options.workerSeconds }])
      await completeWork(tx, work)
    })
    return
  }
  await queue.complete(work)
  await finishJob(db, job, now())
}

/** A worker was stopped at these lines: each goes on alone, so that the one that stopped it stops nobody else's. */
async function splitPiece(work: TakenWork, options: StepOptions): Promise<void> {
  const { job, from, to } = PieceData.parse(work.data)
  const { db, now } = options
  await inTransaction(db, async (tx) => {
    const lines = await store.countAttempts(tx, job, from, to)
    await enqueue(
      tx,
      lines.map((line) => lineWork({ job, line }, null, options)),
    )
    await completeWork(tx, work)
  })
  await finishJob(db, job, now())
}

/** Reads one line that was begun before. */
async function readAgain(work: TakenWork, options: StepOptions): Promise<void> {
  const key = LineData.parse(work.data)
  const { job, line } = key
  const { db, queue, now } = options
  await startJob(db, job, now())
  const [item] = await store.waitingItems(db, job, line, line)
  if (item) {
    // Counted before: it may end this process.
    await store.countAttempt(db, key, item.attempts + 1, null)
    const attempt = await readItem(job, item, options)
    if (attempt.kind === 'failed') return queue.fail(work, attempt.problem)
    if (attempt.kind === 'early') {
      await store.countAttempt(db, key, item.attempts, null)
      await inTransaction(db, async (tx) => {
        await enqueue(tx, [lineWork(key, attempt, options)])
        await completeWork(tx, work)
      })
      return
    }
  }
  await queue.complete(work)
  await finishJob(db, job, now())
}

const UNKNOWN_END: Problem = {
  code: 'internal_error',
  detail: 'Whoever read it was stopped each time, or took too long.',
  errors: [],
}

/** Marks a line as dead, with the reason. */
async function giveUp(work: TakenWork, { db, now }: StepOptions): Promise<void> {
  const key = LineData.parse(work.data)
  const reason = Problem.safeParse(work.reason)
  await inTransaction(db, async (tx) => {
    await store.settleDead(tx, key, reason.success ? reason.data : UNKNOWN_END, now())
    await completeWork(tx, work)
  })
  await finishJob(db, key.job, now())
}

/** A line as work of its own: later where it was tried, or where another comes first. */
function lineWork(
  key: store.ItemKey,
  attempt: Attempt | null,
  { workerSeconds, retries }: StepOptions,
): NewWork {
  const delaySeconds =
    attempt?.kind === 'early'
      ? EARLIER_LINE_SECONDS
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
