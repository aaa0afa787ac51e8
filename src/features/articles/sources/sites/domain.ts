import type { Db, Tx } from '../../../../database/db.ts'
import { enqueue } from '../../../../database/queue.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { type DueVisit, insertVisit, lockSite, takeLostVisits } from './store.sql.ts'
import * as store from './store.ts'

export { createPermit, ROBOTS_TYPES } from './robots.ts'
export { holdSite } from './store.sql.ts'

/** The longest time of a visit, in seconds. After it, another worker may visit the site. */
export const VISIT_SECONDS = 150

/** The time after which a due visit counts as lost, in milliseconds. */
const LOST_MS = 15 * 60_000

/** A visit to a site: the number that its row has while the visit is queued. */
export interface Visit {
  readonly origin: string
  readonly turn: number
}

/**
 * Schedules a visit to a site, unless one is scheduled that is not later. If a worker visits the site at this moment, the
 * end of its visit schedules the next.
 */
export async function scheduleVisit(tx: Tx, origin: string, at: Date, now: Date): Promise<void> {
  const visit = await insertVisit(tx, origin, at, now)
  if (visit) await queueVisits(tx, [visit], now)
}

/**
 * Ends a visit, and schedules the next for when something is due.
 * @param restUntil the time before which no request is sent to the site.
 */
export const endVisit = (db: Db, visit: Visit, restUntil: Date, now: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    // A transaction that adds work locks the site too. So its work is visible here, or it schedules the visit itself.
    await lockSite(tx, visit.origin)
    const due = await store.nextDueAt(tx, visit.origin)
    const at = due && (due > restUntil ? due : restUntil)
    const turn = await store.releaseSite(tx, visit, restUntil, at)
    if (turn === null || at === null) return
    await queueVisits(tx, [{ origin: visit.origin, turn, visit_at: at.toISOString() }], now)
  })

/** Queues visits again that are long due, because their worker died or the queue lost them. */
export const requeueLostVisits = (db: Db, now: Date): Promise<void> =>
  inTransaction(db, async (tx) =>
    queueVisits(tx, await takeLostVisits(tx, new Date(now.getTime() - LOST_MS), now), now),
  )

const queueVisits = (tx: Tx, visits: readonly DueVisit[], now: Date): Promise<void> =>
  enqueue(
    tx,
    visits.map(({ origin, turn, visit_at }) => ({
      queue: 'sources',
      data: { origin, turn },
      expireSeconds: VISIT_SECONDS,
      delaySeconds: Math.max(0, (Date.parse(visit_at) - now.getTime()) / 1000),
    })),
  )
