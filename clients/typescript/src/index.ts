export { type ClientOptions, createClient, type OnRecordClient } from './client.ts'
export type { List, ListOptions } from './list.ts'
export { type Problem, type ProblemCode, ProblemError, type ProblemFault } from './problem.ts'
export type { RetryOptions } from './retry.ts'
export type { components, operations, paths } from './schema.ts'
export {
  type SignedMessage,
  verifyWebhook,
  type WebhookMessage,
  WebhookSignatureError,
} from './webhooks.ts'
