import { DomainError } from '../../../../core/errors.ts'
import { invalidField, notFoundAsFault } from '../../../../core/faults.ts'
import { idOrSlug } from '../../../../core/id-or-slug.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { ledgerPosition } from '../../../../database/ledger.sql.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { currentOfficial } from '../../../../record/officials/domain.ts'
import { lockHolder } from '../../../access/keys/domain.ts'
import type { Viewer } from '../../../access/keys/viewer.ts'
import type { Webhook, WebhookChoices, WebhookWithSecret } from './schema.ts'
import { makeSecret } from './secret.ts'
import { lockWebhook } from './store.sql.ts'
import * as store from './store.ts'

export { listWebhooks } from './store.ts'

/** The settings of a webhook in a request. An absent setting keeps its value, or gets the default. */
export interface WebhookBody {
  readonly endpoint?: string | undefined
  readonly description?: string | null | undefined
  readonly subjects?: Webhook['subjects'] | undefined
  readonly actions?: readonly string[] | undefined
  readonly officials?: readonly string[] | undefined
  readonly searches?: readonly string[] | undefined
  readonly position?: number | undefined
  readonly status?: 'active' | 'paused' | undefined
}

/** Throws `fetch_refused` for an address that the service must not call. */
type CheckReceiver = (url: URL) => void

/** Throws `invalid_body` with a pointer for saved searches that a viewer must not follow. */
type CheckSearches = (tx: Tx, viewer: Viewer, ids: readonly string[]) => Promise<void>

/** The services that check the settings of a webhook. */
export interface WebhookChecks {
  readonly check: CheckReceiver
  readonly checkSearches: CheckSearches
}

/**
 * Creates a webhook that belongs to the viewer. It receives only later changes, unless the body gives an earlier
 * position.
 * @param maxPerKey the most webhooks of one viewer who is not an administrator.
 * @throws DomainError `fetch_refused` if the endpoint is not public; `invalid_body` with a pointer;
 * `too_many_webhooks`.
 */
export async function createWebhook(
  tx: Tx,
  viewer: Viewer,
  body: WebhookBody & { readonly endpoint: string },
  { maxPerKey, now, ...checks }: WebhookChecks & { maxPerKey: number; now: Date },
): Promise<WebhookWithSecret> {
  if (!viewer.isAdmin) await demandRoom(tx, viewer, maxPerKey)
  const all = { subjects: [], actions: [], officials: [], searches: [] }
  const blank = { ...all, endpoint: body.endpoint, description: null, position: await headOf(tx) }
  const choices = await chosen(tx, viewer, body, blank, checks)
  const secret = makeSecret()
  return { ...(await store.insertWebhook(tx, idMaker(now)(), viewer.holder, choices, secret, now)), secret }
}

async function demandRoom(tx: Tx, { holder }: Viewer, max: number): Promise<void> {
  // Otherwise two simultaneous requests could both use the last free place.
  await lockHolder(tx, holder)
  if ((await store.countWebhooks(tx, holder)) < max) return
  const most = max === 1 ? '1 webhook' : `${max} webhooks`
  throw new DomainError(
    'too_many_webhooks',
    `A key may have ${most}. Delete or change a webhook, or ask the operator for a higher limit.`,
  )
}

/**
 * Changes the settings of a webhook. Activates a disabled webhook again if the body says so. If the owner has no valid
 * key, an administrator who activates the webhook becomes its owner.
 * @throws DomainError `not_found`; the errors of `createWebhook` and of `demand`.
 */
export async function changeWebhook(
  tx: Tx,
  viewer: Viewer,
  id: string,
  body: WebhookBody,
  { demand, now, ...checks }: WebhookChecks & { demand: (version: number) => void; now: Date },
): Promise<Webhook> {
  const webhook = await lockedWebhook(tx, viewer, id)
  demand(webhook.version)
  const choices = await chosen(tx, viewer, body, webhook, checks)
  if (body.status === 'active' && !(await store.hasValidOwner(tx, id, now)))
    await store.updateOwner(tx, id, viewer.holder)
  const status = body.status ?? webhook.status
  const statusReason = status === 'disabled' ? webhook.status_reason : null
  return store.updateWebhook(tx, id, { ...choices, status, statusReason }, now)
}

/**
 * Deletes a webhook.
 * @throws DomainError `not_found`; the errors of `demand`.
 */
export async function removeWebhook(
  tx: Tx,
  viewer: Viewer,
  id: string,
  demand: (version: number) => void,
): Promise<void> {
  demand((await lockedWebhook(tx, viewer, id)).version)
  await store.deleteWebhook(tx, id)
}

/**
 * Replaces the secret of a webhook. Until the overlap ends, messages are signed with both secrets.
 * @throws DomainError `not_found`.
 */
export async function rotateSecret(
  tx: Tx,
  viewer: Viewer,
  id: string,
  overlapMs: number,
  now: Date,
): Promise<WebhookWithSecret> {
  const secret = makeSecret()
  const until = new Date(now.getTime() + overlapMs)
  await lockedWebhook(tx, viewer, id)
  return { ...(await store.replaceSecret(tx, id, secret, until, now)), secret }
}

/**
 * Returns a webhook.
 * @throws DomainError `not_found`, also for a webhook that the viewer must not see.
 */
export async function getWebhook(db: Db, viewer: Viewer, id: string): Promise<Webhook> {
  const webhook = await store.findWebhook(db, viewer, id)
  if (webhook) return webhook
  throw new DomainError('not_found', `No webhook has the id ${id}. GET /v1/webhooks lists your webhooks.`)
}

async function lockedWebhook(tx: Tx, viewer: Viewer, id: string): Promise<Webhook> {
  await lockWebhook(tx, id)
  return getWebhook(tx, viewer, id)
}

const headOf = async (db: Db): Promise<number> => Number(await ledgerPosition(db))

/**
 * Returns the ids of people given by id or slug, without duplicates. Replaces a merged person by the person they were
 * merged into.
 * @throws DomainError `invalid_body` with a pointer to the first person who is not on record.
 */
async function findOfficialIds(tx: Tx, named: readonly string[]): Promise<readonly string[]> {
  const ids = new Set<string>()
  for (const [index, who] of named.entries()) {
    const { id } = await notFoundAsFault(`/officials/${index}`, () => currentOfficial(tx, idOrSlug(who)))
    ids.add(id)
  }
  return [...ids]
}

async function chosen(
  tx: Tx,
  viewer: Viewer,
  body: WebhookBody,
  before: Omit<WebhookChoices, 'subjects'> & Pick<Webhook, 'subjects'>,
  { check, checkSearches }: WebhookChecks,
): Promise<WebhookChoices> {
  if (body.endpoint !== undefined) check(new URL(body.endpoint))
  const officials = body.officials && (await findOfficialIds(tx, body.officials))
  const searches = body.searches && [...new Set(body.searches)]
  if (searches) await checkSearches(tx, viewer, searches)
  if (body.position !== undefined) {
    const head = await headOf(tx)
    if (body.position > head) {
      throw invalidField(
        '/position',
        `The latest change has the position ${head}. Give that position or an earlier one.`,
      )
    }
  }
  return {
    endpoint: body.endpoint ?? before.endpoint,
    description: body.description === undefined ? before.description : body.description,
    subjects: body.subjects ?? before.subjects,
    actions: body.actions ?? before.actions,
    officials: officials ?? before.officials,
    searches: searches ?? before.searches,
    position: body.position ?? before.position,
  }
}
