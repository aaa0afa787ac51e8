import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { Tx } from './db.ts'
import { executorOf } from './executor.ts'
import { inUtc } from './pool.ts'

/** The queues. Migrations create them. A job that one queue gives up goes to the next: see docs/adr/0007. */
const QUEUES = ['ingest', 'ingest-interrupted', 'ingest-again', 'ingest-dead'] as const
export type QueueName = (typeof QUEUES)[number]

const CONNECTIONS = 2
/** How long finished jobs are kept. */
const KEPT_DAYS = 2

/** A job for a queue. */
export interface NewWork {
  readonly queue: QueueName
  readonly data: object
  /** How long a worker may take, in seconds. After that, the job counts as failed. */
  readonly expireSeconds: number
  /** How often it is retried; the queue's number by default. */
  readonly retryLimit?: number
  /** Seconds before the first retry. The backoff is exponential, with jitter. */
  readonly retryDelaySeconds?: number
  /** Seconds from now before it may begin. */
  readonly delaySeconds?: number
}

/** A job that a worker has taken. */
export interface TakenWork {
  readonly queue: QueueName
  readonly id: string
  readonly data: unknown
  /** The number of attempts before this one. */
  readonly retries: number
  /** Why the previous queue gave it up. */
  readonly reason: unknown
}

/** Adds jobs to queues, in the transaction of the data that they refer to: both are committed, or neither. */
export async function enqueue(tx: Tx, work: readonly NewWork[]): Promise<void> {
  if (work.length > 0) await sender.insert(work.map(toInsert), { db: within(tx) })
}

/**
 * Takes the next job of a queue in this transaction: a worker that dies before the commit has not taken it. Jobs that
 * one queue passes to the next are taken in this way, because they have no time limit of their own.
 */
export const takeWithin = async (tx: Tx, queue: QueueName): Promise<TakenWork | null> =>
  toTaken(queue, await sender.fetch(queue, { includeMetadata: true, db: within(tx) }))

/** Completes a job in the transaction of its result. */
export const completeWork = (tx: Tx, { queue, id }: TakenWork): Promise<void> =>
  sender.complete(queue, id, {}, { db: within(tx) })

/** A worker's access to the queues. */
export interface Queue {
  /** Takes the next job of a queue: no other worker gets it until it expires. Returns null if there is none. */
  take(queue: QueueName): Promise<TakenWork | null>
  complete(work: TakenWork): Promise<void>
  /** Fails a job: it is retried, or goes to the next queue after its last retry. */
  fail(work: TakenWork, reason: object): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the queues of the database at `url` for a worker. While they are open, the job of a worker that died returns to
 * its queue when its time limit is over.
 * @param expireSeconds the shortest time limit of any job.
 */
export async function openQueue(url: string, expireSeconds: number, log: Logger): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: inUtc(url),
    application_name: 'onrecord queue',
    max: CONNECTIONS,
    // Migrations have created everything. The role of the service may not create tables.
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

/** Uses the connection of the transaction only. */
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
  }
}
