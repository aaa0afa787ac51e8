import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import type { Db } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'
import { pageByNumber } from '../../../database/prisma-page.ts'
import { toInstant } from '../../../database/prisma-values.ts'
import type { HistoryEntry } from './schema.ts'

const Json = z.record(z.string(), z.unknown()).nullable()

/** Lists the revisions of a subject, nearest to the page's position first, one more than the page holds. */
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
