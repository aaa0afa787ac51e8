import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../../core/page.ts'
import { DELIVERY_STATUSES, type DeliveryStatus } from '../../../../core/vocabulary.ts'
import { type Conditions, conditions } from '../../../../database/conditions.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { listKeyed } from '../../../../database/keyset-list.ts'
import { execute, rows } from '../../../../database/sql.ts'
import { applyFilters, type FilterTable } from '../../../../record/filters.ts'
import type { Attempted, Delivery, DeliveryFilters } from '../subscriptions/schema.ts'

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

const FILTERS: FilterTable<DeliveryFilters, Conditions> = {
  status: (where, { status }) => where.add(status, (p) => `d.status = ANY(${p}::delivery_status[])`),
}

/** Deliveries of a webhook, latest first, nearest to the page's position first, one more than it holds. */
export function listDeliveries(
  db: Db,
  webhookId: string,
  filters: DeliveryFilters,
  request: PageRequest,
): Promise<Keyed<Delivery>[]> {
  const where = conditions()
  where.add(webhookId, (p) => `d.webhook_id = ${p}::uuid`)
  applyFilters(FILTERS, where, filters)
  const list = {
    select: `SELECT ${COLUMNS} FROM webhook_deliveries d`,
    where,
    by: { expression: 'd.created_at', type: 'timestamptz', id: 'd.id', idType: 'uuid' },
    read: toDelivery,
    keyOf: ({ recorded, id }: Delivery) => ({ values: [recorded], id }),
  }
  return listKeyed(db, list, request)
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
  tx: Tx,
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

/** What came of trying. */
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

/** Forgets deliveries that were tried before a moment. */
export const forgetDeliveries = (db: Db, webhookId: string, before: Date): Promise<number> =>
  execute(
    db,
    `DELETE FROM webhook_deliveries WHERE webhook_id = $1::uuid AND created_at < $2 AND status <> 'pending'`,
    [webhookId, before.toISOString()],
  )

/** What is kept of an attempt. */
export const statusOf = ({ error }: Attempted): DeliveryStatus => (error === null ? 'delivered' : 'failed')
