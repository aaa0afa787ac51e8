import pg from 'pg'
import { type ObserveStatement, observedBy } from './observed-pool.ts'
import { WatchedClient } from './watched-client.ts'

export interface PoolOptions {
  readonly url: string
  readonly poolMax: number
  /** The longest wait for a free connection or for a new connection, in milliseconds. */
  readonly acquireTimeoutMs: number
  readonly statementTimeoutMs: number
  /** Is called for each statement that is sent. Default: statements are not observed. */
  readonly observe?: ObserveStatement | undefined
}

/** The time that the answer to a statement has after the limit of the server, in milliseconds. */
const ANSWER_DELAY_MS = 2000

/**
 * Sets the limit of the server for the statements of a connection of the pool. The server ends a statement at the limit. If
 * no answer arrives soon after it, the connection is closed.
 */
export function answerWithin(connection: pg.PoolClient, statementTimeoutMs: number): void {
  ;(connection as unknown as WatchedClient).answerTimeoutMs = statementTimeoutMs + ANSWER_DELAY_MS
}

/** Makes the connection pool of a process. `url` is a `postgresql://` URL. */
export function createPool({
  url,
  poolMax,
  acquireTimeoutMs,
  statementTimeoutMs,
  observe,
}: PoolOptions): pg.Pool {
  const { Pool, Client } =
    observe === undefined ? { Pool: pg.Pool, Client: WatchedClient } : observedBy(observe)
  const pool = new Pool({
    Client,
    connectionString: inSession(url),
    application_name: 'onrecord',
    max: poolMax,
    connectionTimeoutMillis: acquireTimeoutMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
  })
  // The next query on a lost connection fails anyway. Without a listener, the error event would end the process.
  pool.on('connect', (connection) => connection.on('error', () => undefined))
  pool.on('acquire', (connection) => answerWithin(connection, statementTimeoutMs))
  return pool
}

/**
 * The settings of each session, unless the URL has its own. A search for common words needs the memory: with less,
 * PostgreSQL remembers only the pages of its matches, and reads all rows of these pages. Compiling takes longer than any of
 * the queries here.
 */
const SETTINGS = '-c work_mem=16MB -c jit=off'

/** Returns the URL for sessions in UTC. Prisma needs UTC, because it writes and reads instants without their offset. */
export function inSession(url: string): string {
  const target = new URL(url)
  const own = target.searchParams.get('options')
  target.searchParams.set('options', [SETTINGS, own, '-c TimeZone=UTC'].filter(Boolean).join(' '))
  return target.href
}
