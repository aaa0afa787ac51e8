import pg from 'pg'
import { OperatorError } from '../core/operator-error.ts'
import { inSession } from './pool.ts'

const OLDEST_SERVER = 150_000
const CONNECT_TIMEOUT_MS = 3000

/**
 * Opens one connection, for work that takes longer than the limits of the pool allow.
 * @throws OperatorError with the reason if it cannot connect.
 */
export async function connectOnce(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: inSession(url),
    application_name: 'onrecord',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (cause) {
    throw new OperatorError(explain(url, cause as NodeJS.ErrnoException), { cause })
  }
}

/** Throws an OperatorError if the server is too old. */
export async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  )
  const { number, name } = rows[0]!
  if (Number(number) >= OLDEST_SERVER) return
  throw new OperatorError(`The database is PostgreSQL ${name}, and On Record needs 15 or later. Upgrade it.`)
}

function explain(url: string, error: NodeJS.ErrnoException): string {
  const { host, pathname, username } = new URL(url)
  const at = `at ${host || 'localhost'}`
  switch (error.code) {
    case '28P01':
    case '28000':
      return `The database ${at} refuses the user "${username}". Check user and password in DATABASE_URL.`
    case '3D000':
      return `The database server ${at} has no database "${pathname.slice(1)}". Create it, or change DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of the database ${at} is not known. Check DATABASE_URL.`
    case '53300':
      return `The database ${at} has no connection left. End others, or raise its max_connections.`
    default:
      return `The database ${at} cannot be reached (${error.code || error.message}). Start it, or change DATABASE_URL.`
  }
}
