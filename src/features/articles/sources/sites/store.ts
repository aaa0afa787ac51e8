import type { Db, Tx } from '../../../../database/db.ts'
import { prisma } from '../../../../database/prisma.ts'

/** The robots.txt of a site, and when it was read. */
export interface StoredRobots {
  readonly text: string
  readonly at: Date
}

/** Finds the stored robots.txt of a site, of any age. */
export async function findRobots(db: Db, origin: string): Promise<StoredRobots | null> {
  const row = await prisma(db).sourceSite.findFirst({
    where: { origin },
    select: { robots: true, robotsAt: true },
  })
  return row?.robotsAt && row.robots !== null ? { text: row.robots, at: row.robotsAt } : null
}

/** Inserts or updates the robots.txt of a site. */
export async function upsertRobots(db: Db, origin: string, { text, at }: StoredRobots): Promise<void> {
  const robots = { robots: text, robotsAt: at }
  await prisma(db).sourceSite.upsert({
    where: { origin },
    create: { origin, turn: 0, restUntil: at, ...robots },
    update: robots,
    select: { origin: true },
  })
}

/** Returns when the next poll or fetch at a site is due; null if nothing waits. Paused sources are left out. */
export async function nextDueAt(db: Db, origin: string): Promise<Date | null> {
  const polls = await prisma(db).source.aggregate({
    where: { origin, status: 'active' },
    _min: { nextPollAt: true },
  })
  const fetches = await prisma(db).sourceEntry.aggregate({
    where: { origin, state: 'waiting', source: { status: 'active' } },
    _min: { nextAttemptAt: true },
  })
  const [poll, fetch] = [polls._min.nextPollAt, fetches._min.nextAttemptAt]
  return poll && fetch ? (poll < fetch ? poll : fetch) : (poll ?? fetch)
}

/**
 * Ends a visit to a locked site, and sets the time of the next.
 * @returns the number of the next visit; null if the visit is void because another has begun.
 */
export async function releaseSite(
  tx: Tx,
  { origin, turn }: { readonly origin: string; readonly turn: number },
  restUntil: Date,
  visitAt: Date | null,
): Promise<number | null> {
  const { count } = await prisma(tx).sourceSite.updateMany({
    where: { origin, turn },
    data: { heldUntil: null, restUntil, visitAt, turn: { increment: 1 } },
  })
  return count === 0 ? null : turn + 1
}
