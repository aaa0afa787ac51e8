import type { Db, Tx } from '../../../../database/db.ts'
import { prisma } from '../../../../database/prisma.ts'
import { insertDelivery, type NewDelivery, type Tried } from '../deliveries/store.ts'
import type { AttemptOutcome } from './retry.ts'
import type { LeasedWebhook } from './store.sql.ts'

/** Releases a lease. Other processes may lease the webhook from then on. */
export async function releaseLease(db: Db, holder: string, id: string, now: Date): Promise<void> {
  await prisma(db).webhook.updateMany({
    where: { id, heldBy: holder },
    data: { heldBy: null, heldUntil: now },
  })
}

/**
 * A webhook at the start of an attempt. If a person changes the webhook during the attempt, the result of the attempt
 * does not overwrite that change.
 */
export type Begun = Pick<LeasedWebhook, 'id' | 'version'>

/** Moves the position of a webhook past changes that do not match its filters. */
export async function skipChanges(
  db: Db,
  holder: string,
  { id, version }: Begun,
  position: number,
): Promise<void> {
  await prisma(db).webhook.updateMany({ where: { id, version, heldBy: holder }, data: { position } })
}

/**
 * Disables a webhook.
 * @param reason a sentence for the people who read the webhook.
 */
export async function disableWebhook(
  db: Db,
  holder: string,
  { id, version }: Begun,
  reason: string,
): Promise<void> {
  await prisma(db).webhook.updateMany({
    where: { id, version, heldBy: holder },
    data: { status: 'disabled', statusReason: reason },
  })
}

/** Stores the result of an attempt to send a change, and its consequence for the webhook. */
export async function settleAttempt(
  tx: Tx,
  holder: string,
  { id, version }: Begun,
  delivery: NewDelivery & { readonly position: number },
  tried: Tried,
  { failures, failingSince, nextAttemptAt, disabledFor, isDelivered }: AttemptOutcome,
): Promise<void> {
  await prisma(tx).webhook.updateMany({
    where: { id, version, heldBy: holder },
    data: {
      failures,
      failingSince,
      nextAttemptAt,
      statusReason: disabledFor,
      ...(disabledFor !== null && { status: 'disabled' }),
      ...(isDelivered && { position: delivery.position }),
    },
  })
  const isThere = await prisma(tx).webhook.findFirst({ where: { id }, select: { id: true } })
  if (isThere) await insertDelivery(tx, id, delivery, tried)
}
