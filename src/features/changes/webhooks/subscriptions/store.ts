import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../../core/page.ts'
import { SUBJECTS } from '../../../../core/vocabulary.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import type { Prisma } from '../../../../database/generated/client.ts'
import { prisma } from '../../../../database/prisma.ts'
import { pageByCreation } from '../../../../database/prisma-page.ts'
import { toInstant } from '../../../../database/prisma-values.ts'
import type { Viewer } from '../../../access/keys/viewer.ts'
import type { Webhook, WebhookChoices } from './schema.ts'

/** All columns except the secrets and the lease. */
const COLUMNS = {
  id: true,
  owner: { select: { name: true } },
  endpoint: true,
  description: true,
  subjects: true,
  actions: true,
  officials: true,
  searches: true,
  status: true,
  statusReason: true,
  position: true,
  failures: true,
  failingSince: true,
  nextAttemptAt: true,
  formerSecretUntil: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const

const Subjects = z.array(z.enum(SUBJECTS))

const toWebhook = (row: Prisma.WebhookGetPayload<{ select: typeof COLUMNS }>): Webhook => ({
  id: row.id,
  url: `/v1/webhooks/${row.id}`,
  owner: row.owner?.name ?? null,
  endpoint: row.endpoint,
  description: row.description,
  subjects: Subjects.parse(row.subjects),
  actions: row.actions,
  officials: row.officials,
  searches: row.searches,
  status: row.status,
  status_reason: row.statusReason,
  position: Number(row.position),
  failures: row.failures,
  failing_since: toInstant(row.failingSince),
  next_attempt: toInstant(row.nextAttemptAt),
  former_secret_until: toInstant(row.formerSecretUntil),
  version: row.version,
  recorded: toInstant(row.createdAt),
  updated: toInstant(row.updatedAt),
})

const toColumns = ({ subjects, actions, officials, searches, ...choices }: WebhookChoices) => ({
  ...choices,
  subjects: [...subjects],
  actions: [...actions],
  officials: [...officials],
  searches: [...searches],
})

/** Selects the webhooks that a viewer sees. */
const visibleTo = ({ isAdmin, holder }: Viewer): Prisma.WebhookWhereInput =>
  isAdmin ? {} : { ownerId: holder }

/** Inserts a webhook. */
export async function insertWebhook(
  db: Db,
  id: string,
  ownerId: string,
  choices: WebhookChoices,
  secret: string,
  at: Date,
): Promise<Webhook> {
  const data = { ...toColumns(choices), id, ownerId, secret, createdAt: at, updatedAt: at }
  await prisma(db).webhook.create({ data, select: { id: true } })
  return readWebhook(db, id)
}

/** Counts the webhooks of an owner. */
export const countWebhooks = (db: Db, ownerId: string): Promise<number> =>
  prisma(db).webhook.count({ where: { ownerId } })

/**
 * Lists the webhooks that a viewer sees, sorted by creation. The webhook nearest to the position of the page comes
 * first. The list has at most one webhook more than the page.
 */
export async function listWebhooks(db: Db, viewer: Viewer, request: PageRequest): Promise<Keyed<Webhook>[]> {
  const page = pageByCreation(request)
  const where: Prisma.WebhookWhereInput = { ...page.where, ...visibleTo(viewer) }
  const found = await prisma(db).webhook.findMany({ ...page, where, select: COLUMNS })
  return found
    .map(toWebhook)
    .map((webhook) => ({ key: { values: [webhook.recorded], id: webhook.id }, item: webhook }))
}

/** Finds a webhook by its id, if the viewer may see it. */
export async function findWebhook(db: Db, viewer: Viewer, id: string): Promise<Webhook | undefined> {
  const row = await prisma(db).webhook.findFirst({ where: { id, ...visibleTo(viewer) }, select: COLUMNS })
  return row ? toWebhook(row) : undefined
}

/** Reads a webhook after a write. Prisma writes one table at a time, and returns nothing of other tables. */
const readWebhook = async (db: Db, id: string): Promise<Webhook> =>
  toWebhook(await prisma(db).webhook.findFirstOrThrow({ where: { id }, select: COLUMNS }))

/** Returns true if the owner of a webhook has a valid key, or is unknown. */
export async function hasValidOwner(db: Db, id: string, at: Date): Promise<boolean> {
  const isValid = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] }
  const found = await prisma(db).webhook.findFirst({
    where: { id, OR: [{ ownerId: null }, { owner: { keys: { some: isValid } } }] },
    select: { id: true },
  })
  return found !== null
}

/** Updates the owner of a locked webhook. */
export async function updateOwner(tx: Tx, id: string, ownerId: string): Promise<void> {
  await prisma(tx).webhook.update({ where: { id }, data: { ownerId }, select: { id: true } })
}

/** Updates the settings of a locked webhook, and resets its failures. */
export async function updateWebhook(
  tx: Tx,
  id: string,
  choices: WebhookChoices & { readonly status: Webhook['status']; readonly statusReason: string | null },
  at: Date,
): Promise<Webhook> {
  await prisma(tx).webhook.update({
    where: { id },
    data: {
      ...toColumns(choices),
      status: choices.status,
      statusReason: choices.statusReason,
      failures: 0,
      failingSince: null,
      nextAttemptAt: null,
      version: { increment: 1 },
      updatedAt: at,
    },
    select: { id: true },
  })
  return readWebhook(tx, id)
}

/** Replaces the secret of a locked webhook. The old secret also signs messages until `formerUntil`. */
export async function replaceSecret(
  tx: Tx,
  id: string,
  secret: string,
  formerUntil: Date,
  at: Date,
): Promise<Webhook> {
  const former = await prisma(tx).webhook.findFirstOrThrow({ where: { id }, select: { secret: true } })
  await prisma(tx).webhook.update({
    where: { id },
    data: {
      secret,
      formerSecret: former.secret,
      formerSecretUntil: formerUntil,
      version: { increment: 1 },
      updatedAt: at,
    },
    select: { id: true },
  })
  return readWebhook(tx, id)
}

/** Deletes a webhook with its deliveries. */
export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await prisma(tx).webhook.deleteMany({ where: { id } })
}
