import { z } from 'zod'
import { WITHHELD_STATUSES } from '../../../core/visibility.ts'
import { SUBJECTS } from '../../../core/vocabulary.ts'
import { type Conditions, conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { plannedRows } from '../../../database/sql.ts'
import { applyFilters, type FilterTable } from '../../../record/filters.ts'
import type { Change, ChangeFilters } from './schema.ts'

// SQL, because one query must read the changes and the position of the ledger at the same moment, and because it
// compares values inside JSON columns.

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

/**
 * SQL that is true if the words of a change are withheld. The change is then of a retracted statement, of a withdrawn
 * article, or of a statement in a withdrawn article.
 */
const WITHHELD = `(r.subject = 'statement' AND EXISTS (
    SELECT FROM statements s WHERE s.id = r.subject_id AND (s.withdrawn OR s.status IN (${WITHHELD_LIST})))
  OR r.subject = 'article' AND EXISTS (SELECT FROM articles a WHERE a.id = r.subject_id AND a.withdrawn))`

/**
 * Returns SQL for the ids of these people, of the records they were merged into, and of all records merged into those.
 */
const mergedWith = (people: string): string => `
  WITH RECURSIVE standing (id, into_id) AS (
    SELECT id, merged_into_id FROM officials WHERE id = ANY(${people}::uuid[])
    UNION SELECT o.id, o.merged_into_id FROM standing s JOIN officials o ON o.id = s.into_id
  ), same (id) AS (
    SELECT id FROM standing UNION SELECT o.id FROM same s JOIN officials o ON o.merged_into_id = s.id
  )
  SELECT id FROM same`

/**
 * Returns SQL that is true if a change concerns one of these people, or a statement that was or is attributed to one of
 * them. When an article is withdrawn, restored or erased, its statements get no revisions of their own. So a change of
 * an article in which these people speak matches too.
 */
const concerns = (people: string): string => `r.position IN (
  WITH person AS (${mergedWith(people)})
  SELECT position FROM revisions WHERE subject = 'official' AND subject_id IN (SELECT id FROM person)
  UNION ALL
  SELECT position FROM revisions
  WHERE subject = 'statement' AND after->>'official' IN (SELECT id::text FROM person)
  UNION ALL
  SELECT position FROM revisions
  WHERE subject = 'statement' AND before->>'official' <> coalesce(after->>'official', '')
    AND before->>'official' IN (SELECT id::text FROM person)
  UNION ALL
  SELECT position FROM revisions
  WHERE subject = 'article' AND action IN ('withdrawn', 'restored', 'erased')
    AND subject_id IN (SELECT article_id FROM statements WHERE official_id IN (SELECT id FROM person)))`

const FILTERS: FilterTable<ChangeFilters, Conditions> = {
  subject: (where, { subject }) => where.add(subject, (p) => `r.subject = ANY(${p}::subject[])`),
  action: (where, { action }) => where.add(action, (p) => `r.action = ANY(${p}::text[])`),
  official: (where, { official }) => where.add(official, concerns),
  until: (where, { until }) => where.add(until, (p) => `r.position <= ${p}`),
}

/**
 * Finds the changes after a position, in order of position, at most one more than the limit. Also returns the position
 * of the last change on record.
 */
export async function findChanges(
  db: Db,
  after: number,
  filters: ChangeFilters,
  limit: number,
): Promise<{ readonly head: number; readonly found: Change[] }> {
  const where = conditions()
  where.add(after, (p) => `r.position > ${p}`)
  applyFilters(FILTERS, where, filters)
  // Some filters match most changes, others match few. One plan for all filters would read all changes to find the few.
  // So PostgreSQL plans this query for the values of its parameters.
  const found = await plannedRows(
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
