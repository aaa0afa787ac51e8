import { DomainError } from '../../../../core/errors.ts'
import { invalidField, orFault } from '../../../../core/faults.ts'
import { idOrSlug } from '../../../../core/id-or-slug.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { ledgerPosition } from '../../../../database/ledger.sql.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { standingOfficial } from '../../../../record/officials/domain.ts'
import type { Webhook, WebhookChoices, WebhookWithSecret } from './schema.ts'
import { makeSecret } from './secret.ts'
import * as store from './store.ts'

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
  tx: Tx,
  body: WebhookBody & { readonly endpoint: string },
  check: CheckReceiver,
  now: Date,
): Promise<WebhookWithSecret> {
  const blank = { description: null, subjects: [], actions: [], officials: [], position: await headOf(tx) }
  const choices = await chosen(tx, body, { ...blank, endpoint: body.endpoint }, check)
  const secret = makeSecret()
  return { ...(await store.insertWebhook(tx, idMaker(now)(), choices, secret, now)), secret }
}

/**
 * Changes what is chosen about a webhook; makes it active again where it was disabled and the body says so.
 * @throws DomainError `not_found`; as `createWebhook`; whatever `demand` throws.
 */
export async function changeWebhook(
  tx: Tx,
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
export async function removeWebhook(tx: Tx, id: string, demand: (version: number) => void): Promise<void> {
  demand(found(await store.lockWebhook(tx, id), id).version)
  await store.deleteWebhook(tx, id)
}

/**
 * Gives a webhook another secret. Until the overlap ends, messages carry a signature of each.
 * @throws DomainError `not_found`.
 */
export async function rotateSecret(
  tx: Tx,
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

const headOf = async (db: Db): Promise<number> => Number(await ledgerPosition(db))

function found(webhook: Webhook | undefined, id: string): Webhook {
  if (webhook) return webhook
  throw new DomainError('not_found', `No webhook has the id ${id}. GET /v1/webhooks lists them all.`)
}

/**
 * Finds the people that a body names by id or slug. A person who was merged counts as the person they were merged into.
 *
 * @returns their ids, each once.
 * @throws DomainError `invalid_body` with a pointer to each name of no person on record.
 */
async function idsOf(tx: Tx, named: readonly string[]): Promise<readonly string[]> {
  const ids = new Set<string>()
  for (const [index, official] of named.entries()) {
    const { id } = await orFault(`/officials/${index}`, () => standingOfficial(tx, idOrSlug(official)))
    ids.add(id)
  }
  return [...ids]
}

async function chosen(
  tx: Tx,
  body: WebhookBody,
  before: Omit<WebhookChoices, 'subjects'> & Pick<Webhook, 'subjects'>,
  check: CheckReceiver,
): Promise<WebhookChoices> {
  if (body.endpoint !== undefined) check(new URL(body.endpoint))
  const officials = body.officials && (await idsOf(tx, body.officials))
  if (body.position !== undefined) {
    const head = await headOf(tx)
    if (body.position > head) {
      throw invalidField('/position', `The last change there is has the position ${head}.`)
    }
  }
  return {
    endpoint: body.endpoint ?? before.endpoint,
    description: body.description === undefined ? before.description : body.description,
    subjects: body.subjects ?? before.subjects,
    actions: body.actions ?? before.actions,
    officials: officials ?? before.officials,
    position: body.position ?? before.position,
  }
}
