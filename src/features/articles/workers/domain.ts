import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Db } from '../../../database/db.ts'
import type { Queue } from '../../../database/queue.ts'
import type { Fetched } from '../ingestion/domain.ts'
import { deleteOldJobs } from '../jobs/domain.ts'
import { ingestPiece, markDead, retryLine, type Step, type StepOptions, splitPiece } from './steps.ts'

/** How long a worker waits between polls when the queue is empty, in milliseconds. */
const PAUSE_MS = 1000
/** How long one line may take, in milliseconds. */
const LINE_MS = 60_000
const HOUR_MS = 3_600_000
/** How long finished jobs are kept, in milliseconds. */
const KEPT_MS = 30 * 24 * HOUR_MS
/** How long the lines of an interrupted submission are kept, in milliseconds. */
const ABANDONED_MS = 24 * HOUR_MS

/** The steps that a worker takes concurrently: new pieces do not wait for retries. */
const LANES: readonly (readonly Step[])[] = [[ingestPiece], [markDead, splitPiece, retryLine]]

export interface WorkerOptions {
  readonly db: Db
  readonly queue: Queue
  readonly now: () => Date
  readonly log: Logger
  readonly fetchDocument: (url: string) => Promise<Fetched>
  /** How long a worker may hold a piece of work before another gets it, in seconds. */
  readonly workerSeconds: number
  readonly lineMs?: number
  readonly pauseMs?: number
  readonly retries?: StepOptions['retries']
}

export interface Worker {
  /** Finishes the work in progress and takes no more. */
  stop(): Promise<void>
}

/** Starts a worker, which processes jobs until it is stopped. */
export function startWorker(options: WorkerOptions): Worker {
  const { db, now, log, pauseMs = PAUSE_MS, lineMs = LINE_MS } = options
  const stopping = new AbortController()
  const step: StepOptions = {
    ...options,
    lineMs,
    stopping: stopping.signal,
    onFailure: (err) => log.error({ err }, 'A line of a job failed'),
  }

  async function workOnce(steps: readonly Step[]): Promise<boolean> {
    for (const take of steps) if (await take(step)) return true
    return false
  }

  async function lane(steps: readonly Step[]): Promise<void> {
    while (!stopping.signal.aborted) {
      const found = await workOnce(steps).catch((err) => {
        // The queue delivers interrupted work again when its time is over.
        log.warn({ err }, 'Work was interrupted')
        return false
      })
      if (!found) await pause(pauseMs)
    }
  }

  async function forget(): Promise<void> {
    while (!stopping.signal.aborted) {
      const at = now().getTime()
      await deleteOldJobs(db, new Date(at - KEPT_MS), new Date(at - ABANDONED_MS)).catch((err) =>
        log.warn({ err }, 'Old jobs were not deleted'),
      )
      await pause(HOUR_MS)
    }
  }

  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  const ended = Promise.all([...LANES.map(lane), forget()])
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
