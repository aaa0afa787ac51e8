import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { DomainError } from '../core/errors.ts'
import type { Db } from './db.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { toDb } from './executor.ts'
import { type LedgerWatch, watchLedger } from './ledger-watch.ts'
import { createPool, type PoolOptions } from './pool.ts'
import { createPoolExecutor } from './pool-executor.ts'
import { openReplica, type Replica } from './replica.ts'
import { routeReads } from './routed-executor.ts'
import { createStatementNames } from './statement-names.ts'

/** The time that running queries have when the database is closed, in milliseconds. */
const CLOSE_TIMEOUT_MS = 2000

/** The longest time for closing a database, in milliseconds, including the stop of the embedded server. */
export const CLOSING_MS = 3000

export interface DatabaseOptions extends Omit<PoolOptions, 'url'> {
  /** Null for the embedded server in `dataDirectory`. */
  readonly url: string | null
  /** The URL of the same database for the owner of its tables; absent if `url` has the owner's role. */
  readonly ownerUrl?: string | null
  readonly dataDirectory: string
  /** The URL of a replica that answers reads; absent for none. */
  readonly readUrl?: string | null
  /** The longest time by which the replica may be late, in milliseconds. Default: 5000. */
  readonly lagMaxMs?: number
}

const LAG_MAX_MS = 5000

export interface Database {
  readonly db: Db
  /** The URL of the database. Contains the password. Do not log it. */
  readonly url: string
  /** The URL of the database for the owner of its tables. Only migrations use it. */
  readonly ownerUrl: string
  /** The replica that answers reads; null if there is none. */
  readonly replica: Pick<Replica, 'has' | 'lagSeconds' | 'written'> | null
  readonly ledger: Omit<LedgerWatch, 'moved' | 'close'>
  /** Rejects if the database does not answer within `timeoutMs`. */
  ping(timeoutMs: number): Promise<void>
  /** Counts the connections of the pool (open and idle), and the callers that wait for a connection. */
  gauges(): { readonly total: number; readonly idle: number; readonly waiting: number }
  /** Closes every connection, and stops the embedded server if no other process uses it. */
  close(): Promise<void>
}

/** Opens the database of `options`. Without a URL, it starts the embedded server. */
export async function openDatabase(options: DatabaseOptions, log: Logger): Promise<Database> {
  const embedded = options.url === null ? await startEmbedded(options.dataDirectory, log) : null
  return databaseAt(embedded?.url ?? options.url!, options, log, embedded)
}

function databaseAt(
  url: string,
  options: DatabaseOptions,
  log: Logger,
  embedded: EmbeddedServer | null,
): Database {
  const pool = createPool({ ...options, url })
  pool.on('error', (error) => log.warn({ err: error }, 'An idle database connection was lost'))
  const nameOf = createStatementNames()
  const ledger = watchLedger(url, log)
  const executor = createPoolExecutor(pool, nameOf, ledger.moved)
  const { readUrl, lagMaxMs = LAG_MAX_MS } = options
  const replica = readUrl
    ? openReplica({ ...options, url: readUrl, lagMaxMs }, { url, pool, nameOf }, log)
    : null
  return {
    db: toDb(replica ? routeReads(executor, replica) : executor),
    replica,
    ledger,
    url,
    ownerUrl: options.ownerUrl ?? url,
    ping: (timeoutMs) => ping(pool, timeoutMs),
    gauges: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async close() {
      await ledger.close()
      await replica?.close().catch(() => log.warn('Connections to the replica were cut'))
      await executor.close()
      await withinMs(pool.end(), CLOSE_TIMEOUT_MS).catch(() => log.warn('Database connections were cut'))
      await embedded?.close()
    },
  }
}

const ping = (pool: pg.Pool, timeoutMs: number): Promise<void> => withinMs(pool.query('select 1'), timeoutMs)

async function withinMs(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  const expired = new AbortController()
  const expiry = sleep(timeoutMs, undefined, { signal: expired.signal }).then(() => {
    throw new DomainError('timeout', 'The database did not answer in time.')
  })
  try {
    await Promise.race([work, expiry])
  } finally {
    expired.abort()
  }
}
