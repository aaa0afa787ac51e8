import { z } from 'zod'
import { examplePage, pageOf } from '../../../../http/paging.ts'
import { Delivery, TEST, Webhook, WebhookWithSecret } from './schema.ts'

const ID = '0193c1d2-0000-7000-8000-000000000001'
const DELIVERY_ID = '0193c1d2-0000-7000-8000-000000000002'
const URL = `/v1/webhooks/${ID}`

const webhook = {
  id: ID,
  url: URL,
  owner: 'archive',
  endpoint: 'https://archive.example.org/onrecord',
  description: 'Corrections for the archive',
  subjects: ['statement'],
  actions: ['corrected', 'retracted'],
  officials: [],
  searches: [],
  status: 'active',
  status_reason: null,
  position: 86,
  failures: 0,
  failing_since: null,
  next_attempt: null,
  former_secret_until: null,
  version: 1,
  recorded: '2026-11-23T10:00:00.000Z',
  updated: '2026-11-23T10:00:00.000Z',
}

const delivery = {
  id: DELIVERY_ID,
  url: `${URL}/deliveries/${DELIVERY_ID}`,
  message: `${ID}-87`,
  type: 'statement.retracted',
  position: 87,
  attempt: 1,
  requested: false,
  status: 'delivered',
  code: 204,
  latency_ms: 41,
  error: null,
  recorded: '2026-11-23T10:05:00.000Z',
  attempted: '2026-11-23T10:05:00.000Z',
}

const requested = {
  ...delivery,
  message: DELIVERY_ID,
  type: TEST,
  position: null,
  requested: true,
  status: 'pending',
  code: null,
  latency_ms: null,
  attempted: null,
}

/** A page of webhooks. */
export const WebhookPage = pageOf(Webhook)

/** A page of deliveries. */
export const DeliveryPage = pageOf(Delivery)

/** The schemas of the responses, each with an example. */
export const ANSWERS = {
  webhook: Webhook.meta({ examples: [webhook] }),
  withSecret: WebhookWithSecret.meta({
    examples: [{ ...webhook, secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazV2ZDbGQTQ=' }],
  }),
  webhooks: WebhookPage.meta({ examples: [examplePage('/v1/webhooks', [webhook])] }),
  delivery: Delivery.meta({ examples: [delivery] }),
  requested: Delivery.meta({ examples: [requested] }),
  deliveries: DeliveryPage.meta({ examples: [examplePage(`${URL}/deliveries`, [delivery])] }),
  nothing: z.null().describe('The webhook is deleted.'),
}
