import { z } from 'zod'
import { ACTIONS } from '../../../core/actions.ts'
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

/** Returns a query for the positions of the first changes of each of these subjects by each of these actions. */
const byKind = (
  where: Conditions,
  { subject = SUBJECTS, action = ACTIONS }: ChangeFilters,
  first: string,
): string => {
  const subjects = where.parameter(subject)
  const actions = where.parameter(action)
  return `SELECT found.position
    FROM unnest(${subjects}::subject[]) AS of (subject), unnest(${actions}::text[]) AS by (action), LATERAL (
      SELECT r.position FROM revisions r ${where.where()} AND r.subject = of.subject AND r.action = by.action ${first}
    ) found`
}

/** The changes of an article that withhold or show its statements. The statements get no changes of their own. */
const OF_WHOLE_ARTICLES = "('withdrawn'), ('restored'), ('erased')"

/**
 * Returns a query for the positions of the first changes that concern these people: changes of their records, of
 * statements that were or are attributed to them, and of whole articles in which they speak.
 */
function ofPeople(where: Conditions, { official }: ChangeFilters, first: string): string {
  const changes = `SELECT r.position FROM revisions r ${where.where()}`
  return `WITH person AS MATERIALIZED (${mergedWith(where.parameter(official))})
    SELECT found.position FROM person, LATERAL (
      ${changes} AND r.subject = 'official' AND r.subject_id = person.id
    ) found
    UNION
    SELECT found.position FROM person, LATERAL (
      ${changes} AND r.subject = 'statement' AND r.after->>'official' = person.id::text ${first}
    ) found
    UNION
    SELECT found.position FROM person, LATERAL (
      ${changes} AND r.subject = 'statement' AND r.before->>'official' <> coalesce(r.after->>'official', '')
        AND r.before->>'official' = person.id::text ${first}
    ) found
    UNION
    SELECT found.position FROM (VALUES ${OF_WHOLE_ARTICLES}) AS by (action), LATERAL (
      ${changes} AND r.subject = 'article' AND r.action = by.action AND EXISTS (
        SELECT FROM statements s WHERE s.article_id = r.subject_id AND s.official_id IN (SELECT id FROM person)) ${first}
    ) found`
}

const FILTERS: FilterTable<ChangeFilters, Conditions> = {
  subject: (where, { subject }) => where.add(subject, (p) => `r.subject = ANY(${p}::subject[])`),
  action: (where, { action }) => where.add(action, (p) => `r.action = ANY(${p}::text[])`),
  // A query of its own finds the changes that concern people.
  official: () => undefined,
  until: (where, { until }) => where.add(until, (p) => `r.position <= ${p}`),
}

/**
 * Returns a query for the positions of changes. Each part of it reads the first changes of one kind along an index: one
 * query for all kinds would read all changes to find those of a rare kind.
 */
function positionsOf(where: Conditions, filters: ChangeFilters, first: string): string {
  if (filters.official) return ofPeople(where, filters, first)
  if (filters.subject ?? filters.action) return byKind(where, filters, first)
  return `(SELECT r.position FROM revisions r ${where.where()} ${first})`
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
  const first = `ORDER BY r.position LIMIT ${limit + 1}`
  const found = await plannedRows(
    db,
    `SELECT ledger.position AS head, change.* FROM ledger LEFT JOIN LATERAL (
       SELECT r.position, r.subject, r.subject_id, r.version, r.action, r.actor, r.reason, r.before, r.after,
              r.recorded_at, ${WITHHELD} AS is_withheld
       FROM (SELECT position FROM (${positionsOf(where, filters, first)}) r ${first}) page
       JOIN revisions r ON r.position = page.position
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
