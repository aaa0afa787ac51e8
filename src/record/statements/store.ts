import type { Tombstone } from '../../core/errors.ts'
import { SHOWN_STATUSES, WITHHELD_STATUSES } from '../../core/visibility.ts'
import type { Db } from '../../database/db.ts'
import { Prisma } from '../../database/generated/client.ts'
import { prisma } from '../../database/prisma.ts'
import { toInstant } from '../../database/prisma-values.ts'
import type { DatedOffice } from './offices.ts'

/** Finds the ids of all statements of a person, in every status. */
export const findIdsOfOfficial = (db: Db, officialId: string): Promise<string[]> =>
  findIds(db, { officialId })

/** Finds the ids of all statements of an organization or of people who speak for it, in every status. */
export const findIdsOfOrganization = (db: Db, organizationId: string): Promise<string[]> =>
  findIds(db, { organizationId })

async function findIds(db: Db, where: Prisma.StatementWhereInput): Promise<string[]> {
  const found = await prisma(db).statement.findMany({ where, select: { id: true } })
  return found.map(({ id }) => id)
}

const statusOf = (side: 'before' | 'after', filter: 'equals' | 'not') =>
  WITHHELD_STATUSES.map((status) => ({ [side]: { path: ['status'], [filter]: status } }))

/** Finds the last retraction of a statement: its time, its actor and its reason. */
export async function findTombstone(db: Db, id: string): Promise<Tombstone | undefined> {
  const wasNot = { OR: [{ before: { equals: Prisma.DbNull } }, { AND: statusOf('before', 'not') }] }
  const revision = await prisma(db).revision.findFirst({
    where: { subject: 'statement', subjectId: id, OR: statusOf('after', 'equals'), AND: wasNot },
    orderBy: { version: 'desc' },
    select: { recordedAt: true, actor: true, reason: true },
  })
  if (!revision) return undefined
  return { at: toInstant(revision.recordedAt), by: revision.actor, reason: revision.reason }
}

/** Finds the id of the withdrawn article to which a statement belongs. */
export async function findWithdrawnArticle(db: Db, id: string): Promise<string | undefined> {
  const row = await prisma(db).statement.findFirst({
    where: { id, withdrawn: true },
    select: { articleId: true },
  })
  return row?.articleId
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

/**
 * Finds the dated positions of all people who have a dated position in one of these organizations. Includes their
 * positions in other organizations.
 */
export async function findDatedOffices(db: Db, organizationIds: readonly string[]): Promise<DatedOffice[]> {
  const dated = { fromEdtf: { not: null } }
  const found = await prisma(db).position.findMany({
    where: {
      ...dated,
      official: { positions: { some: { ...dated, organizationId: { in: [...organizationIds] } } } },
    },
    select: { officialId: true, organizationId: true, title: true, fromEdtf: true, toEdtf: true },
  })
  return found.map(({ officialId, organizationId, title, fromEdtf, toEdtf }) => ({
    official: officialId,
    organization: organizationId,
    title,
    from: fromEdtf,
    to: toEdtf,
  }))
}
