import type { Tombstone } from '../../core/errors.ts'
import type { StatementStatus } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { Prisma } from '../../database/generated/client.ts'
import { prisma } from '../../database/prisma.ts'
import { toInstant } from '../../database/prisma-values.ts'
import { SHOWN_STATUSES } from './conditions.ts'

/** Finds the ids of all statements of a person, whatever their status. */
export const findIdsOfOfficial = (db: Db, officialId: string): Promise<string[]> =>
  findIds(db, { officialId })

/** Finds the ids of all statements by an organization or in its name, whatever their status. */
export const findIdsOfOrganization = (db: Db, organizationId: string): Promise<string[]> =>
  findIds(db, { organizationId })

async function findIds(db: Db, where: Prisma.StatementWhereInput): Promise<string[]> {
  const found = await prisma(db).statement.findMany({ where, select: { id: true } })
  return found.map(({ id }) => id)
}

const RETRACTED: StatementStatus = 'retracted'

/** Finds when, by whom and why a statement was retracted: the last change that made it so. */
export async function findTombstone(db: Db, id: string): Promise<Tombstone | undefined> {
  const revision = await prisma(db).revision.findFirst({
    where: {
      subject: 'statement',
      subjectId: id,
      after: { path: ['status'], equals: RETRACTED },
      OR: [{ before: { equals: Prisma.DbNull } }, { before: { path: ['status'], not: RETRACTED } }],
    },
    orderBy: { version: 'desc' },
    select: { recordedAt: true, actor: true, reason: true },
  })
  return revision
    ? { at: toInstant(revision.recordedAt), by: revision.actor, reason: revision.reason }
    : undefined
}

/** Finds the shown statement of a snapshot that begins at an offset and has these words. */
export async function findSame(
  db: Db,
  snapshotId: string,
  startOffset: number,
  text: string,
): Promise<string | undefined> {
  const row = await prisma(db).statement.findFirst({
    where: { snapshotId, startOffset, text, status: { in: [...SHOWN_STATUSES] } },
    select: { id: true },
  })
  return row?.id
}
