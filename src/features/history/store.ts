import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Subject } from '../../core/vocabulary.ts'
import { rows } from '../../database/client.ts'
import type { Db } from '../../database/handle.ts'
import { conditions, seek } from '../../database/query.ts'

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
export async function listRevisions(
  db: Db,
  subject: Subject,
  id: string,
  request: PageRequest,
): Promise<Keyed<RevisionRow>[]> {
  const where = conditions()
  where.add(subject, (p) => `r.subject = ${p}::subject`)
  where.add(id, (p) => `r.subject_id = ${p}::uuid`)
  const order = seek(
    {
      expression: 'r.version',
      type: 'int',
      id: 'r.position',
      idType: 'bigint',
      descending: request.sort.startsWith('-'),
    },
    request,
    where,
  )
  const found = await rows(
    db,
    `SELECT r.position, r.version, r.action, r.actor, r.reason, r.recorded_at, r.before, r.after
     FROM revisions r ${where.where()} ${order}`,
    where.parameters,
  )
  return found.map((row) => {
    const revision = RevisionRow.parse(row)
    return { key: { values: [revision.version], id: String(revision.position) }, item: revision }
  })
}
