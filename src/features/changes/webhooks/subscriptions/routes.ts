import { z } from 'zod'
import type { Db } from '../../../../database/db.ts'
import type { App } from '../../../../http/instance.ts'
import { readPage, sendPage } from '../../../../http/paging.ts'
import { cursor, limit } from '../../../../http/parameters.ts'
import { versionTag } from '../../../../http/preconditions.ts'
import { writeHeaders } from '../../../../http/writes.ts'
import { mountChange, removed } from '../../../access/idempotency/change-route.ts'
import { changed, created, writeOnce } from '../../../access/idempotency/once.ts'
import { OWNED, READING, viewerOf } from '../../../access/keys/viewer.ts'
import { ANSWERS } from './documentation.ts'
import {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
  type WebhookChecks,
} from './domain.ts'
import { newWebhookBody, rotationBody, webhookBody, webhookId } from './parameters.ts'

const BODY_BYTES_MAX = 32 * 1024
const HOUR_MS = 3_600_000
const tags = ['webhooks']

/** What the changes of one webhook share. */
const ONE = { url: '/webhooks/:id', tag: 'webhooks', config: OWNED, params: webhookId } as const

export interface WebhookRoutesOptions extends WebhookChecks {
  readonly db: Db
  readonly now: () => Date
  /** The most webhooks of one key without the scope `admin`. */
  readonly maxPerKey: number
}

/** Mounts the webhooks. The service sends changes to them. */
export function webhookRoutes(app: App, options: WebhookRoutesOptions): void {
  const { db, now, check, checkSearches, maxPerKey } = options
  const checks = { check, checkSearches }

  app.post(
    '/webhooks',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { ...OWNED, errors: ['conflict', 'too_many_webhooks', 'fetch_refused'] },
      schema: {
        operationId: 'createWebhook',
        tags,
        summary: 'Create a webhook',
        description:
          'Later changes are sent to the endpoint, in order and at least once. The webhook belongs to the key of this request. Messages are signed as Standard Webhooks defines, with the secret in this response. No other response shows the secret.',
        headers: writeHeaders,
        body: newWebhookBody,
        response: { 201: ANSWERS.withSecret },
      },
    },
    async (request, reply) => {
      const write = { db, at: now(), operation: 'createWebhook' }
      return writeOnce(request, reply, write, async (tx, { at }) =>
        created(await createWebhook(tx, viewerOf(request), request.body, { ...checks, maxPerKey, now: at })),
      )
    },
  )

  app.get(
    '/webhooks',
    {
      config: READING,
      schema: {
        operationId: 'listWebhooks',
        tags,
        summary: 'List webhooks',
        description:
          'The webhooks of your key in the order of creation, with the state of each. With the scope `admin`, the webhooks of all keys. Secrets are never shown.',
        querystring: z.strictObject({ limit: limit(), cursor: cursor() }),
        response: { 200: ANSWERS.webhooks },
      },
    },
    async (request, reply) => {
      const page = readPage(request, { ...request.query, sort: 'recorded' })
      const rows = await listWebhooks(db, viewerOf(request), page)
      return sendPage(request, reply, { page, rows })
    },
  )

  app.get(
    '/webhooks/:id',
    {
      config: READING,
      schema: {
        operationId: 'getWebhook',
        tags,
        summary: 'Read a webhook',
        description:
          'The settings of a webhook, the position up to which it received changes, and its recent failures.',
        params: webhookId,
        response: { 200: ANSWERS.webhook },
      },
    },
    async (request, reply) => {
      const webhook = await getWebhook(db, viewerOf(request), request.params.id)
      reply.header('etag', versionTag(webhook.version))
      return webhook
    },
  )

  mountChange(
    app,
    { db, now },
    {
      ...ONE,
      method: 'PATCH',
      operationId: 'changeWebhook',
      summary: 'Change, pause or resume a webhook',
      description:
        'Fields that are left out keep their values. An active webhook continues from its position: undelivered changes are sent then. A new position sends changes again, or skips some.',
      body: webhookBody,
      bodyLimit: BODY_BYTES_MAX,
      status: 200,
      answer: ANSWERS.webhook,
      errors: ['fetch_refused'],
      change: async (tx, { id, body, request }, { demand, at }) =>
        changed(await changeWebhook(tx, viewerOf(request), id, body, { demand, ...checks, now: at })),
    },
  )

  mountChange(
    app,
    { db, now },
    {
      ...ONE,
      method: 'DELETE',
      operationId: 'deleteWebhook',
      summary: 'Delete a webhook',
      description: 'No more messages are sent. The deliveries of the webhook are deleted too.',
      body: null,
      status: 204,
      answer: ANSWERS.nothing,
      change: async (tx, { id, request }, { demand }) => {
        await removeWebhook(tx, viewerOf(request), id, demand)
        return removed
      },
    },
  )

  app.post(
    '/webhooks/:id/rotate',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { ...OWNED, errors: ['conflict'] },
      schema: {
        operationId: 'rotateWebhookSecret',
        tags,
        summary: 'Replace the secret of a webhook',
        description:
          'The new secret is shown in this response and never again. For some hours messages are signed with both secrets, so that receivers can switch without losing messages.',
        params: webhookId,
        headers: writeHeaders,
        body: rotationBody,
        response: { 200: ANSWERS.withSecret },
      },
    },
    async (request, reply) => {
      const { params, body } = request
      const write = { db, at: now(), operation: `rotateWebhookSecret ${params.id}` }
      return writeOnce(request, reply, write, async (tx, { at }) => ({
        status: 200,
        body: await rotateSecret(tx, viewerOf(request), params.id, body.overlap_hours * HOUR_MS, at),
      }))
    },
  )
}
