import { z } from 'zod'
import { rows } from '../../database/client.ts'
import type { Db } from '../../database/handle.ts'
import { conditions } from '../../database/query.ts'
import { type Change, type ChangeFilters, SUBJECTS } from './schema.ts'

const ChangeRow = z.object({
  position: z.int(),
  subject: z.enum(SUBJECTS),
  subject_id: z.string(),
  version: z.int(),
  action: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  recorded_at: z.string(),
  is_withheld: z.boolean(),
})

const COLLECTIONS = {
  article: 'articles',
  official: 'officials',
  organization: 'organizations',
  statement: 'statements',
} as const

/** Words that were retracted are withheld from their history too. */
const WITHHELD = `(r.subject = 'statement' AND EXISTS (
  SELECT FROM statements s WHERE s.id = r.subject_id AND s.status = 'retracted'))`

/** Changes after a position, in order, one more than the limit. */
export async function findChanges(
  db: Db,
  after: number,
  filters: ChangeFilters,
  limit: number,
): Promise<Change[]> {
  const where = conditions()
  where.add(after, (p) => `r.position > ${p}`)
  where.add(filters.subject, (p) => `r.subject = ANY(${p}::subject[])`)
  where.add(filters.action, (p) => `r.action = ${p}`)
  const found = await rows(
    db,
    `SELECT r.position, r.subject, r.subject_id, r.version, r.action, r.actor, r.reason, r.before, r.after,
            r.recorded_at, ${WITHHELD} AS is_withheld
     FROM revisions r ${where.where()} ORDER BY r.position LIMIT ${limit + 1}`,
    where.parameters,
  )
  return found.map((row) => toChange(ChangeRow.parse(row)))
}

const toChange = (row: z.infer<typeof ChangeRow>): Change => ({
  position: row.position,
  subject: row.subject,
  id: row.subject_id,
  url: `/v1/${COLLECTIONS[row.subject]}/${row.subject_id}`,
  version: row.version,
  action: row.action,
  actor: row.actor,
  reason: row.reason,
  recorded: row.recorded_at,
  before: row.is_withheld ? null : (row.before ?? null),
  after: row.is_withheld ? null : (row.after ?? null),
})
