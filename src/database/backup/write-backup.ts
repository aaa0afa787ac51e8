import { join } from 'node:path'
import type pg from 'pg'
import { OperatorError } from '../../core/operator-error.ts'
import { syncDirectory } from '../files/durable-files.ts'
import { connectOnce } from '../single-connection.ts'
import { createSubdirectory, createWhole } from './directory.ts'
import { lockBackups, lockForReading } from './locks.sql.ts'
import { hashOfParts, type Manifest, type PartEntry, type TableEntry, writeManifest } from './manifest.ts'
import { PartCutter } from './part-cutter.ts'
import { type EarlierParts, linkPart, storePart } from './part-files.ts'
import { hashOfRevision, type RecordState, readRecordState, readRows } from './read-rows.sql.ts'
import { readShapes, type TableShape } from './table-shape.sql.ts'

/** How far the work is. */
interface BackupProgress {
  readonly table: string
  readonly rows: number
  readonly bytes: number
}

export type OnProgress = (progress: BackupProgress) => void

/** A whole backup, and where it lies. */
export interface Backup {
  readonly directory: string
  readonly manifest: Manifest
  /** The SHA-256 of the manifest. */
  readonly hash: string
}

export interface WriteOptions {
  readonly url: string
  readonly directory: string
  /** A backup whose files are linked where nothing has changed. */
  readonly since: Backup | null
  /** The version of On Record. */
  readonly version: string
  /** The migrations that this version knows. */
  readonly knownMigrations: readonly string[]
  readonly now: () => Date
  readonly onProgress: OnProgress
}

/** The parts that are packed and written while the next ones are read. */
const PARTS_AT_ONCE = 3

/**
 * Writes a backup of the database at `url` to a new directory, while the service runs.
 * @throws OperatorError if another backup runs, if the database is newer than this version, or if the directory exists
 * or cannot be written.
 */
export async function writeBackup(options: WriteOptions): Promise<Backup> {
  const client = await connectOnce(options.url)
  try {
    await lockBackups(client)
    return await createWhole(options.directory, async (partial) => {
      const content = await readConsistently(client, (shapes, state) =>
        writeContent(client, partial, shapes, state, options),
      )
      return { directory: options.directory, ...(await writeManifest(partial, content)) }
    })
  } finally {
    await client.end()
  }
}

/** Runs `work` in one transaction, which sees the database at one moment. */
async function readConsistently<Result>(
  client: pg.Client,
  work: (shapes: readonly TableShape[], state: RecordState) => Promise<Result>,
): Promise<Result> {
  const before = await readShapes(client)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  // A migration that rewrites a table would show it empty to this transaction. It waits for this lock instead.
  await lockForReading(client, before)
  const result = await work(await readShapes(client), await readRecordState(client))
  await client.query('COMMIT')
  return result
}

async function writeContent(
  client: pg.Client,
  directory: string,
  shapes: readonly TableShape[],
  state: RecordState,
  { since, version, knownMigrations, now, onProgress }: WriteOptions,
): Promise<Omit<Manifest, 'format'>> {
  const unknown = state.migrations.find((name) => !knownMigrations.includes(name))
  if (unknown)
    throw new OperatorError(
      `The database is newer than this version of On Record (it has the migration ${unknown}). Make the snapshot with the version that migrated it.`,
    )
  const createdAt = now().toISOString()
  const continued = since && (await continuesFrom(client, shapes, state, since.manifest)) ? since : null
  const tables: TableEntry[] = []
  for (const shape of shapes) {
    await createSubdirectory(directory, shape.name)
    const earlier = since && partsOf(since, shape)
    const kept = shape.name === 'revisions' && continued ? await linkRevisions(directory, continued) : []
    const parts = await writeParts(client, directory, { shape, kept, earlier, onProgress })
    await syncDirectory(join(directory, shape.name))
    const rows = parts.reduce((sum, part) => sum + part.rows, 0)
    tables.push({ name: shape.name, columns: [...shape.columns], rows, sha256: hashOfParts(parts), parts })
  }
  const { position, erasures, migrations } = state
  const revision = await hashOfRevision(client, shapes, position)
  return {
    version,
    created_at: createdAt,
    migrations: [...migrations],
    ledger: { position, revision_sha256: revision },
    erasures,
    tables,
  }
}

/**
 * Returns true if the revisions of an earlier backup are still the first revisions of this database. Revisions never
 * change, except by an erasure and by a migration.
 */
async function continuesFrom(
  client: pg.Client,
  shapes: readonly TableShape[],
  { position, erasures, migrations }: RecordState,
  earlier: Manifest,
): Promise<boolean> {
  return (
    earlier.ledger.position <= position &&
    earlier.erasures === erasures &&
    earlier.migrations.join() === migrations.join() &&
    (await hashOfRevision(client, shapes, earlier.ledger.position)) === earlier.ledger.revision_sha256
  )
}

/**
 * Links the revisions of an earlier backup, without reading them from the database. Leaves out the last part, which was
 * not full, and everything after a damaged file.
 */
async function linkRevisions(directory: string, since: Backup): Promise<PartEntry[]> {
  const linked: PartEntry[] = []
  const { parts } = since.manifest.tables.find(({ name }) => name === 'revisions')!
  for (const part of parts.slice(0, -1)) {
    const file = fileOf('revisions', linked.length)
    if (!(await linkPart(directory, file, part, since.directory))) break
    linked.push({ ...part, file })
  }
  return linked
}

function partsOf({ directory, manifest }: Backup, { name }: TableShape): EarlierParts {
  const parts = manifest.tables.find((table) => table.name === name)?.parts ?? []
  return { directory, bySha256: new Map(parts.map((part) => [part.sha256, part])) }
}

interface TableWork {
  readonly shape: TableShape
  /** The first parts of the table, which are there already. The table is then read from the row after them. */
  readonly kept: readonly PartEntry[]
  readonly earlier: EarlierParts | null
  readonly onProgress: OnProgress
}

async function writeParts(
  client: pg.Client,
  directory: string,
  { shape, kept, earlier, onProgress }: TableWork,
): Promise<PartEntry[]> {
  const stored: Promise<PartEntry>[] = kept.map((part) => Promise.resolve(part))
  let rows = kept.reduce((sum, part) => sum + part.rows, 0)
  let bytes = 0
  const cutter = new PartCutter()
  const store = async (part: ReturnType<PartCutter['push']>[number]): Promise<void> => {
    const file = fileOf(shape.name, stored.length)
    const storing = storePart(directory, file, part, earlier)
    // The failure of one part ends the work when its turn comes.
    storing.catch(() => undefined)
    stored.push(storing)
    rows += part.rows
    bytes += part.content.length
    onProgress({ table: shape.name, rows, bytes })
    await stored[stored.length - 1 - PARTS_AT_ONCE]
  }
  onProgress({ table: shape.name, rows, bytes })
  // Positions count 1, 2, 3 … without gaps, so the number of rows is the last position.
  const condition = rows > 0 ? `position > ${rows}` : undefined
  try {
    for await (const chunk of readRows(client, shape, condition)) {
      for (const part of cutter.push(chunk)) await store(part)
    }
    for (const part of cutter.end()) await store(part)
    return await Promise.all(stored)
  } finally {
    // After a failure, the directory can be removed only when no file is being written.
    await Promise.allSettled(stored)
  }
}

const fileOf = (table: string, index: number): string =>
  `${table}/${String(index + 1).padStart(6, '0')}.ndjson.gz`
