import { DomainError } from '../../../../core/errors.ts'
import type { Keyed, PageRequest } from '../../../../core/page.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { idMaker } from '../../../../database/uuid.ts'
import type { Viewer } from '../../../access/keys/viewer.ts'
import { getWebhook } from '../subscriptions/domain.ts'
import { type Delivery, type DeliveryFilters, TEST } from '../subscriptions/schema.ts'
import * as store from './store.ts'

/**
 * Requests a test message. It reports no change.
 * @throws DomainError `not_found`.
 */
export async function requestTest(tx: Tx, viewer: Viewer, webhookId: string, now: Date): Promise<Delivery> {
  await getWebhook(tx, viewer, webhookId)
  const id = idMaker(now)()
  return store.requestDelivery(
    tx,
    webhookId,
    { id, message: id, type: TEST, position: null, attempt: 1 },
    now,
  )
}

/**
 * Requests that a message is sent again, under the same message id.
 * @throws DomainError `not_found`; `conflict` if its delivery is pending.
 */
export async function requestRepetition(
  tx: Tx,
  viewer: Viewer,
  webhookId: string,
  deliveryId: string,
  now: Date,
): Promise<Delivery> {
  const before = await getDelivery(tx, viewer, webhookId, deliveryId)
  if (before.status === 'pending') {
    throw new DomainError('conflict', 'This delivery is pending. Read it again in a moment.')
  }
  const { message, type, position, attempt } = before
  const again = { id: idMaker(now)(), message, type, position, attempt: attempt + 1 }
  return store.requestDelivery(tx, webhookId, again, now)
}

/**
 * Lists the deliveries of a webhook, latest first.
 * @throws DomainError `not_found`.
 */
export async function listDeliveries(
  db: Db,
  viewer: Viewer,
  webhookId: string,
  filters: DeliveryFilters,
  request: PageRequest,
): Promise<Keyed<Delivery>[]> {
  await getWebhook(db, viewer, webhookId)
  return store.listDeliveries(db, webhookId, filters, request)
}

/**
 * Returns a delivery.
 * @throws DomainError `not_found`.
 */
export async function getDelivery(db: Db, viewer: Viewer, webhookId: string, id: string): Promise<Delivery> {
  await getWebhook(db, viewer, webhookId)
  const delivery = await store.findDelivery(db, webhookId, id)
  if (delivery) return delivery
  throw new DomainError('not_found', `No delivery of this webhook has the id ${id}.`)
}
