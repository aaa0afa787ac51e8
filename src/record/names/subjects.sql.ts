import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import type { NamedTable } from '../../database/named-records.sql.ts'
import { rows } from '../../database/sql.ts'
import { isShown } from '../shown.ts'
import type { StatementCount } from './schema.ts'

// SQL, because Prisma neither follows a chain of merges nor counts up to a limit.

/** The most statements of a subject that are counted for an answer. */
const COUNTED_MAX = 1000

const Described = z.object({
  given: z.string(),
  id: z.string(),
  slug: z.string().nullable(),
  name: z.string(),
  counted: z.int().nullable(),
  estimated: z.int(),
})

/** The subject of a spelling. If it is a merged record, the record it was merged into. */
export interface DescribedSubject {
  /** The subject of the spelling. */
  readonly given: string
  readonly id: string
  readonly slug: string | null
  readonly name: string
  readonly statements: StatementCount
}

const toDescribed = (row: unknown): DescribedSubject => {
  const { counted, estimated, ...subject } = Described.parse(row)
  const isCounted = counted !== null && counted <= COUNTED_MAX
  return {
    ...subject,
    statements: { count: isCounted ? counted : Math.max(estimated, COUNTED_MAX + 1), exact: isCounted },
  }
}

/** Returns SQL for the number of rows of a query, at most `COUNTED_MAX + 1`; null if the estimate is larger. */
const countOf = (query: string): string => `
  CASE WHEN e.estimated <= ${COUNTED_MAX}
    THEN (SELECT count(*) FROM (${query} LIMIT ${COUNTED_MAX + 1}) counted) END`

const estimateOf = (subject: string): string => `
  LATERAL (SELECT coalesce(max(n.statements), 0) AS estimated FROM names n WHERE n.subject = ${subject}) e`

/** Describes people or organizations by ids, and follows merges. */
export async function describeRecords(
  db: Db,
  table: NamedTable,
  ids: readonly string[],
): Promise<DescribedSubject[]> {
  if (ids.length === 0) return []
  // OFFSET 0 makes PostgreSQL look up each row by its key. The planner overestimates the length of a chain, and would
  // otherwise read the whole table.
  const rowOf = (id: string): string => `LATERAL (SELECT r.* FROM ${table} r WHERE r.id = ${id} OFFSET 0) r`
  const owner = table === 'officials' ? 'official_id' : 'organization_id'
  const found = await rows(
    db,
    `WITH RECURSIVE chain (given, id, merged_into_id) AS (
       SELECT id, id, merged_into_id FROM ${table} WHERE id = ANY($1::uuid[])
       UNION ALL
       SELECT c.given, r.id, r.merged_into_id FROM chain c, ${rowOf('c.merged_into_id')}
     )
     SELECT c.given, r.id, r.slug, r.name, e.estimated,
       ${countOf(`SELECT FROM statements s WHERE s.${owner} = r.id AND ${isShown('s')}`)} AS counted
     FROM chain c, ${rowOf('c.id')}, ${estimateOf('r.id::text')} WHERE c.merged_into_id IS NULL`,
    [ids],
  )
  return found.map(toDescribed)
}

/** Describes publishers by keys, each with its most frequent spelling. Leaves out those without an article. */
export async function describePublishers(db: Db, keys: readonly string[]): Promise<DescribedSubject[]> {
  if (keys.length === 0) return []
  const found = await rows(
    db,
    `SELECT p.key AS given, p.key AS id, NULL AS slug, named.name, e.estimated,
       ${countOf(`SELECT FROM statements s WHERE s.publisher_key = p.key AND ${isShown('s')}`)} AS counted
     FROM unnest($1::text[]) AS p (key),
       LATERAL (SELECT mode() WITHIN GROUP (ORDER BY printed.publisher) AS name FROM (
         SELECT a.publisher FROM articles a WHERE publisher_key(a.publisher) = p.key AND NOT a.withdrawn LIMIT ${COUNTED_MAX}) printed) named,
       ${estimateOf('p.key')}
     WHERE named.name IS NOT NULL`,
    [keys],
  )
  return found.map(toDescribed)
}
