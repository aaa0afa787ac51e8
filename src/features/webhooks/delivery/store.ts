import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import { execute, rows } from '../../../database/client.ts'
import type { Db } from '../../../database/handle.ts'
import { conditions, seek } from '../../../database/query.ts'
import { SUBJECTS } from '../../changes/schema.ts'
import { DELIVERY_STATUSES, type Delivery, type DeliveryStatus, WEBHOOK_STATUSES } from '../schema.ts'
import type { Attempted, Verdict } from './retry.ts'

const DeliveryRow = z.object({
  id: z.string(),
  webhook_id: z.string(),
  message: z.string(),
  type: z.string(),
  position: z.int().nullable(),
  attempt: z.int(),
  requested: z.boolean(),
  status: z.enum(DELIVERY_STATUSES),
  code: z.int().nullable(),
  latency_ms: z.int().nullable(),
  error: z.string().nullable(),
  created_at: z.string(),
  attempted_at: z.string().nullable(),
})

const COLUMNS = `d.id, d.webhook_id, d.message, d.type, d.position, d.attempt, d.requested, d.status, d.code,
  d.latency_ms, d.error, d.created_at, d.attempted_at`

function toDelivery(found: unknown): Delivery {
  const { id, webhook_id, created_at, attempted_at, ...row } = DeliveryRow.parse(found)
  return {
    id,
    url: `/v1/webhooks/${webhook_id}/deliveries/${id}`,
    ...row,
    recorded: created_at,
    attempted: attempted_at,
  }
}

/** What is known of a delivery before it is tried. */
export interface NewDelivery {
  readonly id: string
  readonly message: string
  readonly type: string
  readonly position: number | null
  readonly attempt: number
}

/** Deliveries of a webhook, latest first, nearest to the page's position first, one more than it holds. */
export async function listDeliveries(
  db: Db,
  webhookId: string,
  statuses: readonly DeliveryStatus[] | undefined,
  request: PageRequest,
): Promise<Keyed<Delivery>[]> {
  const where = conditions()
  where.add(webhookId, (p) => `d.webhook_id = ${p}::uuid`)
  where.add(statuses, (p) => `d.status = ANY(${p}::delivery_status[])`)
  const keyset = { expression: 'd.created_at', type: 'timestamptz', id: 'd.id', idType: 'uuid' }
  const order = seek({ ...keyset, descending: true }, request, where)
  const found = await rows(
    db,
    `SELECT ${COLUMNS} FROM webhook_deliveries d ${where.where()} ${order}`,
    where.parameters,
  )
  return found.map(toDelivery).map((item) => ({ key: { values: [item.recorded], id: item.id }, item }))
}

export async function findDelivery(db: Db, webhookId: string, id: string): Promise<Delivery | undefined> {
  const [found] = await rows(
    db,
    `SELECT ${COLUMNS} FROM webhook_deliveries d WHERE d.webhook_id = $1::uuid AND d.id = $2::uuid`,
    [webhookId, id],
  )
  return found === undefined ? undefined : toDelivery(found)
}

/** Asks for a delivery: whoever delivers next to the webhook sees to it. */
export async function requestDelivery(
  tx: Db,
  webhookId: string,
  { id, message, type, position, attempt }: NewDelivery,
  at: Date,
): Promise<Delivery> {
  const [found] = await rows(
    tx,
    `INSERT INTO webhook_deliveries AS d
       (id, webhook_id, message, type, position, attempt, requested, status, created_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5::bigint, $6::int, true, 'pending', $7) RETURNING ${COLUMNS}`,
    [id, webhookId, message, type, position, attempt, at.toISOString()],
  )
  return toDelivery(found)
}

/** The delivery that was asked for first and not tried yet. */
export async function findRequested(db: Db, webhookId: string): Promise<Delivery | undefined> {
  const [found] = await rows(
    db,
    `SELECT ${COLUMNS} FROM webhook_deliveries d WHERE d.webhook_id = $1::uuid AND d.status = 'pending'
     ORDER BY d.created_at, d.id LIMIT 1`,
    [webhookId],
  )
  return found === undefined ? undefined : toDelivery(found)
}

const HeldRow = z.object({
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
export type HeldWebhook = z.infer<typeof HeldRow>

/** `$2` is now. */
const HELD = `w.id, w.endpoint, w.subjects, w.actions, w.officials, w.status, w.position, w.failures, w.failing_since,
  w.next_attempt_at, w.version,
  EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.status = 'pending') AS has_requests,
  CASE WHEN w.former_secret_until > $2::timestamptz THEN ARRAY[w.secret, w.former_secret] ELSE ARRAY[w.secret] END AS secrets`

const held = (found: readonly unknown[]): HeldWebhook | undefined =>
  found[0] === undefined ? undefined : HeldRow.parse(found[0])

/**
 * Takes a webhook that something is to be sent to, until a moment: nobody else does meanwhile, and whoever is killed
 * is followed by another after it. The one that waited longest comes first.
 */
export const takeDue = async (
  db: Db,
  holder: string,
  now: Date,
  until: Date,
): Promise<HeldWebhook | undefined> =>
  held(
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
       RETURNING ${HELD}`,
      [holder, now.toISOString(), until.toISOString()],
    ),
  )

/** Goes on holding a webhook, and reads what has become of it. Undefined where it is gone, or another's. */
export const keepHolding = async (
  db: Db,
  holder: string,
  id: string,
  now: Date,
  until: Date,
): Promise<HeldWebhook | undefined> =>
  held(
    await rows(
      db,
      `UPDATE webhooks w SET held_until = $4 WHERE w.id = $3::uuid AND w.held_by = $1::uuid RETURNING ${HELD}`,
      [holder, now.toISOString(), id, until.toISOString()],
    ),
  )

/** Lets go of a webhook: others may take it from now on. */
export const letGo = (db: Db, holder: string, id: string, now: Date): Promise<number> =>
  execute(
    db,
    'UPDATE webhooks SET held_by = NULL, held_until = $3 WHERE id = $2::uuid AND held_by = $1::uuid',
    [holder, id, now.toISOString()],
  )

/** What a webhook was when an attempt began: whoever changed it meanwhile is not overruled by what came of that. */
export type Begun = Pick<HeldWebhook, 'id' | 'version'>

const UNCHANGED = 'WHERE id = $1::uuid AND version = $2::int AND held_by = $3::uuid'

/** Passes over changes that are none of a webhook's business. */
export const passOver = (db: Db, holder: string, { id, version }: Begun, position: number): Promise<number> =>
  execute(db, `UPDATE webhooks SET position = $4::bigint ${UNCHANGED}`, [id, version, holder, position])

export interface Tried {
  readonly attempted: Attempted
  readonly at: Date
  readonly latencyMs: number
}

/** Keeps what came of a requested delivery. */
export const settleRequested = (db: Db, id: string, { attempted, at, latencyMs }: Tried): Promise<number> =>
  execute(
    db,
    `UPDATE webhook_deliveries SET status = $2::delivery_status, code = $3::smallint, latency_ms = $4::int,
       error = $5, attempted_at = $6 WHERE id = $1::uuid AND status = 'pending'`,
    [id, statusOf(attempted), attempted.code, latencyMs, attempted.error, at.toISOString()],
  )

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

/** Forgets deliveries that were tried before a moment. */
export const forgetDeliveries = (db: Db, webhookId: string, before: Date): Promise<number> =>
  execute(
    db,
    `DELETE FROM webhook_deliveries WHERE webhook_id = $1::uuid AND created_at < $2 AND status <> 'pending'`,
    [webhookId, before.toISOString()],
  )

const statusOf = ({ error }: Attempted): DeliveryStatus => (error === null ? 'delivered' : 'failed')
