import type { Keyed, PageRequest } from '../../../../core/page.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import type { Prisma } from '../../../../database/generated/client.ts'
import { prisma } from '../../../../database/prisma.ts'
import { pageByCreation } from '../../../../database/prisma-page.ts'
import { toInstant } from '../../../../database/prisma-values.ts'
import { applyFilters, type FilterTable } from '../../../../record/filters.ts'
import type { Attempted, Delivery, DeliveryFilters } from '../subscriptions/schema.ts'

const toDelivery = (row: Prisma.WebhookDeliveryModel): Delivery => ({
  id: row.id,
  url: `/v1/webhooks/${row.webhookId}/deliveries/${row.id}`,
  message: row.message,
  type: row.type,
  position: row.position === null ? null : Number(row.position),
  attempt: row.attempt,
  requested: row.requested,
  status: row.status,
  code: row.code,
  latency_ms: row.latencyMs,
  error: row.error,
  recorded: toInstant(row.createdAt),
  attempted: toInstant(row.attemptedAt),
})

/** A delivery before its first attempt. */
export interface NewDelivery {
  readonly id: string
  /** The id of the message. It is the same for every attempt. */
  readonly message: string
  readonly type: string
  readonly position: number | null
  readonly attempt: number
}

const FILTERS: FilterTable<DeliveryFilters, Prisma.WebhookDeliveryWhereInput> = {
  status(where, { status }) {
    if (status) where.status = { in: [...status] }
  },
}

/**
 * Lists deliveries of a webhook. The delivery nearest to the position of the page comes first. The list has at most one
 * delivery more than the page.
 */
export async function listDeliveries(
  db: Db,
  webhookId: string,
  filters: DeliveryFilters,
  request: PageRequest,
): Promise<Keyed<Delivery>[]> {
  const page = pageByCreation(request)
  const where: Prisma.WebhookDeliveryWhereInput = { webhookId, ...page.where }
  applyFilters(FILTERS, where, filters)
  const found = await prisma(db).webhookDelivery.findMany({ ...page, where })
  return found
    .map(toDelivery)
    .map((delivery) => ({ key: { values: [delivery.recorded], id: delivery.id }, item: delivery }))
}

/** Finds a delivery of a webhook by its id. */
export async function findDelivery(db: Db, webhookId: string, id: string): Promise<Delivery | undefined> {
  const row = await prisma(db).webhookDelivery.findFirst({ where: { id, webhookId } })
  return row ? toDelivery(row) : undefined
}

/** Requests a delivery. The process that next leases the webhook sends the message. */
export async function requestDelivery(
  tx: Tx,
  webhookId: string,
  delivery: NewDelivery,
  at: Date,
): Promise<Delivery> {
  const data = { ...delivery, webhookId, requested: true, status: 'pending', createdAt: at } as const
  return toDelivery(await prisma(tx).webhookDelivery.create({ data }))
}

/** Finds the requested delivery of a webhook that has waited longest. */
export async function findRequested(db: Db, webhookId: string): Promise<Delivery | undefined> {
  const row = await prisma(db).webhookDelivery.findFirst({
    where: { webhookId, status: 'pending' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return row ? toDelivery(row) : undefined
}

/** The result of an attempt. */
export interface Tried {
  readonly attempted: Attempted
  readonly at: Date
  readonly latencyMs: number
}

const toColumns = ({ attempted: { code, error }, at, latencyMs }: Tried) =>
  ({ status: error === null ? 'delivered' : 'failed', code, error, latencyMs, attemptedAt: at }) as const

/** Updates a requested delivery with the result of the attempt. */
export async function settleRequested(db: Db, id: string, tried: Tried): Promise<void> {
  await prisma(db).webhookDelivery.updateMany({
    where: { id, status: 'pending' },
    data: toColumns(tried),
  })
}

/** Inserts a delivery with the result of its attempt. */
export async function insertDelivery(
  tx: Tx,
  webhookId: string,
  delivery: NewDelivery,
  tried: Tried,
): Promise<void> {
  const data = { ...delivery, ...toColumns(tried), webhookId, requested: false, createdAt: tried.at }
  await prisma(tx).webhookDelivery.create({ data, select: { id: true } })
}

/** Deletes the deliveries of a webhook before a given time, except deliveries that are not sent yet. */
export async function deleteOldDeliveries(db: Db, webhookId: string, before: Date): Promise<void> {
  await prisma(db).webhookDelivery.deleteMany({
    where: { webhookId, createdAt: { lt: before }, status: { not: 'pending' } },
  })
}
