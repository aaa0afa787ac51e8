import type { StatementStatus } from '../../../core/vocabulary.ts'
import type { Tx } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'

/** The most statements in one query. A person may have thousands. */
const CHUNK = 500

/** Moves locked statements to another person or organization, and increments their versions. */
export async function setSpeaker(
  tx: Tx,
  ids: readonly string[],
  speaker: { readonly officialId: string } | { readonly organizationId: string },
  at: Date,
): Promise<void> {
  for (let from = 0; from < ids.length; from += CHUNK) {
    await prisma(tx).statement.updateMany({
      where: { id: { in: ids.slice(from, from + CHUNK) } },
      data: { ...speaker, version: { increment: 1 }, updatedAt: at },
    })
  }
}

/** Sets the status of a statement that was just inserted. */
export async function setStatus(tx: Tx, id: string, status: StatementStatus): Promise<void> {
  await prisma(tx).statement.updateMany({ where: { id }, data: { status } })
}

/** Marks locked statements whose words are missing from a snapshot, and increments their versions. */
export async function markVanished(
  tx: Tx,
  snapshotId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await prisma(tx).statement.updateMany({
    where: { id: { in: [...ids] } },
    data: { vanishedSnapshotId: snapshotId, version: { increment: 1 }, updatedAt: at },
  })
}
