import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'
import { pageByNumber } from '../../../database/prisma-page.ts'
import { toInstant } from '../../../database/prisma-values.ts'
import type { BeforeAndAfter, HistoryEntry, PastChange } from './schema.ts'

const Json = z.record(z.string(), z.unknown()).nullable()

/**
 * Lists the revisions of a subject. The revision nearest to the position of the page comes first. The list has at most
 * one revision more than the page.
 */
export async function listRevisions(
  db: Db,
  subject: Subject,
  subjectId: string,
  request: PageRequest,
): Promise<Keyed<Omit<HistoryEntry, 'changed'>>[]> {
  const { number, order, take } = pageByNumber(request)
  const found = await prisma(db).revision.findMany({
    where: { subject, subjectId, version: number },
    orderBy: { version: order },
    take,
  })
  return found.map(({ position, version, action, actor, reason, recordedAt, before, after }) => ({
    key: { values: [version], id: String(position) },
    item: {
      version,
      action,
      actor,
      reason,
      recorded: toInstant(recordedAt),
      before: Json.parse(before),
      after: Json.parse(after),
    },
  }))
}

const Undoing = z.object({ undoes: z.int() }).nullable().catch(null)

/** Finds the past changes of a subject, in no particular order. */
export async function pastChanges(tx: Tx, subject: Subject, subjectId: string): Promise<PastChange[]> {
  const found = await prisma(tx).revision.findMany({
    where: { subject, subjectId },
    select: { version: true, action: true, after: true },
  })
  return found.map(({ version, action, after }) => ({
    version,
    action,
    undoes: Undoing.parse(after)?.undoes ?? null,
  }))
}

/** Finds a subject before and after the change with this version. */
export async function findChange<Record>(
  tx: Tx,
  subject: Subject,
  shape: z.ZodType<Record>,
  subjectId: string,
  version: number,
): Promise<BeforeAndAfter<Record>> {
  const revision = await prisma(tx).revision.findFirst({
    where: { subject, subjectId, version },
    select: { before: true, after: true },
  })
  return z.object({ before: shape.nullable(), after: shape }).parse(revision)
}
