import { z } from 'zod'
import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  SUBJECTS,
  WEBHOOK_STATUSES,
} from '../../../../core/vocabulary.ts'
import { Change } from '../../feed/schema.ts'

export interface DeliveryFilters {
  readonly status?: readonly DeliveryStatus[] | undefined
}

export const Webhook = z.object({
  id: z.uuid(),
  url: z.string().describe('Where it is read.'),
  endpoint: z.string().describe('Where changes are sent.'),
  description: z.string().nullable(),
  subjects: z.array(z.enum(SUBJECTS)).describe('Only changes of these are sent; of all where empty.'),
  actions: z.array(z.string()).describe('Only changes of these kinds are sent; of every kind where empty.'),
  officials: z
    .array(z.uuid())
    .describe('Only changes of these people and of what they said are sent; of everybody where empty.'),
  status: z
    .enum(WEBHOOK_STATUSES)
    .describe('disabled: the receiver said it is gone, or failed for days. Nothing is lost meanwhile.'),
  status_reason: z.string().nullable().describe('Why it was disabled.'),
  position: z.int().min(0).describe('All changes up to this position were delivered, or pass no filter.'),
  failures: z.int().min(0).describe('How many attempts in a row have failed.'),
  failing_since: z.iso.datetime().nullable(),
  next_attempt: z.iso.datetime().nullable().describe('Nothing is sent before, after a failure.'),
  former_secret_until: z.iso.datetime().nullable().describe('Until when messages carry two signatures.'),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type Webhook = z.infer<typeof Webhook>

/** A webhook whose secret was just made. */
export const WebhookWithSecret = z.object({
  ...Webhook.shape,
  secret: z.string().describe('Signs every message. It is shown now and never again.'),
})
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>

export const Delivery = z.object({
  id: z.uuid(),
  url: z.string().describe('Where it is read.'),
  message: z.string().describe('What webhook-id said: the same for every attempt at the same message.'),
  type: z.string().describe('statement.corrected, for instance, or webhook.test.'),
  position: z.int().nullable().describe('Of the change it tells of; null for a test.'),
  attempt: z.int().min(1),
  requested: z.boolean().describe('Whether somebody asked for it: a test, or a repetition.'),
  status: z.enum(DELIVERY_STATUSES),
  code: z.int().nullable().describe('The status the receiver answered with; null where none did.'),
  latency_ms: z.int().nullable().describe('How long the answer took, in milliseconds.'),
  error: z.string().nullable(),
  recorded: z.iso.datetime(),
  attempted: z.iso.datetime().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** What tells a receiver of a change. */
export const ChangeMessage = z.object({
  type: z.string().describe('What changed and how: statement.corrected, official.merged, …'),
  timestamp: z.iso.datetime().describe('When it changed.'),
  data: Change,
})

/** The type of the message that a test sends. */
export const TEST = 'webhook.test'

/** What a test sends. */
export const TestMessage = z.object({
  type: z.literal(TEST),
  timestamp: z.iso.datetime(),
  data: z.object({ webhook: z.uuid().describe('The id of the webhook.') }),
})

/** What is chosen about a webhook. */
export interface WebhookChoices {
  readonly endpoint: string
  readonly description: string | null
  readonly subjects: Webhook['subjects']
  readonly actions: readonly string[]
  readonly officials: readonly string[]
  readonly position: number
}

/** What became of an attempt: an answer, or why there was none. */
export interface Attempted {
  readonly code: number | null
  /** Null where it was taken. */
  readonly error: string | null
  readonly retryAfter: string | null
}
