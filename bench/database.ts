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
const FILL = new URL('fill.sql', import.meta.url)

/** Creates a migrated database on the server of `serverUrl`, or on a new server in a temporary directory. */
export async function createDatabase(serverUrl: string | undefined): Promise<BenchDatabase> {
  const database = serverUrl === undefined ? await startServer() : await createOn(serverUrl)
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
async function startServer(): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'onrecord-bench-'))
  // If root runs the benchmark, another account runs the server, and must be able to enter the directory.
  await chmod(directory, 0o755)
  const unset = await startEmbedded(directory, log)
  await withClient(unset.url, (client) =>
    client.query(`ALTER SYSTEM SET shared_buffers = '${Math.floor(totalmem() / 4 / MEGABYTE)}MB'`),
  )
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

/** Fills the database with a number of generated statements, and the articles, people and organizations they need. */
export const fill = (url: string, statements: number): Promise<void> =>
  withClient(url, async (client) => {
    await skipForeignKeys(client)
    await client.query('SELECT set_config($1, $2, false)', ['bench.statements', String(statements)])
    await client.query(await readFile(FILL, 'utf8'))
    await client.query('VACUUM ANALYZE')
  })

/** Turns off the checks of foreign keys, which take as long as the inserts. The generated rows are consistent. */
const skipForeignKeys = (client: pg.Client): Promise<unknown> =>
  client.query('SET session_replication_role = replica').catch((error: { code?: string }) => {
    if (error.code !== '42501') throw error
  })

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

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
