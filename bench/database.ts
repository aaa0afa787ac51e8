import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { readMigrations } from '../src/database/migration-files.ts'
import { processorMsOfFamily } from './processor-time.ts'

export interface BenchDatabase {
  /** Contains the password. */
  readonly url: string
  /** Returns the processor time of the server, in milliseconds; 0 if the server is not ours. */
  processorMs(): Promise<number>
  /** Stops the server and removes its files, or drops the database if the server is not ours. */
  close(): Promise<void>
}

const log = pino({ level: 'warn' })
const MEGABYTE = 2 ** 20

/**
 * Creates a migrated database on the server of `serverUrl`, or on a new server in a temporary directory.
 * @param settings settings of a new server, beside those that docs/operating.md advises.
 */
export async function createDatabase(
  serverUrl: string | undefined,
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchDatabase> {
  const database = serverUrl === undefined ? await startServer(settings) : await createOn(serverUrl)
  try {
    await migrate(database.url, await readMigrations(), log)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/**
 * Starts a server with the settings that docs/operating.md advises for a large record. PostgreSQL reads them only at
 * its start, so the server starts twice.
 */
async function startServer(settings: Readonly<Record<string, string>>): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'onrecord-bench-'))
  // If root runs the benchmark, another account runs the server, and must be able to enter the directory.
  await chmod(directory, 0o755)
  const unset = await startEmbedded(directory, log)
  const all = { shared_buffers: `${Math.floor(totalmem() / 4 / MEGABYTE)}MB`, ...settings }
  await withClient(unset.url, async (client) => {
    for (const [name, value] of Object.entries(all))
      await client.query(`ALTER SYSTEM SET ${name} = '${value}'`)
  })
  await unset.close()
  const server = await startEmbedded(directory, log)
  const pidFile = join(directory, 'postgres', 'cluster', 'postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
  return {
    url: server.url,
    processorMs: () => processorMsOfFamily(pid),
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

let created = 0

async function createOn(serverUrl: string): Promise<BenchDatabase> {
  const name = `onrecord_bench_${process.pid}_${++created}`
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`))
  return {
    url: url.href,
    processorMs: () => Promise.resolve(0),
    close: () => withClient(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  }
}

/** Runs statements of SQL. */
export const change = (url: string, sql: string): Promise<void> =>
  withClient(url, (client) => client.query(sql))

/** Returns the rows of one query. */
export async function select<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  let rows: Row[] = []
  await withClient(url, async (client) => {
    rows = (await client.query<Row>(sql)).rows
  })
  return rows
}

/** Connects, works, and disconnects. */
export async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
