import type { z } from 'zod'
import type { Change } from '../../feed/schema.ts'
import {
  type ChangeMessage,
  MATCHED,
  type SearchMatch,
  type SearchMessage,
  TEST,
  type TestMessage,
} from '../subscriptions/schema.ts'

/** A message to a webhook. */
export interface Message {
  /** The id of the message. Receivers recognize repeated messages by it. */
  readonly id: string
  /** The JSON text that is signed and sent. */
  readonly body: string
}

/** Returns the id of the message about a change. It is the same at every attempt. */
export const messageIdOf = (webhookId: string, position: number): string => `${webhookId}-${position}`

export const typeOf = ({ subject, action }: Pick<Change, 'subject' | 'action'>): string =>
  `${subject}.${action}`

/**
 * Returns the message about a change.
 * @param id from {@link messageIdOf}.
 */
export function changeMessage(id: string, change: Change): Message {
  const message: z.infer<typeof ChangeMessage> = {
    type: typeOf(change),
    timestamp: change.recorded,
    data: change,
  }
  return { id, body: JSON.stringify(message) }
}

/**
 * Returns the message about a statement that begins to match searches.
 * @param id from {@link messageIdOf}.
 */
export function matchMessage(id: string, match: SearchMatch): Message {
  const message: z.infer<typeof SearchMessage> = { type: MATCHED, timestamp: match.recorded, data: match }
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
