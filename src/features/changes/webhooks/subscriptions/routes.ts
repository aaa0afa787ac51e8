import { z } from 'zod'
import type { Db } from '../../../../database/db.ts'
import type { App } from '../../../../http/instance.ts'
import { readPage, sendPage } from '../../../../http/paging.ts'
import { cursor, limit } from '../../../../http/parameters.ts'
import { versionTag } from '../../../../http/preconditions.ts'
import { CHANGE_ERRORS, changeHeaders, writeHeaders } from '../../../../http/writes.ts'
import { changed, created, writeOnce } from '../../../access/idempotency/once.ts'
import { ANSWERS } from './documentation.ts'
import {
  type CheckReceiver,
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
} from './domain.ts'
import { newWebhookBody, READING, rotationBody, webhookBody, webhookId } from './parameters.ts'

const BODY_BYTES_MAX = 32 * 1024
const HOUR_MS = 3_600_000
const tags = ['webhooks']

export interface WebhookRoutesOptions {
  readonly db: Db
  readonly now: () => Date
  /** Throws `fetch_refused` for an address that must not be called. */
  readonly checkReceiver: CheckReceiver
}

/** Webhooks: where changes are sent as they happen. */
export function webhookRoutes(app: App, options: WebhookRoutesOptions): void {
  const { db, now, checkReceiver: check } = options

  app.post(
    '/webhooks',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'admin', errors: ['conflict', 'fetch_refused'] },
      schema: {
        operationId: 'createWebhook',
        tags,
        summary: 'Have changes sent',
        description:
          'Messages are signed as Standard Webhooks says, with the secret that this answer shows and no other ever does. What changes from now on is sent, in order and at least once.',
        headers: writeHeaders,
        body: newWebhookBody,
        response: { 201: ANSWERS.withSecret },
      },
    },
    async (request, reply) => {
      const write = { db, at: now(), operation: 'createWebhook' }
      return writeOnce(request, reply, write, async (tx, { at }) =>
        created(await createWebhook(tx, request.body, check, at)),
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
        summary: 'Which webhooks there are',
        description: 'In the order in which they were made, with how each fares. Secrets are never shown.',
        querystring: z.strictObject({ limit: limit(), cursor: cursor() }),
        response: { 200: ANSWERS.webhooks },
      },
    },
    async (request, reply) => {
      const page = readPage(request, { ...request.query, sort: 'recorded' })
      const rows = await listWebhooks(db, page)
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
        summary: 'One webhook',
        description: 'What is sent where, up to which position it was delivered, and how it fares.',
        params: webhookId,
        response: { 200: ANSWERS.webhook },
      },
    },
    async (request, reply) => {
      const webhook = await getWebhook(db, request.params.id)
      reply.header('etag', versionTag(webhook.version))
      return webhook
    },
  )

  app.patch(
    '/webhooks/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: {
        scope: 'admin',
        errors: [...CHANGE_ERRORS, 'fetch_refused'],
      },
      schema: {
        operationId: 'changeWebhook',
        tags,
        summary: 'Change, pause or resume a webhook',
        description:
          'What is left out stays. An active one goes on where it was: whatever was not delivered is sent then. A position sends changes again, or skips some.',
        params: webhookId,
        headers: changeHeaders,
        body: webhookBody,
        response: { 200: ANSWERS.webhook },
      },
    },
    async (request, reply) => {
      const { params, body } = request
      const write = { db, at: now(), operation: `changeWebhook ${params.id}` }
      return writeOnce(request, reply, write, async (tx, { demand, at }) =>
        changed(await changeWebhook(tx, params.id, body, { demand, check, now: at })),
      )
    },
  )

  app.delete(
    '/webhooks/:id',
    {
      config: { scope: 'admin', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'deleteWebhook',
        tags,
        summary: 'Remove a webhook',
        description: 'Nothing more is sent; what is known of its deliveries goes with it.',
        params: webhookId,
        headers: changeHeaders,
        response: { 204: ANSWERS.nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const write = { db, at: now(), operation: `deleteWebhook ${id}` }
      return writeOnce(request, reply, write, async (tx, { demand }) => {
        await removeWebhook(tx, id, demand)
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/webhooks/:id/rotate',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'admin', errors: ['conflict'] },
      schema: {
        operationId: 'rotateWebhookSecret',
        tags,
        summary: 'Give a webhook another secret',
        description:
          'Shown in this answer and never again. For some hours messages carry a signature of each of the two, so that receivers can change over in their own time.',
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
        body: await rotateSecret(tx, params.id, body.overlap_hours * HOUR_MS, at),
      }))
    },
  )
}
