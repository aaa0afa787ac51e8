import { z } from 'zod'
import { DELIVERY_STATUSES } from '../../../../core/vocabulary.ts'
import type { Db } from '../../../../database/db.ts'
import type { App } from '../../../../http/instance.ts'
import { readPage, sendPage } from '../../../../http/paging.ts'
import { cursor, limit } from '../../../../http/parameters.ts'
import { writeHeaders } from '../../../../http/writes.ts'
import { list } from '../../../../input/lists.ts'
import { type FilterParameters, valuesOf } from '../../../../input/values.ts'
import { writeOnce } from '../../../access/idempotency/once.ts'
import { OWNED, READING, viewerOf } from '../../../access/keys/viewer.ts'
import { ANSWERS } from '../subscriptions/documentation.ts'
import { deliveryId, webhookId } from '../subscriptions/parameters.ts'
import type { Delivery, DeliveryFilters } from '../subscriptions/schema.ts'
import { getDelivery, listDeliveries, requestRepetition, requestTest } from './domain.ts'

const tags = ['webhooks']

const deliveryFilters = {
  status: list(DELIVERY_STATUSES, {
    description: 'Only deliveries with these statuses.',
    examples: ['failed'],
  }),
} satisfies FilterParameters<DeliveryFilters>

/** Mounts the deliveries of webhooks: reading them, sending a test, and repeating a message. */
export function deliveryRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  app.post(
    '/webhooks/:id/test',
    {
      config: { ...OWNED, errors: ['conflict'] },
      schema: {
        operationId: 'testWebhook',
        tags,
        summary: 'Send a test message',
        description:
          'Sends a message of the type webhook.test within a second or two, whatever the status of the webhook. Read the delivery for the result. A test is not retried.',
        params: webhookId,
        headers: writeHeaders,
        response: { 202: ANSWERS.requested },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const write = { db, at: now(), operation: `testWebhook ${id}` }
      return writeOnce(request, reply, write, async (tx, { at }) =>
        accepted(await requestTest(tx, viewerOf(request), id, at)),
      )
    },
  )

  app.get(
    '/webhooks/:id/deliveries',
    {
      config: READING,
      schema: {
        operationId: 'listDeliveries',
        tags,
        summary: 'List deliveries',
        description: 'Every delivery attempt of the last thirty days with its result, latest first.',
        params: webhookId,
        querystring: z.strictObject({
          ...deliveryFilters,
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: ANSWERS.deliveries },
      },
    },
    async (request, reply) => {
      const page = readPage(request, { ...request.query, sort: '-recorded' })
      const filters = valuesOf(deliveryFilters, request.query)
      const rows = await listDeliveries(db, viewerOf(request), request.params.id, filters, page)
      return sendPage(request, reply, { page, rows })
    },
  )

  app.get(
    '/webhooks/:id/deliveries/:delivery',
    {
      config: READING,
      schema: {
        operationId: 'getDelivery',
        tags,
        summary: 'Read a delivery',
        description: 'One attempt: the status and the time of the response, or the error.',
        params: deliveryId,
        response: { 200: ANSWERS.delivery },
      },
    },
    (request) => getDelivery(db, viewerOf(request), request.params.id, request.params.delivery),
  )

  app.post(
    '/webhooks/:id/deliveries/:delivery/repeat',
    {
      config: { ...OWNED, errors: ['conflict'] },
      schema: {
        operationId: 'repeatDelivery',
        tags,
        summary: 'Send a message again',
        description:
          'Sends the message under its old id, so that the receiver recognizes a duplicate. This is a new delivery, and it is not retried.',
        params: deliveryId,
        headers: writeHeaders,
        response: { 202: ANSWERS.requested },
      },
    },
    async (request, reply) => {
      const { id, delivery } = request.params
      const write = { db, at: now(), operation: `repeatDelivery ${id} ${delivery}` }
      return writeOnce(request, reply, write, async (tx, { at }) =>
        accepted(await requestRepetition(tx, viewerOf(request), id, delivery, at)),
      )
    },
  )
}

const accepted = (delivery: Delivery) => ({
  status: 202,
  body: delivery,
  headers: { location: delivery.url },
})
