import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../database/handle.ts'
import type { App } from '../../http/instance.ts'
import { readPage, sendPage } from '../../http/paging.ts'
import { cursor, limit, list } from '../../http/parameters.ts'
import { demandVersion, versionTag } from '../../http/preconditions.ts'
import { requestedWrite, sendWritten } from '../../http/writes.ts'
import { idempotently } from '../idempotency/domain.ts'
import { ANSWERS } from './documentation.ts'
import {
  type CheckReceiver,
  changeWebhook,
  createWebhook,
  getDelivery,
  getWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  requestRepetition,
  requestTest,
  rotateSecret,
} from './domain.ts'
import {
  changeHeaders,
  deliveryId,
  newWebhookBody,
  rotationBody,
  webhookBody,
  webhookId,
  writeHeaders,
} from './parameters.ts'
import { DELIVERY_STATUSES, type Delivery, type Webhook, type WebhookWithSecret } from './schema.ts'

const BODY_BYTES_MAX = 32 * 1024
const HOUR_MS = 3_600_000
const tags = ['webhooks']
/** What is read changes without the ledger moving on. */
const reading = { scope: 'admin', conditional: false } as const

export interface WebhookRoutesOptions {
  readonly db: Db
  readonly now: () => Date
  /** Throws `fetch_refused` for an address that must not be called. */
  readonly checkReceiver: CheckReceiver
}

/** Where changes are sent as they happen, and what came of it. */
export function webhookRoutes(app: App, options: WebhookRoutesOptions): void {
  const { db, now, checkReceiver: check } = options
  const demandOf = (request: FastifyRequest) => (version: number) => demandVersion(request, version)

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
      const at = now()
      const answer = await idempotently(db, requestedWrite(request, 'createWebhook'), at, async (tx) => {
        const webhook = await createWebhook(tx, request.body, check, at)
        return {
          status: 201,
          body: webhook,
          headers: { location: webhook.url, etag: versionTag(webhook.version) },
        }
      })
      return sendWritten<WebhookWithSecret>(reply, answer)
    },
  )

  app.get(
    '/webhooks',
    {
      config: reading,
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
      return sendPage(request, reply, { page, rows, keyOf: ({ key }) => key, present: ({ item }) => item })
    },
  )

  app.get(
    '/webhooks/:id',
    {
      config: reading,
      schema: {
        operationId: 'getWebhook',
        tags,
        summary: 'One webhook',
        description: 'What is sent where, up to which position it was delivered, and how it fares.',
        params: webhookId,
        response: { 200: ANSWERS.webhook },
      },
    },
    (request) => getWebhook(db, request.params.id),
  )

  app.patch(
    '/webhooks/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: {
        scope: 'admin',
        errors: ['conflict', 'fetch_refused', 'precondition_failed', 'precondition_required'],
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
      const at = now()
      const { params, body } = request
      const write = requestedWrite(request, `changeWebhook ${params.id}`)
      const answer = await idempotently(db, write, at, async (tx) => {
        const demand = demandOf(request)
        const webhook = await changeWebhook(tx, params.id, body, { demand, check, now: at })
        return { status: 200, body: webhook, headers: { etag: versionTag(webhook.version) } }
      })
      return sendWritten<Webhook>(reply, answer)
    },
  )

  app.delete(
    '/webhooks/:id',
    {
      config: { scope: 'admin', errors: ['conflict', 'precondition_failed', 'precondition_required'] },
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
      const answer = await idempotently(
        db,
        requestedWrite(request, `deleteWebhook ${id}`),
        now(),
        async (tx) => {
          await removeWebhook(tx, id, demandOf(request))
          return { status: 204, body: null }
        },
      )
      return sendWritten<null>(reply, answer)
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
      const at = now()
      const { params, body } = request
      const write = requestedWrite(request, `rotateWebhookSecret ${params.id}`)
      const answer = await idempotently(db, write, at, async (tx) => ({
        status: 200,
        body: await rotateSecret(tx, params.id, body.overlap_hours * HOUR_MS, at),
      }))
      return sendWritten<WebhookWithSecret>(reply, answer)
    },
  )

  deliveryRoutes(app, options)
}

function deliveryRoutes(app: App, { db, now }: WebhookRoutesOptions): void {
  app.post(
    '/webhooks/:id/test',
    {
      config: { scope: 'admin', errors: ['conflict'] },
      schema: {
        operationId: 'testWebhook',
        tags,
        summary: 'Send a test',
        description:
          'A message of the type webhook.test goes out within a second or two, whatever the status of the webhook. Read the delivery to see what came of it; it is not tried again.',
        params: webhookId,
        headers: writeHeaders,
        response: { 202: ANSWERS.requested },
      },
    },
    async (request, reply) => {
      const at = now()
      const { id } = request.params
      const answer = await idempotently(db, requestedWrite(request, `testWebhook ${id}`), at, async (tx) =>
        accepted(await requestTest(tx, id, at)),
      )
      return sendWritten<Delivery>(reply, answer)
    },
  )

  app.get(
    '/webhooks/:id/deliveries',
    {
      config: reading,
      schema: {
        operationId: 'listDeliveries',
        tags,
        summary: 'What was sent, and what came of it',
        description: 'Every attempt of the last thirty days, latest first.',
        params: webhookId,
        querystring: z.strictObject({
          status: list(DELIVERY_STATUSES, { description: 'Only these.', examples: ['failed'] }),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: ANSWERS.deliveries },
      },
    },
    async (request, reply) => {
      const page = readPage(request, { ...request.query, sort: '-recorded' })
      const rows = await listDeliveries(db, request.params.id, request.query.status, page)
      return sendPage(request, reply, { page, rows, keyOf: ({ key }) => key, present: ({ item }) => item })
    },
  )

  app.get(
    '/webhooks/:id/deliveries/:delivery',
    {
      config: reading,
      schema: {
        operationId: 'getDelivery',
        tags,
        summary: 'One delivery',
        description: 'One attempt: what the receiver answered, how long that took, or what went wrong.',
        params: deliveryId,
        response: { 200: ANSWERS.delivery },
      },
    },
    ({ params }) => getDelivery(db, params.id, params.delivery),
  )

  app.post(
    '/webhooks/:id/deliveries/:delivery/repeat',
    {
      config: { scope: 'admin', errors: ['conflict'] },
      schema: {
        operationId: 'repeatDelivery',
        tags,
        summary: 'Send a message once more',
        description:
          'Under the id it had, so that a receiver who has it knows. It is a delivery of its own, and is not tried again.',
        params: deliveryId,
        headers: writeHeaders,
        response: { 202: ANSWERS.requested },
      },
    },
    async (request, reply) => {
      const at = now()
      const { id, delivery } = request.params
      const write = requestedWrite(request, `repeatDelivery ${id} ${delivery}`)
      const answer = await idempotently(db, write, at, async (tx) =>
        accepted(await requestRepetition(tx, id, delivery, at)),
      )
      return sendWritten<Delivery>(reply, answer)
    },
  )
}

const accepted = (delivery: Delivery) => ({
  status: 202,
  body: delivery,
  headers: { location: delivery.url },
})
