import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Db } from '../../database/handle.ts'
import type { Queue, QueueName } from '../../database/queue.ts'
import type { Fetched } from '../ingestion/domain.ts'
import { forgetJobs } from '../jobs/domain.ts'
import { STEPS, type StepOptions } from './steps.ts'

/** How long a worker that found nothing waits before it looks again, in milliseconds. */
const PAUSE_MS = 1000
/** How long one line may take, in milliseconds. */
const LINE_MS = 60_000
const HOUR_MS = 3_600_000
/** How long what became of a job is kept. */
const KEPT_MS = 30 * 24 * HOUR_MS
/** How long the lines of a sender who went away are kept. */
const ABANDONED_MS = 24 * HOUR_MS

/** What a worker does side by side: what is new is not held up by what is in trouble. */
const LANES: readonly (readonly QueueName[])[] = [
  ['ingest'],
  ['ingest-dead', 'ingest-interrupted', 'ingest-again'],
]

export interface WorkerOptions {
  readonly db: Db
  readonly queue: Queue
  readonly now: () => Date
  readonly log: Logger
  readonly fetchDocument: (url: string) => Promise<Fetched>
  /** How long a worker may have a piece of work before another one gets it, in seconds. */
  readonly workerSeconds: number
  readonly lineMs?: number
  readonly pauseMs?: number
  readonly retries?: StepOptions['retries']
}

export interface Worker {
  /** Lets what is under way come to its end, and takes nothing more. */
  stop(): Promise<void>
}

/** Works on the jobs there are, and on those that come, until it is stopped. */
export function startWorker(options: WorkerOptions): Worker {
  const { db, queue, now, log, pauseMs = PAUSE_MS, lineMs = LINE_MS } = options
  const stopping = new AbortController()
  const step: StepOptions = {
    ...options,
    lineMs,
    stopping: stopping.signal,
    onFailure: (err) => log.error({ err }, 'A line of a job failed'),
  }

  async function workOnce(names: readonly QueueName[]): Promise<boolean> {
    for (const name of names) {
      const work = await queue.take(name)
      if (!work) continue
      await STEPS[name](work, step)
      return true
    }
    return false
  }

  async function lane(names: readonly QueueName[]): Promise<void> {
    while (!stopping.signal.aborted) {
      const found = await workOnce(names).catch((err) => {
        // What was under way comes back when its time is over.
        log.warn({ err }, 'Work was broken off')
        return false
      })
      if (!found) await pause(pauseMs)
    }
  }

  async function forget(): Promise<void> {
    while (!stopping.signal.aborted) {
      const at = now().getTime()
      await forgetJobs(db, new Date(at - KEPT_MS), new Date(at - ABANDONED_MS)).catch((err) =>
        log.warn({ err }, 'Old jobs were not forgotten'),
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
