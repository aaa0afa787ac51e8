import pg from 'pg'
import { type ObserveStatement, observedBy } from './observed-pool.ts'

export interface PoolOptions {
  readonly url: string
  readonly poolMax: number
  /** The longest wait for a free connection or for a new connection, in milliseconds. */
  readonly acquireTimeoutMs: number
  readonly statementTimeoutMs: number
  /** Is told of each statement. Without it, nothing watches the statements. */
  readonly observe?: ObserveStatement | undefined
}

/** Makes the connection pool of a process. `url` is a `postgresql://` URL. */
export function createPool({
  url,
  poolMax,
  acquireTimeoutMs,
  statementTimeoutMs,
  observe,
}: PoolOptions): pg.Pool {
  const { Pool, Client } = observe === undefined ? pg : observedBy(observe)
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
    // The limit of the server ends a query earlier. This limit is for a network that loses every packet.
    query_timeout: statementTimeoutMs + 2000,
  })
  // The next query on a lost connection fails anyway. Without a listener, the error event would end the process.
  pool.on('connect', (connection) => connection.on('error', () => undefined))
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
