import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../../core/page.ts'
import { SUBJECTS, WEBHOOK_STATUSES } from '../../../../core/vocabulary.ts'
import { conditions } from '../../../../database/conditions.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { listKeyed } from '../../../../database/keyset-list.ts'
import { execute, rows } from '../../../../database/sql.ts'
import type { Webhook, WebhookChoices } from './schema.ts'

const WebhookRow = z.object({
  id: z.string(),
  endpoint: z.string(),
  description: z.string().nullable(),
  subjects: z.array(z.enum(SUBJECTS)),
  actions: z.array(z.string()),
  officials: z.array(z.string()),
  status: z.enum(WEBHOOK_STATUSES),
  status_reason: z.string().nullable(),
  position: z.int(),
  failures: z.int(),
  failing_since: z.string().nullable(),
  next_attempt_at: z.string().nullable(),
  former_secret_until: z.string().nullable(),
  version: z.int(),
  created_at: z.string(),
  updated_at: z.string(),
})

/** Everything but the secrets. */
const COLUMNS = `w.id, w.endpoint, w.description, w.subjects, w.actions, w.officials, w.status, w.status_reason,
  w.position, w.failures, w.failing_since, w.next_attempt_at, w.former_secret_until, w.version, w.created_at, w.updated_at`

function toWebhook(found: unknown): Webhook {
  const { id, next_attempt_at, created_at, updated_at, ...row } = WebhookRow.parse(found)
  return {
    id,
    url: `/v1/webhooks/${id}`,
    ...row,
    next_attempt: next_attempt_at,
    recorded: created_at,
    updated: updated_at,
  }
}

const one = (found: readonly unknown[]): Webhook | undefined =>
  found[0] === undefined ? undefined : toWebhook(found[0])

/** Adds a webhook. */
export async function insertWebhook(
  db: Db,
  id: string,
  choices: WebhookChoices,
  secret: string,
  at: Date,
): Promise<Webhook> {
  const { endpoint, description, subjects, actions, officials, position } = choices
  const found = await rows(
    db,
    `INSERT INTO webhooks AS w
       (id, endpoint, description, subjects, actions, officials, position, secret, created_at, updated_at)
     VALUES ($1::uuid, $2, $3, $4::text[], $5::text[], $6::uuid[], $7::bigint, $8, $9, $9) RETURNING ${COLUMNS}`,
    [id, endpoint, description, subjects, actions, officials, position, secret, at.toISOString()],
  )
  return toWebhook(found[0])
}

/** Webhooks in the order in which they were made, nearest to the page's position first, one more than it holds. */
export function listWebhooks(db: Db, request: PageRequest): Promise<Keyed<Webhook>[]> {
  const list = {
    select: `SELECT ${COLUMNS} FROM webhooks w`,
    where: conditions(),
    by: { expression: 'w.created_at', type: 'timestamptz', id: 'w.id', idType: 'uuid' },
    read: toWebhook,
    keyOf: ({ recorded, id }: Webhook) => ({ values: [recorded], id }),
  }
  return listKeyed(db, list, request)
}

export const findWebhook = async (db: Db, id: string): Promise<Webhook | undefined> =>
  one(await rows(db, `SELECT ${COLUMNS} FROM webhooks w WHERE w.id = $1::uuid`, [id]))

/** The same, held until the transaction ends. */
export const lockWebhook = async (tx: Tx, id: string): Promise<Webhook | undefined> =>
  one(await rows(tx, `SELECT ${COLUMNS} FROM webhooks w WHERE w.id = $1::uuid FOR UPDATE`, [id]))

/** Rewrites what is chosen about a webhook: from then on it counts as one that never failed. */
export async function rewriteWebhook(
  tx: Tx,
  id: string,
  choices: WebhookChoices & { readonly status: Webhook['status']; readonly statusReason: string | null },
  at: Date,
): Promise<Webhook> {
  const { endpoint, description, subjects, actions, officials, position, status, statusReason } = choices
  const found = await rows(
    tx,
    `UPDATE webhooks w SET endpoint = $2, description = $3, subjects = $4::text[], actions = $5::text[],
       officials = $6::uuid[], position = $7::bigint, status = $8::webhook_status, status_reason = $9,
       failures = 0, failing_since = NULL, next_attempt_at = NULL, version = version + 1, updated_at = $10
     WHERE w.id = $1::uuid RETURNING ${COLUMNS}`,
    [
      id,
      endpoint,
      description,
      subjects,
      actions,
      officials,
      position,
      status,
      statusReason,
      at.toISOString(),
    ],
  )
  return toWebhook(found[0])
}

/** Replaces the secret of a webhook; the one it has signs as well until a moment. */
export async function replaceSecret(
  tx: Tx,
  id: string,
  secret: string,
  formerUntil: Date,
  at: Date,
): Promise<Webhook | undefined> {
  const found = await rows(
    tx,
    `UPDATE webhooks w SET former_secret = w.secret, former_secret_until = $3, secret = $2,
       version = version + 1, updated_at = $4
     WHERE w.id = $1::uuid RETURNING ${COLUMNS}`,
    [id, secret, formerUntil.toISOString(), at.toISOString()],
  )
  return one(found)
}

export const deleteWebhook = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'DELETE FROM webhooks WHERE id = $1::uuid', [id])
