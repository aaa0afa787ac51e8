import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { Attempt, KeptResponse } from './store.ts'

// SQL, because Prisma takes no advisory locks, and because every write with an Idempotency-Key keeps its response:
// Prisma needs four times the processor time for that.

/** Tries to lock an attempt until the transaction ends. Returns false if another transaction has locked it. */
export async function tryLockAttempt(tx: Tx, { caller, operation, key }: Attempt): Promise<boolean> {
  const [row] = await rows(tx, 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked', [
    JSON.stringify([caller, operation, key]),
  ])
  return (row as { locked: boolean }).locked
}

/** Keeps the response to a locked attempt, and deletes those kept before a moment. */
export async function keepResponse(
  tx: Tx,
  { caller, operation, key }: Attempt,
  { fingerprint, status, headers, body }: KeptResponse,
  at: Date,
  deleteBefore: Date,
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO idempotency_records (caller, operation, key, fingerprint, status, headers, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)
     ON CONFLICT (caller, operation, key) DO UPDATE
       SET fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
           body = excluded.body, created_at = excluded.created_at`,
    [
      ...[caller, operation, key, fingerprint, status],
      ...[JSON.stringify(headers), JSON.stringify(body ?? null), at.toISOString()],
    ],
  )
  await execute(tx, 'DELETE FROM idempotency_records WHERE created_at <= $1', [deleteBefore.toISOString()])
}
/** Deletes the kept responses that mention an id anywhere in their bodies. Prisma cannot search a whole JSON value. */
export const deleteResponsesAbout = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'DELETE FROM idempotency_records WHERE position($1 IN body::text) > 0', [id])
