import type { Change } from '../../changes/schema.ts'

/** What is sent. */
export interface Message {
  /** Tells receivers what they have seen already. */
  readonly id: string
  /** JSON, byte for byte as it is signed. */
  readonly body: string
}

export const TEST = 'webhook.test'

/** The id of the message that tells a webhook of a change: the same whenever it is sent. */
export const messageIdOf = (webhookId: string, position: number): string => `${webhookId}-${position}`

export const typeOf = ({ subject, action }: Pick<Change, 'subject' | 'action'>): string =>
  `${subject}.${action}`

/** @param id as {@link messageIdOf} makes it. */
export const changeMessage = (id: string, change: Change): Message => ({
  id,
  body: JSON.stringify({ type: typeOf(change), timestamp: change.recorded, data: change }),
})

export const testMessage = (id: string, webhookId: string, requestedAt: string): Message => ({
  id,
  body: JSON.stringify({ type: TEST, timestamp: requestedAt, data: { webhook: webhookId } }),
})
