import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Spanned } from '../../../core/spanned.ts'
import type { Db } from '../../../database/db.ts'
import type { Queue } from '../../../database/queue.ts'
import type { ArticleReader, Fetched, PublisherZones } from '../ingestion/domain.ts'
import { deleteOldJobs } from '../jobs/domain.ts'
import { ingestPiece, markDead, retryLine, type Step, type StepOptions, splitPiece } from './steps.ts'

/** The time between two polls when the queue is empty, in milliseconds. */
const PAUSE_MS = 1000
/** The longest time for one line, in milliseconds. */
const LINE_MS = 60_000
const HOUR_MS = 3_600_000
/** The time for which ended jobs are stored, in milliseconds. */
const KEPT_MS = 30 * 24 * HOUR_MS
/** The time for which the lines of an interrupted submission are stored, in milliseconds. */
const ABANDONED_MS = 24 * HOUR_MS

/**
 * The steps of a worker. The lists run concurrently, so that new pieces do not wait for retries. Three pieces are
 * in progress, so that the texts of one are read while another is stored.
 */
const LANES: readonly (readonly Step[])[] = [
  [ingestPiece],
  [ingestPiece],
  [ingestPiece],
  [markDead, splitPiece, retryLine],
]

export interface WorkerOptions {
  readonly db: Db
  readonly queue: Queue
  readonly now: () => Date
  readonly log: Logger
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
  readonly reader: ArticleReader
  /** The time for which a worker may hold a piece of work before another worker gets it, in seconds. */
  readonly workerSeconds: number
  readonly lineMs?: number
  readonly spanned?: Spanned | undefined
  readonly pauseMs?: number
  readonly retries?: StepOptions['retries']
}

export interface Worker {
  /** Stops the worker after the work in progress. */
  stop(): Promise<void>
}

/** Starts a worker. It processes jobs until it is stopped. */
export function startWorker(options: WorkerOptions): Worker {
  const { db, now, log, pauseMs = PAUSE_MS, lineMs = LINE_MS } = options
  const stopping = new AbortController()
  const step: StepOptions = {
    ...options,
    lineMs,
    stopping: stopping.signal,
    onFailure: (err) => log.error({ err }, 'A line of a job failed'),
    onSplit: (err) =>
      log.warn({ err }, 'The articles of a piece could not be stored together, so each is tried alone'),
  }

  async function workOnce(steps: readonly Step[]): Promise<boolean> {
    for (const take of steps) if (await take(step)) return true
    return false
  }

  async function lane(steps: readonly Step[]): Promise<void> {
    while (!stopping.signal.aborted) {
      const found = await workOnce(steps).catch((err) => {
        // The queue delivers interrupted work again after its time limit.
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
