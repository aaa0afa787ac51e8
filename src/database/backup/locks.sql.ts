import type pg from 'pg'
import type { TableShape } from './table-shape.sql.ts'

// SQL by hand: Prisma takes no locks.

const BACKUPS = 7_240_130

/** Lets one connection at a time make a backup of a database, until it ends. Returns false if another makes one. */
export async function tryLockBackups(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ isLocked: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS "isLocked"',
    [BACKUPS],
  )
  return rows[0]!.isLocked
}

/** Makes migrations wait until the transaction ends. Readers and writers do not wait. */
export const lockForReading = (client: pg.Client, shapes: readonly TableShape[]): Promise<unknown> =>
  lockTables(client, shapes, 'ACCESS SHARE')

/** Makes all writers wait until the transaction ends. */
export const lockForLoading = (client: pg.Client, shapes: readonly TableShape[]): Promise<unknown> =>
  lockTables(client, shapes, 'EXCLUSIVE')

const lockTables = async (
  client: pg.Client,
  shapes: readonly TableShape[],
  mode: 'ACCESS SHARE' | 'EXCLUSIVE',
): Promise<unknown> =>
  shapes.length > 0 && client.query(`LOCK TABLE ${shapes.map(({ name }) => name).join(', ')} IN ${mode} MODE`)
