import { z } from 'zod'
import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  SUBJECTS,
  WEBHOOK_STATUSES,
} from '../../../../core/vocabulary.ts'
import { Statement } from '../../../../record/statements/schema.ts'
import { Change } from '../../feed/schema.ts'

export interface DeliveryFilters {
  readonly status?: readonly DeliveryStatus[] | undefined
}

export const Webhook = z.object({
  id: z.uuid(),
  url: z.string().describe('The address of this resource.'),
  owner: z
    .string()
    .nullable()
    .describe('The name of the key that created it. If the key is revoked, the webhook is disabled.'),
  endpoint: z.string().describe('Where changes are sent.'),
  description: z.string().nullable(),
  subjects: z.array(z.enum(SUBJECTS)).describe('Only changes of these subjects are sent; of all if empty.'),
  actions: z
    .array(z.string())
    .describe('Only changes with these actions are sent; with any action if empty.'),
  officials: z
    .array(z.uuid())
    .describe('Only changes of these people and of their statements are sent; of all if empty.'),
  searches: z
    .array(z.uuid())
    .describe(
      'Statements that begin to match one of these saved searches are sent. If subjects, actions and officials are empty, no other changes are.',
    ),
  status: z
    .enum(WEBHOOK_STATUSES)
    .describe(
      'disabled: the receiver answered 410 or failed for days, or the key of the owner is not valid. No change is lost: reactivate the webhook to receive them.',
    ),
  status_reason: z.string().nullable().describe('Why it was disabled.'),
  position: z
    .int()
    .min(0)
    .describe('All changes up to this position were delivered, or do not match the filters.'),
  failures: z.int().min(0).describe('How many attempts failed since the last success.'),
  failing_since: z.iso.datetime().nullable(),
  next_attempt: z.iso.datetime().nullable().describe('When the next attempt is made after a failure.'),
  former_secret_until: z.iso
    .datetime()
    .nullable()
    .describe('Until then, messages are also signed with the former secret.'),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type Webhook = z.infer<typeof Webhook>

/** A webhook with its new secret. */
export const WebhookWithSecret = z.object({
  ...Webhook.shape,
  secret: z.string().describe('The secret that signs messages. It is shown now and never again.'),
})
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>

export const Delivery = z.object({
  id: z.uuid(),
  url: z.string().describe('The address of this resource.'),
  message: z.string().describe('The webhook-id: the same for every attempt at one message.'),
  type: z.string().describe('Such as statement.corrected or webhook.test.'),
  position: z.int().nullable().describe('The position of the reported change; null for a test.'),
  attempt: z.int().min(1),
  requested: z.boolean().describe('True for a test or a repeated message, which a person requested.'),
  status: z.enum(DELIVERY_STATUSES),
  code: z.int().nullable().describe('The HTTP status of the receiver; null if no response arrived.'),
  latency_ms: z.int().nullable().describe('How long the response took, in milliseconds.'),
  error: z.string().nullable(),
  recorded: z.iso.datetime(),
  attempted: z.iso.datetime().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** The message about a change. */
export const ChangeMessage = z.object({
  type: z.string().describe('The subject and the action: statement.corrected, official.merged, …'),
  timestamp: z.iso.datetime().describe('When the change was recorded.'),
  data: Change,
})

/** The type of a message about a statement that begins to match saved searches. */
export const MATCHED = 'search.matched'

/** A saved search that a statement begins to match, and where its words stand in the text. */
const MatchedSearch = z.object({
  id: z.uuid(),
  url: z.string(),
  name: z.string(),
  highlights: Statement.shape.highlights.describe(
    'The places of the search in the text; absent if the search has no `q`.',
  ),
})

/** A change with which a statement begins to match saved searches. */
export const SearchMatch = Change.extend({
  searches: z.array(MatchedSearch).min(1),
  statement: Statement.describe('The statement as it is when the message is sent.'),
})
export type SearchMatch = z.infer<typeof SearchMatch>

/** The message about a statement that begins to match saved searches. */
export const SearchMessage = z.object({
  type: z.literal(MATCHED),
  timestamp: z.iso.datetime(),
  data: SearchMatch,
})

/** The type of a test message. */
export const TEST = 'webhook.test'

/** The test message. */
export const TestMessage = z.object({
  type: z.literal(TEST),
  timestamp: z.iso.datetime(),
  data: z.object({ webhook: z.uuid().describe('The id of the webhook.') }),
})

/** The settings of a webhook. */
export interface WebhookChoices {
  readonly endpoint: string
  readonly description: string | null
  readonly subjects: Webhook['subjects']
  readonly actions: readonly string[]
  readonly officials: readonly string[]
  readonly searches: readonly string[]
  readonly position: number
}

/** The result of an attempt: a response, or the reason why none arrived. */
export interface Attempted {
  readonly code: number | null
  /** The reason of a failure; null if the receiver accepted the message. */
  readonly error: string | null
  readonly retryAfter: string | null
}
