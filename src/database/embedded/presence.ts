import pg from 'pg'
import type { Logger } from 'pino'
import type { Cluster } from './cluster.ts'
import { ROLE } from './create-cluster.ts'
import { relaunch } from './postmaster.ts'

/**
 * The advisory lock on the server. A service holds it shared while it uses the server, and exclusively while it stops
 * the server.
 */
const PRESENCE_LOCK = 7_261_843_091
const DATABASE = 'onrecord'
/**
 * The delay before the first attempt to connect again, in milliseconds. It doubles with each attempt, up to the maximum.
 * Until an attempt finds that the server has died, all requests fail.
 */
const RECONNECT_MS = 100
const RECONNECT_MAX_MS = 30_000

export interface Presence {
  /**
   * Gives up the shared lock. Returns true if no other service uses the server. In that case no service can attach
   * before `end`.
   */
  leave(): Promise<boolean>
  end(): Promise<void>
}

/**
 * The reason why a service cannot attach: the server is starting or stopping, no server answers, or the server is not
 * ours.
 */
export type Absence = 'busy' | 'silent' | 'stranger'

export const urlOf = ({ password }: Cluster, port: number, database = DATABASE): string =>
  `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`

/**
 * Connects to the server at `port` and keeps the connection. So the last service that leaves knows that it must stop
 * the server. If the connection breaks, connects again. If the server has died, first starts it on the same port.
 */
export async function attachToServer(
  cluster: Cluster,
  port: number,
  log: Logger,
): Promise<Presence | Absence> {
  const first = await hold(cluster, port)
  if (typeof first === 'string') return first
  await createDatabase(first)
  let client = first
  let isLeaving = false

  const reconnect = async (waitedMs: number): Promise<void> => {
    if (isLeaving) return
    const next = await hold(cluster, port)
    if (typeof next !== 'string') {
      client = watch(next)
      log.info('The PostgreSQL server is connected again')
      return
    }
    if (next === 'silent') {
      await relaunch(cluster, port).catch((error) =>
        log.error({ err: error }, 'PostgreSQL cannot be started again'),
      )
    }
    reconnectAfter(Math.min(2 * waitedMs, RECONNECT_MAX_MS))
  }
  const reconnectAfter = (waitMs: number): void => void setTimeout(reconnect, waitMs, waitMs).unref()
  const watch = (watched: pg.Client): pg.Client => {
    watched.once('end', () => {
      if (isLeaving) return
      log.warn('The connection to the PostgreSQL server was cut; connecting again')
      reconnectAfter(RECONNECT_MS)
    })
    return watched
  }
  watch(client)
  return {
    async leave() {
      isLeaving = true
      await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE_LOCK])
      return isGranted(client, 'pg_try_advisory_lock')
    },
    end: () => client.end(),
  }
}

async function hold(cluster: Cluster, port: number): Promise<pg.Client | Absence> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, port, 'postgres'),
    application_name: 'onrecord presence',
    connectionTimeoutMillis: 2000,
    query_timeout: 5000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (await isGranted(client, 'pg_try_advisory_lock_shared')) return client
    await client.end()
    return 'busy'
  } catch (error) {
    await client.end().catch(() => undefined)
    return absenceOf(error as NodeJS.ErrnoException)
  }
}

const STARTING_OR_STOPPING = new Set(['57P01', '57P02', '57P03', 'ECONNRESET'])
const REFUSED_PASSWORD = new Set(['28P01', '28000'])

function absenceOf({ code = '' }: NodeJS.ErrnoException): Absence {
  if (STARTING_OR_STOPPING.has(code)) return 'busy'
  return REFUSED_PASSWORD.has(code) ? 'stranger' : 'silent'
}

async function isGranted(
  client: pg.Client,
  lock: 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared',
): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(`select ${lock}($1) as granted`, [PRESENCE_LOCK])
  return rows[0]?.granted === true
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount) return
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    const isMadeByAnother = error.code === '42P04' || error.code === '23505'
    if (!isMadeByAnother) throw error
  })
}
