import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Logger } from 'pino'
import { OperatorError } from '../../core/operator-error.ts'
import { migrate } from '../migrate.ts'
import type { Migration } from '../migration-files.ts'
import { connectOnce } from '../single-connection.ts'
import { upgradeDatabase } from '../upgrade.ts'
import { compareTable } from './compare.ts'
import {
  emptyLedger,
  findFilledTables,
  finishDerived,
  insertPart,
  pauseWebhooks,
  setAside,
  vacuum,
} from './load.sql.ts'
import { lockForLoading } from './locks.sql.ts'
import type { Manifest, TableEntry } from './manifest.ts'
import { readPart } from './part-files.ts'
import { readAppliedMigrations } from './read-rows.sql.ts'
import { readShapes, type TableShape } from './table-shape.sql.ts'
import { verifyBackup } from './verify-backup.ts'
import type { Backup, OnProgress } from './write-backup.ts'

export interface RestoreOptions {
  readonly backup: Backup
  readonly url: string
  /** The URL of the same database for the owner of its tables. */
  readonly ownerUrl: string
  /** The migrations of this version. */
  readonly migrations: readonly Migration[]
  /** Pauses the webhooks after the comparison. */
  readonly pausesWebhooks: boolean
  readonly log: Logger
  readonly onProgress: OnProgress
}

interface RestoredTable {
  readonly name: string
  readonly rows: number
  /** The hash of the rows as they were read back from the database. It equals the hash in the manifest. */
  readonly sha256: string
}

export interface Restored {
  readonly tables: readonly RestoredTable[]
  readonly pausedWebhooks: number
}

/**
 * Restores a backup into an empty database: all of it, or nothing. Verifies all files, applies the migrations of the
 * backup, inserts the rows, and compares the tables with the backup before it commits. Then applies the migrations that
 * the backup does not have.
 * @throws OperatorError if the backup is damaged or newer than this version, or if the database is not empty.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { backup, url, ownerUrl, migrations, log, onProgress } = options
  const { manifest } = backup
  demandKnown(manifest, migrations)
  await withClient(ownerUrl, (client) => demandRoom(client, manifest))
  await verifyBackup(backup, (progress) => onProgress({ ...progress, table: `verifying ${progress.table}` }))
  await migrate(
    ownerUrl,
    migrations.filter(({ name }) => manifest.migrations.includes(name)),
    log,
  )
  const restored = await withClient(ownerUrl, (client) => loadAtOnce(client, options))
  await upgradeDatabase({ url, ownerUrl }, log)
  await withClient(ownerUrl, vacuum)
  return restored
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await connectOnce(url)
  try {
    return await work(client)
  } catch (cause) {
    throw explained(cause)
  } finally {
    await client.end()
  }
}

/** Converts an error of PostgreSQL to an OperatorError. Returns any other error unchanged. */
function explained(cause: unknown): unknown {
  const { code = '', message } = cause as { code?: string; message: string }
  if (cause instanceof OperatorError || !/^[0-9A-Z]{5}$/.test(code)) return cause
  return new OperatorError(
    code === '42501'
      ? 'The role of DATABASE_URL does not own the tables. Set ONRECORD_MIGRATION_DATABASE_URL to the owner, and restore again.'
      : `The database refused the backup (${message}). Nothing was restored.`,
    { cause },
  )
}

function demandKnown({ migrations, version }: Manifest, known: readonly Migration[]): void {
  const unknown = migrations.find((name) => !known.some((migration) => migration.name === name))
  if (unknown)
    throw new OperatorError(
      `The backup is newer than this version of On Record: it was made by ${version} and has the migration ${unknown}. Restore it with that version.`,
    )
}

/** Throws an OperatorError if the database has rows, or migrations that the backup does not have. */
async function demandRoom(client: pg.Client, manifest: Manifest): Promise<void> {
  const filled = await findFilledTables(client, await readShapes(client))
  if (filled.length > 0)
    throw new OperatorError(
      `The database is not empty: ${filled.slice(0, 3).join(', ')}${filled.length > 3 ? ' …' : ''} ${filled.length === 1 ? 'has' : 'have'} rows. Create an empty database and set DATABASE_URL to it. With the embedded PostgreSQL, stop the service and set ONRECORD_DATA_DIRECTORY to a new directory.`,
    )
  const applied = await readAppliedMigrations(client)
  const later = applied.find((name) => !manifest.migrations.includes(name))
  if (later)
    throw new OperatorError(
      `The database is empty, but its tables are newer than the backup (${later}). Restore into a database without tables: the restore creates them and migrates them after that.`,
    )
}

async function loadAtOnce(client: pg.Client, options: RestoreOptions): Promise<Restored> {
  const { backup, pausesWebhooks, onProgress } = options
  const { tables } = backup.manifest
  await client.query('BEGIN')
  const shapes = await readShapes(client)
  await lockForLoading(client, shapes)
  await demandRoom(client, backup.manifest)
  const work = pairUp(shapes, tables)
  const putBack = await setAside(client)
  await emptyLedger(client)
  for (const [shape, entry] of work) await loadTable(client, backup, { shape, entry, onProgress })
  onProgress({ table: 'building indexes', rows: 0, bytes: 0 })
  await putBack()
  onProgress({ table: 'counting names', rows: 0, bytes: 0 })
  await finishDerived(client, shapes)
  const compared: RestoredTable[] = []
  for (const [shape, entry] of work) {
    onProgress({ table: `comparing ${entry.name}`, rows: entry.rows, bytes: 0 })
    compared.push({ name: entry.name, rows: entry.rows, sha256: await compareTable(client, shape, entry) })
  }
  const pausedWebhooks = pausesWebhooks ? await pauseWebhooks(client) : 0
  await client.query('COMMIT')
  return { tables: compared, pausedWebhooks }
}

/** Finds the table of each entry. @throws OperatorError if a table or its columns differ. */
function pairUp(
  shapes: readonly TableShape[],
  entries: readonly TableEntry[],
): (readonly [TableShape, TableEntry])[] {
  const isSame =
    entries.length === shapes.length &&
    entries.every(
      ({ name, columns }, at) => shapes[at]!.name === name && isDeepStrictEqual(shapes[at]!.columns, columns),
    )
  if (isSame) return entries.map((entry, at) => [shapes[at]!, entry])
  throw new OperatorError(
    'The tables of the backup differ from the tables that its migrations create. Restore it with the version that wrote it.',
  )
}

interface TableWork {
  readonly shape: TableShape
  readonly entry: TableEntry
  readonly onProgress: OnProgress
}

async function loadTable(
  client: pg.Client,
  { directory }: Backup,
  { shape, entry, onProgress }: TableWork,
): Promise<void> {
  let rows = 0
  let bytes = 0
  for (const part of entry.parts) {
    const content = await readPart(directory, part)
    if ((await insertPart(client, shape, content)) !== part.rows)
      throw new OperatorError(`${part.file} was not inserted as a whole. Nothing was restored.`)
    rows += part.rows
    bytes += part.bytes
    onProgress({ table: shape.name, rows, bytes })
  }
}
