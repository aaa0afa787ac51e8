import { DomainError } from '../../core/errors.ts'
import { invalidField } from '../../core/faults.ts'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/handle.ts'
import { idMaker } from '../../database/id.ts'
import { ledgerPosition } from '../../database/ledger.ts'
import { getOfficial } from '../officials/domain.ts'
import * as deliveries from './deliveries/store.ts'
import { TEST } from './delivery/message.ts'
import type { Delivery, DeliveryStatus, Webhook, WebhookChoices, WebhookWithSecret } from './schema.ts'
import { makeSecret } from './secret.ts'
import * as store from './store.ts'

export { type Courier, startCourier } from './delivery/rounds.ts'
export { listWebhooks } from './store.ts'

/** What a body says of a webhook. What is left out stays as it is, or as it is by default. */
export interface WebhookBody {
  readonly endpoint?: string | undefined
  readonly description?: string | null | undefined
  readonly subjects?: Webhook['subjects'] | undefined
  readonly actions?: readonly string[] | undefined
  readonly officials?: readonly string[] | undefined
  readonly position?: number | undefined
  readonly status?: 'active' | 'paused' | undefined
}

/** Refuses an address that must not be called: throws `fetch_refused`. */
export type CheckReceiver = (url: URL) => void

/**
 * Makes a webhook. It is sent what changes from now on, unless the body names an earlier position.
 * @throws DomainError `fetch_refused` for an endpoint that is not public; `invalid_body` with a pointer.
 */
export async function createWebhook(
  tx: Db,
  body: WebhookBody & { readonly endpoint: string },
  check: CheckReceiver,
  now: Date,
): Promise<WebhookWithSecret> {
  const head = Number(await ledgerPosition(tx))
  const blank = { description: null, subjects: [], actions: [], officials: [], position: head }
  const choices = await chosen(tx, body, { ...blank, endpoint: body.endpoint }, check)
  const secret = makeSecret()
  return { ...(await store.insertWebhook(tx, idMaker(now)(), choices, secret, now)), secret }
}

/**
 * Changes what is chosen about a webhook; makes it active again where it was disabled and the body says so.
 * @throws DomainError `not_found`; as `createWebhook`; whatever `demand` throws.
 */
export async function changeWebhook(
  tx: Db,
  id: string,
  body: WebhookBody,
  { demand, check, now }: { demand: (version: number) => void; check: CheckReceiver; now: Date },
): Promise<Webhook> {
  const webhook = found(await store.lockWebhook(tx, id), id)
  demand(webhook.version)
  const choices = await chosen(tx, body, webhook, check)
  const status = body.status ?? webhook.status
  const statusReason = status === 'disabled' ? webhook.status_reason : null
  return store.rewriteWebhook(tx, id, { ...choices, status, statusReason }, now)
}

/** @throws DomainError `not_found`; whatever `demand` throws. */
export async function removeWebhook(tx: Db, id: string, demand: (version: number) => void): Promise<void> {
  demand(found(await store.lockWebhook(tx, id), id).version)
  await store.deleteWebhook(tx, id)
}

/**
 * Gives a webhook another secret. Until the overlap ends, messages carry a signature of each.
 * @throws DomainError `not_found`.
 */
export async function rotateSecret(
  tx: Db,
  id: string,
  overlapMs: number,
  now: Date,
): Promise<WebhookWithSecret> {
  const secret = makeSecret()
  const until = new Date(now.getTime() + overlapMs)
  return { ...found(await store.replaceSecret(tx, id, secret, until, now), id), secret }
}

/** @throws DomainError `not_found`. */
export const getWebhook = async (db: Db, id: string): Promise<Webhook> =>
  found(await store.findWebhook(db, id), id)

/** Asks for a message that tells of nothing. @throws DomainError `not_found`. */
export async function requestTest(tx: Db, webhookId: string, now: Date): Promise<Delivery> {
  await getWebhook(tx, webhookId)
  const id = idMaker(now)()
  return deliveries.requestDelivery(
    tx,
    webhookId,
    { id, message: id, type: TEST, position: null, attempt: 1 },
    now,
  )
}

/**
 * Asks for a message to be sent once more, under the id it had.
 * @throws DomainError `not_found`; `conflict` for one that is still to be sent.
 */
export async function requestRepetition(
  tx: Db,
  webhookId: string,
  deliveryId: string,
  now: Date,
): Promise<Delivery> {
  const before = await getDelivery(tx, webhookId, deliveryId)
  if (before.status === 'pending') {
    throw new DomainError('conflict', 'This delivery is still to be sent. Read it again in a moment.')
  }
  const { message, type, position, attempt } = before
  const again = { id: idMaker(now)(), message, type, position, attempt: attempt + 1 }
  return deliveries.requestDelivery(tx, webhookId, again, now)
}

/** Deliveries of a webhook, latest first. @throws DomainError `not_found`. */
export async function listDeliveries(
  db: Db,
  webhookId: string,
  statuses: readonly DeliveryStatus[] | undefined,
  request: PageRequest,
): Promise<Keyed<Delivery>[]> {
  await getWebhook(db, webhookId)
  return deliveries.listDeliveries(db, webhookId, statuses, request)
}

/** @throws DomainError `not_found`. */
export async function getDelivery(db: Db, webhookId: string, id: string): Promise<Delivery> {
  const delivery = await deliveries.findDelivery(db, webhookId, id)
  if (delivery) return delivery
  await getWebhook(db, webhookId)
  throw new DomainError('not_found', `No delivery of this webhook has the id ${id}.`)
}

function found(webhook: Webhook | undefined, id: string): Webhook {
  if (webhook) return webhook
  throw new DomainError('not_found', `No webhook has the id ${id}. GET /v1/webhooks lists them all.`)
}

async function chosen(
  tx: Db,
  body: WebhookBody,
  before: Omit<WebhookChoices, 'subjects'> & Pick<Webhook, 'subjects'>,
  check: CheckReceiver,
): Promise<WebhookChoices> {
  if (body.endpoint !== undefined) check(new URL(body.endpoint))
  for (const [index, official] of (body.officials ?? []).entries()) {
    await getOfficial(tx, { id: official }).catch((error: Error) => {
      throw invalidField(`/officials/${index}`, error.message)
    })
  }
  const head = Number(await ledgerPosition(tx))
  if (body.position !== undefined && body.position > head) {
    throw invalidField('/position', `The last change there is has the position ${head}.`)
  }
  return {
    endpoint: body.endpoint ?? before.endpoint,
    description: body.description === undefined ? before.description : body.description,
    subjects: body.subjects ?? before.subjects,
    actions: body.actions ?? before.actions,
    officials: body.officials ?? before.officials,
    position: body.position ?? before.position,
  }
}
