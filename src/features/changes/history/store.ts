import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import { conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { listKeyed } from '../../../database/keyset-list.ts'

const Json = z.record(z.string(), z.unknown()).nullable()
const RevisionRow = z.object({
  position: z.number(),
  version: z.int(),
  action: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
  recorded_at: z.string(),
  before: Json,
  after: Json,
})
type RevisionRow = z.infer<typeof RevisionRow>

/** The revisions of a thing, nearest to the page's position first, one more than it holds. */
export function listRevisions(
  db: Db,
  subject: Subject,
  id: string,
  request: PageRequest,
): Promise<Keyed<RevisionRow>[]> {
  const where = conditions()
  where.add(subject, (p) => `r.subject = ${p}::subject`)
  where.add(id, (p) => `r.subject_id = ${p}::uuid`)
  const list = {
    select: `SELECT r.position, r.version, r.action, r.actor, r.reason, r.recorded_at, r.before, r.after
             FROM revisions r`,
    where,
    by: { expression: 'r.version', type: 'int', id: 'r.position', idType: 'bigint' },
    read: (row: unknown) => RevisionRow.parse(row),
    keyOf: ({ version, position }: RevisionRow) => ({ values: [version], id: String(position) }),
  }
  return listKeyed(db, list, request)
}
