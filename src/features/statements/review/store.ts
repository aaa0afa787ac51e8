import { z } from 'zod'
import { STATEMENT_STATUSES, type StatementStatus } from '../../../core/vocabulary.ts'
import type { Db } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'

/** Finds the record of a statement at one of its versions. */
export async function findVersion(db: Db, statementId: string, version: number): Promise<unknown> {
  const revision = await prisma(db).revision.findFirst({
    where: { subject: 'statement', subjectId: statementId, version },
    select: { after: true },
  })
  return revision?.after
}

const Recorded = z.object({ status: z.enum(STATEMENT_STATUSES) })

/** Finds the status of a statement before it got one of these statuses. */
export async function findStatusBefore(
  db: Db,
  statementId: string,
  withdrawn: readonly StatementStatus[],
): Promise<StatementStatus | undefined> {
  const revision = await prisma(db).revision.findFirst({
    where: {
      subject: 'statement',
      subjectId: statementId,
      AND: withdrawn.map((status) => ({ after: { path: ['status'], not: status } })),
    },
    orderBy: { version: 'desc' },
    select: { after: true },
  })
  return revision ? Recorded.parse(revision.after).status : undefined
}
