import type pg from 'pg'
import { OperatorError } from '../../core/operator-error.ts'
import type { TableShape } from './table-shape.sql.ts'

// SQL by hand: Prisma takes no locks.

const BACKUPS = 7_240_130

/** After a process is killed, the server needs a moment to notice it. Another backup takes longer. */
const PATIENCE_MS = 5000

/**
 * Lets one connection at a time make a backup of a database, until the connection ends. Waits some seconds.
 * @throws OperatorError if another connection makes a backup.
 */
export async function lockBackups(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = ${PATIENCE_MS}`)
  await client.query('SELECT pg_advisory_lock($1)', [BACKUPS]).catch((cause: { code?: string }) => {
    if (cause.code !== '55P03') throw cause
    throw new OperatorError('Another snapshot of this database is being made. Wait until it ends.', { cause })
  })
  await client.query('SET lock_timeout = DEFAULT')
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
