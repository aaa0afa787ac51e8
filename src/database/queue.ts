import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { Tx } from './db.ts'
import { executorOf } from './executor.ts'
import { inUtc } from './pool.ts'

/** The queues there are; the migrations make them. What is given up in one goes to the next: see docs/adr/0007. */
const QUEUES = ['ingest', 'ingest-interrupted', 'ingest-again', 'ingest-dead'] as const
export type QueueName = (typeof QUEUES)[number]

const CONNECTIONS = 2
/** How long what is over is kept for looking at. */
const KEPT_DAYS = 2

/** A piece of work for a queue. */
export interface NewWork {
  readonly queue: QueueName
  readonly data: object
  /** How long a worker may have it, in seconds, before it counts as stopped. */
  readonly expireSeconds: number
  /** How often it is tried again; the queue's own number where it is absent. */
  readonly retryLimit?: number
  /** Before the first retry, in seconds: it doubles each time, with chance in it. */
  readonly retryDelaySeconds?: number
  /** When it may begin, in seconds from now. */
  readonly delaySeconds?: number
}

/** A piece of work that a worker has taken. */
export interface TakenWork {
  readonly queue: QueueName
  readonly id: string
  readonly data: unknown
  /** How often it was begun before. */
  readonly retries: number
  /** Why it was given up by the queue it comes from. */
  readonly reason: unknown
}

/** Puts work into queues, in the transaction of what it is about: both are kept, or neither is. */
export async function enqueue(tx: Tx, work: readonly NewWork[]): Promise<void> {
  if (work.length > 0) await sender.insert(work.map(toInsert), { db: within(tx) })
}

/**
 * The next piece of work of a queue, for what is done with it in this transaction alone: whoever is stopped in between
 * has not taken it. What one queue gives to the next is taken so, because it comes without a time of its own.
 */
export const takeWithin = async (tx: Tx, queue: QueueName): Promise<TakenWork | null> =>
  toTaken(queue, await sender.fetch(queue, { includeMetadata: true, db: within(tx) }))

/** Ends a piece of work in the transaction of what it did. */
export const completeWork = (tx: Tx, { queue, id }: TakenWork): Promise<void> =>
  sender.complete(queue, id, {}, { db: within(tx) })

/** A worker's hold on the queues. */
export interface Queue {
  /** The next piece of work of a queue, which nobody else gets until it expires; null where there is none. */
  take(queue: QueueName): Promise<TakenWork | null>
  complete(work: TakenWork): Promise<void>
  /** Gives it back: to be tried again, or to the next queue where it was tried often enough. */
  fail(work: TakenWork, reason: object): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the queues of the database at `url` for a worker. While it is open it looks after them too: what a worker was
 * stopped at comes back when its time is over.
 * @param expireSeconds the shortest time any work is given.
 */
export async function openQueue(url: string, expireSeconds: number, log: Logger): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: inUtc(url),
    application_name: 'onrecord queue',
    max: CONNECTIONS,
    // The migrations have made everything, and the role of a service may not.
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: Math.max(1, Math.min(30, Math.floor(expireSeconds / 4))),
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: KEPT_DAYS,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'The queue is in trouble'))
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

/** Never opens a connection of its own. */
const sender = new PgBoss({
  db: {
    executeSql: () => Promise.reject(new Error('work is put into queues within a transaction')),
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
