import { z } from 'zod'
import { SUBJECTS, WEBHOOK_STATUSES } from '../../../../core/vocabulary.ts'
import type { Db } from '../../../../database/db.ts'
import { execute, rows } from '../../../../database/sql.ts'
import { type NewDelivery, statusOf, type Tried } from '../deliveries/store.ts'

import type { Verdict } from './retry.ts'

const LeasedRow = z.object({
  id: z.string(),
  endpoint: z.string(),
  subjects: z.array(z.enum(SUBJECTS)),
  actions: z.array(z.string()),
  officials: z.array(z.string()),
  status: z.enum(WEBHOOK_STATUSES),
  secrets: z.array(z.string()),
  position: z.int(),
  failures: z.int(),
  failing_since: z.string().nullable(),
  next_attempt_at: z.string().nullable(),
  version: z.int(),
  /** Whether somebody has asked for a delivery that was not tried yet. */
  has_requests: z.boolean(),
})

/** A webhook as whoever delivers to it sees it. */
export type LeasedWebhook = z.infer<typeof LeasedRow>

/** `$2` is now. */
const LEASED = `w.id, w.endpoint, w.subjects, w.actions, w.officials, w.status, w.position, w.failures, w.failing_since,
  w.next_attempt_at, w.version,
  EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.status = 'pending') AS has_requests,
  CASE WHEN w.former_secret_until > $2::timestamptz THEN ARRAY[w.secret, w.former_secret] ELSE ARRAY[w.secret] END AS secrets`

const leased = (found: readonly unknown[]): LeasedWebhook | undefined =>
  found[0] === undefined ? undefined : LeasedRow.parse(found[0])

/**
 * Takes a webhook that something is to be sent to, until a moment: nobody else does meanwhile, and whoever is killed
 * is followed by another after it. The one that waited longest comes first.
 */
export const leaseDueWebhook = async (
  db: Db,
  holder: string,
  now: Date,
  until: Date,
): Promise<LeasedWebhook | undefined> =>
  leased(
    await rows(
      db,
      `UPDATE webhooks w SET held_by = $1::uuid, held_until = $3
       WHERE w.id = (
         SELECT due.id FROM webhooks due, ledger
         WHERE ledger.id = 1 AND (due.held_until IS NULL OR due.held_until <= $2::timestamptz)
           AND (due.status = 'active' AND due.position < ledger.position
                  AND (due.next_attempt_at IS NULL OR due.next_attempt_at <= $2::timestamptz)
                OR EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = due.id AND d.status = 'pending'))
         ORDER BY due.held_until NULLS FIRST, due.id LIMIT 1 FOR UPDATE OF due SKIP LOCKED)
       RETURNING ${LEASED}`,
      [holder, now.toISOString(), until.toISOString()],
    ),
  )

/** Goes on holding a webhook, and reads what has become of it. Undefined where it is gone, or another's. */
export const renewLease = async (
  db: Db,
  holder: string,
  id: string,
  now: Date,
  until: Date,
): Promise<LeasedWebhook | undefined> =>
  leased(
    await rows(
      db,
      `UPDATE webhooks w SET held_until = $4 WHERE w.id = $3::uuid AND w.held_by = $1::uuid RETURNING ${LEASED}`,
      [holder, now.toISOString(), id, until.toISOString()],
    ),
  )

/** Lets go of a webhook: others may take it from now on. */
export const releaseLease = (db: Db, holder: string, id: string, now: Date): Promise<number> =>
  execute(
    db,
    'UPDATE webhooks SET held_by = NULL, held_until = $3 WHERE id = $2::uuid AND held_by = $1::uuid',
    [holder, id, now.toISOString()],
  )

/** What a webhook was when an attempt began: whoever changed it meanwhile is not overruled by what came of that. */
export type Begun = Pick<LeasedWebhook, 'id' | 'version'>

const UNCHANGED = 'WHERE id = $1::uuid AND version = $2::int AND held_by = $3::uuid'

/** Passes over changes that are none of a webhook's business. */
export const skipChanges = (
  db: Db,
  holder: string,
  { id, version }: Begun,
  position: number,
): Promise<number> =>
  execute(db, `UPDATE webhooks SET position = $4::bigint ${UNCHANGED}`, [id, version, holder, position])

/** Keeps what came of an attempt to tell a webhook of a change, and what that means for it, in one. */
export async function settleAttempt(
  db: Db,
  holder: string,
  webhook: Begun,
  delivery: NewDelivery & { readonly position: number },
  { attempted, at, latencyMs }: Tried,
  { failures, failingSince, nextAttemptAt, disabledFor, isDelivered }: Verdict,
): Promise<void> {
  await execute(
    db,
    `WITH moved AS (
       UPDATE webhooks SET position = CASE WHEN $4 THEN $5::bigint ELSE position END, failures = $6::int,
         failing_since = $7, next_attempt_at = $8, status_reason = $9,
         status = CASE WHEN $9::text IS NULL THEN status ELSE 'disabled' END ${UNCHANGED}
     )
     INSERT INTO webhook_deliveries (id, webhook_id, message, type, position, attempt, requested, status, code,
       latency_ms, error, created_at, attempted_at)
     SELECT $10::uuid, w.id, $11, $12, $5::bigint, $13::int, false, $14::delivery_status, $15::smallint, $16::int,
       $17, $18::timestamptz, $18::timestamptz
     FROM webhooks w WHERE w.id = $1::uuid`,
    [
      webhook.id,
      webhook.version,
      holder,
      isDelivered,
      delivery.position,
      failures,
      failingSince?.toISOString() ?? null,
      nextAttemptAt?.toISOString() ?? null,
      disabledFor,
      delivery.id,
      delivery.message,
      delivery.type,
      delivery.attempt,
      statusOf(attempted),
      attempted.code,
      latencyMs,
      attempted.error,
      at.toISOString(),
    ],
  )
}
