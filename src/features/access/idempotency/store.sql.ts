import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { Attempt } from './store.ts'

/**
 * Tries to lock an attempt until the transaction ends. Returns false if another transaction has it. Prisma takes no
 * advisory locks.
 */
export async function tryLockAttempt(tx: Tx, { caller, operation, key }: Attempt): Promise<boolean> {
  const [row] = await rows(tx, 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked', [
    JSON.stringify([caller, operation, key]),
  ])
  return (row as { locked: boolean }).locked
}

/** Deletes the kept responses that mention an id anywhere in their bodies. Prisma cannot search a whole JSON value. */
export const deleteResponsesAbout = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'DELETE FROM idempotency_records WHERE position($1 IN body::text) > 0', [id])
