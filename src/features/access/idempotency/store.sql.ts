import { z } from 'zod'
import type { Db, Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'

// SQL, because Prisma takes no advisory locks, and because every write with an Idempotency-Key finds and stores a
// response. With Prisma, this would take three to four times the processor time: a tenth of a small write.

const KeptResponse = z.object({
  /** SHA-256 of the request body, in hexadecimal. */
  fingerprint: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
})
/** The stored response to a write. */
export type KeptResponse = Readonly<z.infer<typeof KeptResponse>>

/** The identity of one write: its caller, its operation, and its Idempotency-Key. */
export interface Attempt {
  readonly caller: string
  readonly operation: string
  readonly key: string
}

/** Tries to lock an attempt until the transaction ends. Returns false if another transaction has locked it. */
export async function tryLockAttempt(tx: Tx, { caller, operation, key }: Attempt): Promise<boolean> {
  const [row] = await rows(tx, 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked', [
    JSON.stringify([caller, operation, key]),
  ])
  return (row as { locked: boolean }).locked
}

/** Finds the response to an attempt, if it was stored after a given time. */
export async function findResponse(
  db: Db,
  { caller, operation, key }: Attempt,
  since: Date,
): Promise<KeptResponse | undefined> {
  const [row] = await rows(
    db,
    `SELECT fingerprint, status, headers, body FROM idempotency_records
     WHERE caller = $1 AND operation = $2 AND key = $3 AND created_at > $4`,
    [caller, operation, key, since.toISOString()],
  )
  return row === undefined ? undefined : KeptResponse.parse(row)
}

/** Stores the response to a locked attempt, and deletes responses that were stored before a given time. */
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
     VALUES ($1, $2, $3, $4, $5, $6::json, $7::json, $8)
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

/**
 * Deletes the stored responses that mention an id anywhere in their bodies. Prisma cannot search a whole JSON value.
 */
export const deleteResponsesAbout = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'DELETE FROM idempotency_records WHERE position($1 IN body::text) > 0', [id])
