import { z } from 'zod'
import { WITHHELD_STATUSES } from '../../../core/visibility.ts'
import { SUBJECTS } from '../../../core/vocabulary.ts'
import { type Conditions, conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'
import { applyFilters, type FilterTable } from '../../../record/filters.ts'
import type { Change, ChangeFilters } from './schema.ts'

// SQL, because one query reads the changes and the position of the ledger as of one moment, and joins by JSON.

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

const Head = z.object({ head: z.int(), position: z.int().nullable() })

const COLLECTIONS = {
  article: 'articles',
  official: 'officials',
  organization: 'organizations',
  statement: 'statements',
} as const

const WITHHELD_LIST = WITHHELD_STATUSES.map((status) => `'${status}'`).join(', ')

/** Words that were retracted, or whose article was withdrawn, are withheld from their history too. */
const WITHHELD = `(r.subject = 'statement' AND EXISTS (
    SELECT FROM statements s WHERE s.id = r.subject_id AND (s.withdrawn OR s.status IN (${WITHHELD_LIST})))
  OR r.subject = 'article' AND EXISTS (SELECT FROM articles a WHERE a.id = r.subject_id AND a.withdrawn))`

/**
 * Changes of these people and of words they spoke, before the change or after it; also of whom they were merged into.
 * If an article with their words was withdrawn, restored or erased, the statements have no revision of their own.
 */
const concerns = (people: string): string => `EXISTS (
  SELECT FROM officials o
  WHERE (o.id = ANY(${people}::uuid[])
         OR o.id IN (SELECT m.merged_into_id FROM officials m WHERE m.id = ANY(${people}::uuid[])))
    AND (r.subject = 'official' AND r.subject_id = o.id
         OR r.subject = 'statement' AND o.id::text IN (r.before->>'official', r.after->>'official')
         OR r.subject = 'article' AND r.action IN ('withdrawn', 'restored', 'erased') AND EXISTS (
           SELECT FROM statements s WHERE s.article_id = r.subject_id AND s.official_id = o.id)))`

const FILTERS: FilterTable<ChangeFilters, Conditions> = {
  subject: (where, { subject }) => where.add(subject, (p) => `r.subject = ANY(${p}::subject[])`),
  action: (where, { action }) => where.add(action, (p) => `r.action = ANY(${p}::text[])`),
  official: (where, { official }) => where.add(official, concerns),
  until: (where, { until }) => where.add(until, (p) => `r.position <= ${p}`),
}

/** Changes after a position, in order, one more than the limit, and the position of the last change there is. */
export async function findChanges(
  db: Db,
  after: number,
  filters: ChangeFilters,
  limit: number,
): Promise<{ readonly head: number; readonly found: Change[] }> {
  const where = conditions()
  where.add(after, (p) => `r.position > ${p}`)
  applyFilters(FILTERS, where, filters)
  const found = await rows(
    db,
    `SELECT ledger.position AS head, change.* FROM ledger LEFT JOIN LATERAL (
       SELECT r.position, r.subject, r.subject_id, r.version, r.action, r.actor, r.reason, r.before, r.after,
              r.recorded_at, ${WITHHELD} AS is_withheld
       FROM revisions r ${where.where()} ORDER BY r.position LIMIT ${limit + 1}
     ) change ON true WHERE ledger.id = 1 ORDER BY change.position`,
    where.parameters,
  )
  const heads = found.map((row) => Head.parse(row))
  return {
    head: heads[0]!.head,
    found: found.filter((_, index) => heads[index]!.position !== null).map((row) => toChange(row)),
  }
}

function toChange(found: unknown): Change {
  const row = ChangeRow.parse(found)
  return {
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
  }
}
