import type { Db } from '../../../../database/db.ts'
import { ledgerPosition } from '../../../../database/ledger.sql.ts'
import type { LedgerWindow } from '../../../../record/statements/arrivals/domain.ts'
import { listChanges } from '../../feed/domain.ts'
import type { Change, ChangeFilters } from '../../feed/schema.ts'
import { type Delivery, MATCHED } from '../subscriptions/schema.ts'
import { changeMessage, type Message, matchMessage, messageIdOf, testMessage, typeOf } from './message.ts'
import type { SearchedWindow } from './schema.ts'
import type { LeasedWebhook } from './store.sql.ts'

/** The most changes filtered in one query. */
const LOOK_MAX = 2000

/** A message about a change. */
export interface Outgoing {
  readonly message: Message
  readonly type: string
  readonly position: number
}

/** The next message to a webhook; or only a position, if no change up to this position is to be sent. */
type Next = Outgoing | { readonly message: null; readonly position: number }

export interface Reading {
  readonly db: Db
  readonly now: () => Date
  /** Finds the first change in a window that makes a statement match one of these saved searches. */
  readonly lookForMatch: (
    db: Db,
    searches: readonly string[],
    window: LedgerWindow,
    now: Date,
  ) => Promise<SearchedWindow>
}

/**
 * Returns the next message after the position of a webhook. If a change makes a statement match a followed search, the
 * webhook gets one message about the change, whatever its other filters are.
 */
export async function nextMessage(reading: Reading, webhook: LeasedWebhook): Promise<Next> {
  const { db, now, lookForMatch } = reading
  const { id, position: after, searches } = webhook
  const { change, until } = await nextChange(db, webhook)
  const looked = searches.length > 0 ? await lookForMatch(db, searches, { after, until }, now()) : { until }
  if (looked.match) {
    const { position } = looked.match
    return { message: matchMessage(messageIdOf(id, position), looked.match), type: MATCHED, position }
  }
  if (change === undefined || looked.until < until) return { message: null, position: looked.until }
  return { message: changeMessage(messageIdOf(id, until), change), type: typeOf(change), position: until }
}

/** Returns the next change that passes the filters, if there is one near, and the last position that was searched. */
async function nextChange(
  db: Db,
  { position, subjects, actions, officials, searches }: LeasedWebhook,
): Promise<{ change?: Change | undefined; until: number }> {
  const until = position + LOOK_MAX
  const filters = { subject: orAll(subjects), action: orAll(actions), official: orAll(officials), until }
  const sendsChanges = searches.length === 0 || filters.subject || filters.action || filters.official
  if (!sendsChanges) return { until: Math.min(until, Number(await ledgerPosition(db))) }
  const { changes, next } = await listChanges(db, position, filters satisfies ChangeFilters, 1)
  return { change: changes[0], until: changes[0]?.position ?? next }
}

/**
 * Returns a requested message in its current form: retracted words are not sent again.
 * @returns undefined if it tells of a match, and the statement matches no followed search any more.
 */
export async function requestedMessage(
  { db, now, lookForMatch }: Reading,
  { id, searches }: LeasedWebhook,
  { message, type, position, recorded }: Delivery,
): Promise<Message | undefined> {
  if (position === null) return testMessage(message, id, recorded)
  const after = position - 1
  if (type === MATCHED) {
    const { match } = await lookForMatch(db, searches, { after, until: position }, now())
    return match && matchMessage(message, match)
  }
  const { changes } = await listChanges(db, after, { until: position }, 1)
  return changeMessage(message, changes[0]!)
}

const orAll = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length > 0 ? items : undefined
