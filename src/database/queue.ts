import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { Tx } from './db.ts'
import { executorOf } from './executor.ts'
import { inSession } from './pool.ts'

/**
 * The names of the queues. Migrations create the queues. If a queue gives up a job, the job moves to the next queue:
 * see docs/adr/0007.
 */
const QUEUES = ['ingest', 'ingest-interrupted', 'ingest-again', 'ingest-dead', 'sources'] as const
export type QueueName = (typeof QUEUES)[number]

const CONNECTIONS = 2
/** The number of days for which finished jobs are kept. */
const KEPT_DAYS = 2

/** A job for a queue. */
export interface NewWork {
  readonly queue: QueueName
  readonly data: object
  /** The longest time of a worker for the job, in seconds. After that, the job counts as failed. */
  readonly expireSeconds: number
  /** The number of retries. Default: the number of the queue. */
  readonly retryLimit?: number
  /** The delay before the first retry, in seconds. The backoff is exponential, with jitter. */
  readonly retryDelaySeconds?: number
  /** The delay before the first attempt, in seconds. */
  readonly delaySeconds?: number
  /** The place in the queue: workers take the lowest turn first, and the oldest job of a turn. Default: 0. */
  readonly turn?: number
}

/** A job that a worker has taken. */
export interface TakenWork {
  readonly queue: QueueName
  readonly id: string
  readonly data: unknown
  /** The number of attempts before this one. */
  readonly retries: number
  /** The reason why the previous queue gave up the job. */
  readonly reason: unknown
}

/** Adds jobs to queues, in the transaction of the data to which they refer. Both are committed, or neither. */
export async function enqueue(tx: Tx, work: readonly NewWork[]): Promise<void> {
  if (work.length > 0) await sender.insert(work.map(toInsert), { db: within(tx) })
}

/**
 * Takes the next job of a queue in this transaction. If the worker dies before the commit, the job stays in the queue.
 * Jobs that one queue passes to the next are taken in this way, because they have no time limit.
 */
export const takeWithin = async (tx: Tx, queue: QueueName): Promise<TakenWork | null> =>
  toTaken(queue, await sender.fetch(queue, { includeMetadata: true, db: within(tx) }))

/** Completes a job in the transaction of its result. */
export const completeWork = (tx: Tx, { queue, id }: TakenWork): Promise<void> =>
  sender.complete(queue, id, {}, { db: within(tx) })

/** A worker's access to the queues. */
export interface Queue {
  /**
   * Takes the next job of a queue. No other worker gets the job until its time limit. Returns null if the queue is
   * empty.
   */
  take(queue: QueueName): Promise<TakenWork | null>
  complete(work: TakenWork): Promise<void>
  /** Fails a job. The queue retries it, or passes it to the next queue after the last retry. */
  fail(work: TakenWork, reason: object): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the queues of the database at `url` for a worker. While they are open, the job of a dead worker returns to its
 * queue after its time limit.
 * @param expireSeconds the shortest time limit of any job.
 */
export async function openQueue(url: string, expireSeconds: number, log: Logger): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: inSession(url),
    application_name: 'onrecord queue',
    max: CONNECTIONS,
    // Migrations have created all tables, and the role of the service may not create any.
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: Math.max(1, Math.min(30, Math.floor(expireSeconds / 4))),
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: KEPT_DAYS,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'The queue failed'))
  await boss.start()
  return {
    take: async (queue) => toTaken(queue, await boss.fetch(queue, { includeMetadata: true })),
    complete: ({ queue, id }) => boss.complete(queue, id),
    fail: ({ queue, id }, reason) => boss.fail(queue, id, reason),
    close: () => boss.stop({ graceful: false }),
  }
}

const toTaken = (queue: QueueName, [job]: PgBoss.JobWithMetadata[]): TakenWork | null =>
  job ? { queue, id: job.id, data: job.data, retries: job.retryCount, reason: job.output } : null

const within = (tx: Tx): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: [...(await executorOf(tx).query(text, values)).rows] }),
})

/** The sender of jobs. It has no connection, because each call passes the connection of its transaction. */
const sender = new PgBoss({
  db: {
    executeSql: () => Promise.reject(new Error('jobs are added to queues within a transaction')),
  },
})

function toInsert(work: NewWork): PgBoss.JobInsert {
  return {
    name: work.queue,
    data: work.data,
    expireInSeconds: work.expireSeconds,
    ...(work.retryLimit !== undefined && { retryLimit: work.retryLimit }),
    ...(work.retryDelaySeconds !== undefined && { retryDelay: work.retryDelaySeconds }),
    ...(work.delaySeconds !== undefined && { startAfter: `${work.delaySeconds}` }),
    ...(work.turn !== undefined && { priority: -work.turn }),
  }
}
