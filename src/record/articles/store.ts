import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import { prisma } from '../../database/prisma.ts'
import { pageByNumber } from '../../database/prisma-page.ts'
import { toInstant } from '../../database/prisma-values.ts'
import type { Snapshot } from './schema.ts'

/** Finds the latest text of an article, or that of one of its snapshots. */
export async function findText(
  db: Db,
  articleId: string,
  snapshotId: string | null,
): Promise<{ readonly snapshot_id: string; readonly sha256: string; readonly text: string } | undefined> {
  const row = await prisma(db).snapshot.findFirst({
    where: { articleId, ...(snapshotId !== null && { id: snapshotId }) },
    orderBy: { ordinal: 'desc' },
    select: { id: true, sha256: true, text: true },
  })
  return row ? { snapshot_id: row.id, sha256: row.sha256, text: row.text } : undefined
}

/** Lists the snapshots of an article, nearest to the page's position first, one more than the page holds. */
export async function listSnapshots(
  db: Db,
  articleId: string,
  request: PageRequest,
): Promise<Keyed<Snapshot>[]> {
  const { number, order, take } = pageByNumber(request)
  const found = await prisma(db).snapshot.findMany({
    where: { articleId, ordinal: number },
    select: { id: true, ordinal: true, sha256: true, length: true, retrievedAt: true },
    orderBy: { ordinal: order },
    take,
  })
  return found.map(({ retrievedAt, ...snapshot }) => ({
    key: { values: [snapshot.ordinal], id: snapshot.id },
    item: { ...snapshot, retrieved: toInstant(retrievedAt) },
  }))
}
