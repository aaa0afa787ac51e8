import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { isReplicaFault } from './errors.ts'
import { type Judgement, judgeReplica, UNKNOWN } from './judge-replica.ts'
import { bytesOf, type Lsn } from './lsn.ts'
import { createPool, type PoolOptions } from './pool.ts'
import { createPoolExecutor, type PoolExecutor } from './pool-executor.ts'
import type { NameStatement } from './statement-names.ts'

/** The interval between two looks at the replica, in milliseconds. */
const LOOK_MS = 200
/** The longest time for one look, in milliseconds. */
const PATIENCE_MS = 1000

export interface Replica {
  /** Queries the replica. A query that the replica cannot answer goes to the primary. */
  readonly executor: PoolExecutor
  /**
   * Returns true if the replica may answer a read: it is there, it is not too late, and it has what the caller wrote.
   * @param written the position in the write-ahead log after the last write of the caller; null if unknown.
   */
  has(written: Lsn | null): boolean
  /** Returns the position in the write-ahead log of the primary: all that was committed before the call is before it. */
  written(): Promise<Lsn>
  /** Returns the time by which the replica is late, in seconds; NaN if it may not be read. */
  lagSeconds(): number
  close(): Promise<void>
}

interface ReplicaOptions extends PoolOptions {
  /** The longest time by which the replica may be late, in milliseconds. */
  readonly lagMaxMs: number
}

// The positions of the ledger have no gaps, so the last revision stands for all before it.
const ASK_REPLICA = `SELECT pg_is_in_recovery() AS is_replica, pg_last_wal_replay_lsn()::text AS lsn, l.position::text,
    concat_ws(' ', r.subject_id, r.version, r.recorded_at) AS revision
  FROM ledger l LEFT JOIN revisions r ON r.position = l.position WHERE l.id = 1`
const ASK_PRIMARY = `SELECT pg_current_wal_lsn()::text AS lsn, concat_ws(' ', r.subject_id, r.version, r.recorded_at) AS revision
  FROM (SELECT $1::bigint AS position) asked LEFT JOIN revisions r USING (position)`

/** The primary of a replica. */
interface Primary {
  readonly url: string
  /** The pool that gets the queries that the replica cannot answer. */
  readonly pool: pg.Pool
  /** Names the prepared statements of both: a query keeps its name when it goes to the primary. */
  readonly nameOf: NameStatement
}

/**
 * Opens a replica. It need not be there yet: reads go to the primary while it is away.
 */
export function openReplica(options: ReplicaOptions, primary: Primary, log: Logger): Replica {
  let judged: Judgement = UNKNOWN
  const pool = createPool(options)
  pool.on('error', () => undefined)
  fallBack(pool, primary.pool, (error) => {
    judged = { ...judged, fault: 'a query failed', freshAt: null }
    log.warn({ err: error }, 'The replica failed; the primary answers')
  })
  // Connections of their own: a look must not wait for those that answer requests.
  const lookers = { replica: lookerAt(options.url), primary: lookerAt(primary.url) }
  const closing = new AbortController()
  const looking = look()

  async function look(): Promise<void> {
    let reported = judged.fault
    while (!closing.signal.aborted) {
      // If only the primary does not answer, the replica stays readable until it is too late.
      await lookOnce().catch(() => undefined)
      if (judged.fault !== reported && !closing.signal.aborted) {
        reported = judged.fault
        if (reported === null) log.info('Reads go to the replica')
        else log.warn({ reason: reported }, 'Reads go to the primary')
      }
      await sleep(LOOK_MS, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  async function lookOnce(): Promise<void> {
    const found = await lookers.replica.query(ASK_REPLICA).catch((error: Error) => {
      judged = { ...judged, fault: `it does not answer (${error.message})`, freshAt: null }
      throw error
    })
    const { is_replica, lsn, position, revision } = found.rows[0]
    const at = performance.now()
    const { rows } = await lookers.primary.query(ASK_PRIMARY, [position])
    judged = judgeReplica(
      judged,
      { isReplica: is_replica, replayed: bytesOf(lsn ?? '0/0')!, revision },
      { at, written: bytesOf(rows[0].lsn)!, revision: rows[0].revision },
    )
  }

  const lagMs = (): number => (judged.freshAt === null ? Number.NaN : performance.now() - judged.freshAt)
  const executor = createPoolExecutor(pool, primary.nameOf)
  return {
    executor,
    has: (written) =>
      lagMs() <= options.lagMaxMs && (written === null || (bytesOf(written) ?? 0n) <= judged.replayed),
    written: async () => (await primary.pool.query('SELECT pg_current_wal_lsn()::text AS lsn')).rows[0].lsn,
    lagSeconds: () => lagMs() / 1000,
    async close() {
      closing.abort()
      await looking
      await Promise.all([executor.close(), lookers.replica.end(), lookers.primary.end()])
      await pool.end()
    },
  }
}

function lookerAt(url: string): pg.Pool {
  const limits = { acquireTimeoutMs: PATIENCE_MS, statementTimeoutMs: PATIENCE_MS }
  const pool = createPool({ url, poolMax: 1, ...limits })
  pool.on('error', () => undefined)
  return pool
}

type Query = (...parameters: unknown[]) => Promise<unknown>

/** Makes a pool send a query to another pool if its own server cannot answer it. All its queries only read. */
function fallBack(pool: pg.Pool, other: pg.Pool, onFault: (error: unknown) => void): void {
  const ask = pool.query.bind(pool) as unknown as Query
  pool.query = (async (...parameters: unknown[]) => {
    try {
      return await ask(...parameters)
    } catch (error) {
      if (!isReplicaFault(error)) throw error
      onFault(error)
      return (other.query.bind(other) as unknown as Query)(...parameters)
    }
  }) as unknown as typeof pool.query
}
