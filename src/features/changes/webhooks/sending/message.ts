import type { z } from 'zod'
import type { Change } from '../../feed/schema.ts'
import { type ChangeMessage, TEST, type TestMessage } from '../subscriptions/schema.ts'

/** What is sent. */
export interface Message {
  /** Tells receivers what they have seen already. */
  readonly id: string
  /** JSON, byte for byte as it is signed. */
  readonly body: string
}

/** The id of the message that tells a webhook of a change: the same whenever it is sent. */
export const messageIdOf = (webhookId: string, position: number): string => `${webhookId}-${position}`

export const typeOf = ({ subject, action }: Pick<Change, 'subject' | 'action'>): string =>
  `${subject}.${action}`

/** @param id as {@link messageIdOf} makes it. */
export function changeMessage(id: string, change: Change): Message {
  const message: z.infer<typeof ChangeMessage> = {
    type: typeOf(change),
    timestamp: change.recorded,
    data: change,
  }
  return { id, body: JSON.stringify(message) }
}

export function testMessage(id: string, webhookId: string, requestedAt: string): Message {
  const message: z.infer<typeof TestMessage> = {
    type: TEST,
    timestamp: requestedAt,
    data: { webhook: webhookId },
  }
  return { id, body: JSON.stringify(message) }
}
