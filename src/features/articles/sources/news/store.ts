import type { Db } from '../../../../database/db.ts'
import { prisma } from '../../../../database/prisma.ts'
import { SourceProblem } from '../entries/schema.ts'

/** Returns which of these articles come from these sources. */
export async function findArticlesOf(
  db: Db,
  sourceIds: readonly string[],
  articleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await prisma(db).sourceEntry.findMany({
    where: { sourceId: { in: [...sourceIds] }, articleId: { in: [...articleIds] } },
    select: { articleId: true },
  })
  return new Set(found.flatMap(({ articleId }) => articleId ?? []))
}

/** An entry that was not ingested. */
export interface LostEntry {
  readonly url: string
  readonly reason: SourceProblem
  readonly at: Date
}

/** Finds the entries of sources that were given up after a given time, in order. */
export async function findLostEntries(
  db: Db,
  sourceIds: readonly string[],
  after: Date,
): Promise<LostEntry[]> {
  const found = await prisma(db).sourceEntry.findMany({
    where: {
      sourceId: { in: [...sourceIds] },
      state: { in: ['skipped', 'failed'] },
      fetchedAt: { gt: after },
    },
    select: { url: true, reason: true, fetchedAt: true },
    orderBy: [{ fetchedAt: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ url, reason, fetchedAt }) => ({
    url,
    reason: SourceProblem.parse(reason),
    at: fetchedAt!,
  }))
}

/** Counts the active sources that were not polled since a given time, and the entries of sources that were never tried. */
export async function countUntried(db: Db, sourceIds: readonly string[], since: Date): Promise<number> {
  const ids = [...sourceIds]
  const polls = await prisma(db).source.count({
    where: { id: { in: ids }, status: 'active', OR: [{ polledAt: null }, { polledAt: { lt: since } }] },
  })
  const entries = await prisma(db).sourceEntry.count({
    where: { sourceId: { in: ids }, state: 'waiting', attempts: 0 },
  })
  return polls + entries
}
