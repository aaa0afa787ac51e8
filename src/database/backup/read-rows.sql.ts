import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { OperatorError } from '../../core/operator-error.ts'
import { copyRows, type TableShape } from './table-shape.sql.ts'

// SQL by hand: COPY passes rows on as fast as they are read, however long each is, and keeps none in memory.

/** Reads the rows of a table as NDJSON, in the order of its key. */
export const readRows = (client: pg.Client, shape: TableShape, condition?: string): AsyncIterable<Buffer> =>
  client.query(copyTo(copyRows(shape, condition)))

/** Returns the SHA-256 of the revision at a position, as a backup has it. Returns null if there is no such revision. */
export async function hashOfRevision(
  client: pg.Client,
  shapes: readonly TableShape[],
  position: number,
): Promise<string | null> {
  const revisions = shapes.find(({ name }) => name === 'revisions')
  if (!revisions) return null
  const hash = createHash('sha256')
  let isFound = false
  for await (const bytes of readRows(client, revisions, `position = ${position}`)) {
    hash.update(bytes)
    isFound = true
  }
  return isFound ? hash.digest('hex') : null
}

/** What a backup says of the database as a whole. */
export interface RecordState {
  readonly migrations: readonly string[]
  readonly position: number
  readonly erasures: number
}

/** Reads the applied migrations. Returns an empty list for a database without tables. */
export async function readAppliedMigrations(client: pg.Client): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ table: string | null }>(
    "SELECT to_regclass('_prisma_migrations') AS table",
  )
  if (!found[0]?.table) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name COLLATE "C"`,
  )
  return rows.map(({ name }) => name)
}

/** Reads the state of the record in the current transaction. @throws OperatorError if the database has no tables. */
export async function readRecordState(client: pg.Client): Promise<RecordState> {
  const migrations = await readAppliedMigrations(client)
  if (migrations.length === 0)
    throw new OperatorError('The database has no tables of On Record. Check DATABASE_URL.')
  const { rows } = await client.query<{ position: string; erasures: string }>(
    `SELECT position, (SELECT count(*) FROM revisions WHERE subject = 'article' AND action = 'erased') AS erasures
     FROM ledger WHERE id = 1`,
  )
  const { position, erasures } = rows[0]!
  return { migrations, position: Number(position), erasures: Number(erasures) }
}
