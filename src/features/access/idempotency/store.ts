import { z } from 'zod'
import { execute, rows } from '../../../database/client.ts'
import type { Db } from '../../../database/handle.ts'

const Kept = z.object({
  fingerprint: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
})
export type Kept = z.infer<typeof Kept>

/** What names one attempt at a write: who, what, and the key they gave it. */
export interface Attempt {
  readonly caller: string
  readonly operation: string
  readonly key: string
}

/** Holds an attempt for this transaction: false where another transaction is at it. */
export async function lockAttempt(tx: Db, { caller, operation, key }: Attempt): Promise<boolean> {
  const [row] = await rows(tx, 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held', [
    JSON.stringify([caller, operation, key]),
  ])
  return (row as { held: boolean }).held
}

/** The answer kept for an attempt since a moment. */
export async function findKept(
  tx: Db,
  { caller, operation, key }: Attempt,
  since: Date,
): Promise<Kept | undefined> {
  const [row] = await rows(
    tx,
    `SELECT fingerprint, status, headers, body FROM idempotency_records
     WHERE caller = $1 AND operation = $2 AND key = $3 AND created_at > $4`,
    [caller, operation, key, since.toISOString()],
  )
  return row === undefined ? undefined : Kept.parse(row)
}

/** Keeps the answer of an attempt, and forgets those made before a moment. */
export async function keep(
  tx: Db,
  attempt: Attempt,
  kept: Kept,
  at: Date,
  forgetBefore: Date,
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO idempotency_records (caller, operation, key, fingerprint, status, headers, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::json, $8)
     ON CONFLICT (caller, operation, key) DO UPDATE
       SET fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
           body = excluded.body, created_at = excluded.created_at`,
    [
      attempt.caller,
      attempt.operation,
      attempt.key,
      kept.fingerprint,
      kept.status,
      JSON.stringify(kept.headers),
      JSON.stringify(kept.body ?? null),
      at.toISOString(),
    ],
  )
  await execute(tx, 'DELETE FROM idempotency_records WHERE created_at <= $1', [forgetBefore.toISOString()])
}
