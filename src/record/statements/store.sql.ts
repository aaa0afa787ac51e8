import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { SHOWN_STATUSES } from '../../core/visibility.ts'
import type { Db } from '../../database/db.ts'
import { type Expansion, expanded } from '../../database/expansion.ts'
import { inOrder } from '../../database/keyset.ts'
import { type Counting, countRows } from '../../database/row-count.ts'
import { rowReader } from '../../database/row-reader.ts'
import { plannedRows, rows } from '../../database/sql.ts'
import type { Article } from '../articles/schema.ts'
import type { Official } from '../officials/schema.ts'
import type { Organization } from '../organizations/schema.ts'
import { statementConditions } from './conditions.ts'
import { findPage, type PageRows } from './page.sql.ts'
import { isGiven, leftOutOf } from './period.ts'
import { StatementRow as Row, toStatement } from './row.ts'
import type { ExpansionName, LeftOut, Statement, StatementFilters } from './schema.ts'

// SQL, because lists of statements are read most often. One query reads a page with everything to which it refers.
// Prisma needs nine queries, and ten times the processor time.

/** The columns from which a statement is read: of `statements s`, joined with `RELATED`. */
export const COLUMNS = `
  s.id, s.type, s.polarity, s.text, s.context_before, s.context_after, s.speaker_kind, s.speaker_name,
  s.official_id, o.slug AS official_slug, o.name AS official_name,
  s.organization_id, g.slug AS organization_slug, g.name AS organization_name,
  s.role, s.role_former, s.attribution, s.candidates,
  s.said_edtf, s.said_earliest, s.said_latest, s.said_precision, s.said_basis,
  s.confidence, s.speaker_confidence, s.rule, s.speaker_rule, s.status, s.version, s.recorded_at, s.updated_at,
  s.vanished_snapshot_id,
  (SELECT retrieved_at FROM snapshots v WHERE v.id = s.vanished_snapshot_id) AS vanished_noticed,
  a.id AS article_id, a.title AS article_title, a.publisher, a.url AS article_url,
  a.published_edtf, a.published_earliest, a.published_latest, a.published_basis,
  n.id AS snapshot_id, n.sha256,
  CASE WHEN n.places IS NOT NULL THEN
    (SELECT p FROM jsonb_array_elements(n.places) p WHERE (p->>'start')::int <= s.start_offset
     ORDER BY (p->>'start')::int DESC LIMIT 1) END AS place,
  coalesce((SELECT (SELECT max(m.place) FROM sightings m WHERE m.first_id = own.first_id)
    FROM sightings own WHERE own.statement_id = s.id), 1) AS sightings,
  (SELECT json_agg(json_build_array(e.kind, e.start_offset, e.end_offset, e.exact) ORDER BY e.kind, e.ordinal)
   FROM statement_spans e WHERE e.statement_id = s.id) AS spans,
  (SELECT json_agg(json_build_array(p.title, p.from_edtf, p.to_edtf, h.id, h.slug, h.name) ORDER BY p.from_edtf, p.id)
   FROM positions p LEFT JOIN organizations h ON h.id = p.organization_id
   WHERE p.official_id = s.official_id AND p.from_edtf IS NOT NULL) AS dated_positions`

/** The joins that `COLUMNS` needs. */
export const RELATED = `
  JOIN articles a ON a.id = s.article_id
  JOIN snapshots n ON n.id = s.snapshot_id
  LEFT JOIN officials o ON o.id = s.official_id
  LEFT JOIN organizations g ON g.id = s.organization_id`

/** The resources that are read in full with the statements, instead of references to them. */
export type Expansions = Partial<{
  readonly official: Expansion<Official>
  readonly organization: Expansion<Organization>
  readonly article: Expansion<Article>
}>

/**
 * Lists statements that match the filters. The statement nearest to the position of the page comes first. The list has
 * at most one statement more than the page.
 */
export async function listStatements(
  db: Db,
  filters: StatementFilters,
  request: PageRequest,
  expansions: Expansions,
): Promise<Keyed<Statement>[]> {
  return readPage(db, { ...(await findPage(db, filters, request)), request, expansions })
}

/** The query for the rows of a page, and the expansions to read with them. */
interface PageQuery extends PageRows {
  readonly request: PageRequest
  readonly expansions: Expansions
}

/**
 * Reads the statements of a page and everything to which they refer. The statement nearest to the position comes first.
 */
export async function readPage(
  db: Db,
  { page, parameters, keyset, request, expansions }: PageQuery,
): Promise<Keyed<Statement>[]> {
  const query = `SELECT ${COLUMNS}, s.sort_value::text AS sort_key FROM (${page}) s ${RELATED}
    ${inOrder({ ...keyset, expression: 's.sort_value' }, request)}`
  const found = await rows(db, withExpansions(query, expansions), parameters)
  return found.map((row) => {
    const statement = readSorted(row)
    return {
      key: { values: [statement.sort_key], id: statement.id },
      item: expand(toStatement(statement), row, expansions),
    }
  })
}

const readSorted = rowReader(Row.extend({ sort_key: z.string() }))
const readRow = rowReader(Row)

/** Maps a row of `COLUMNS` to a statement. */
export const readStatement = (row: unknown): Statement => toStatement(readRow(row))

const withExpansions = (query: string, expansions: Expansions): string =>
  expanded(
    query,
    Object.fromEntries(
      Object.entries(expansions).map(([name, expansion]) => [name, { column: `${name}_id`, expansion }]),
    ),
  )

/** Replaces the references in a statement with the resources that were read with it. */
function expand(
  statement: Statement,
  row: unknown,
  { official, organization, article }: Expansions,
): Statement {
  if (!official && !organization && !article) return statement
  const expandedRow = row as Record<`expanded_${ExpansionName}`, unknown>
  const { speaker } = statement
  return {
    ...statement,
    speaker: {
      ...speaker,
      official:
        official && speaker.official ? official.parse(expandedRow.expanded_official) : speaker.official,
      organization:
        organization && speaker.organization
          ? organization.parse(expandedRow.expanded_organization)
          : speaker.organization,
    },
    article: article ? article.parse(expandedRow.expanded_article) : statement.article,
  }
}

/** Counts the statements that match the filters, exactly or up to a limit. */
export const countStatements = (
  db: Db,
  filters: StatementFilters,
  counting: Counting,
): Promise<number | null> => countRows(db, counting, 'FROM statements s', statementConditions(filters))

/** The most statements of each kind that are counted as left out. */
const MOST_LEFT_OUT = 1000

/**
 * Counts the statements that match the other filters and may have been said in the period, but not certainly.
 * @returns undefined if the filters have no period, or if they ask for everything that may have been said in it.
 */
export async function countLeftOut(
  db: Db,
  { said_from, said_to, match, distinct: _distinct, ...others }: StatementFilters,
): Promise<LeftOut | undefined> {
  if (match === 'overlap' || !(isGiven(said_from) || isGiven(said_to))) return undefined
  const where = statementConditions(others)
  const { undated, wider } = leftOutOf(where, { said_from, said_to })
  const count = (condition: string): string =>
    `(SELECT count(*) FROM (SELECT FROM statements s ${where.where()} AND ${condition} LIMIT ${MOST_LEFT_OUT + 1}) found)`
  const [row] = await plannedRows(
    db,
    `SELECT ${count(undated)} AS undated, ${count(wider)} AS wider`,
    where.parameters,
  )
  const counts = LeftOutRow.parse(row)
  return {
    undated: Math.min(counts.undated, MOST_LEFT_OUT),
    wider: Math.min(counts.wider, MOST_LEFT_OUT),
    capped: Math.max(counts.undated, counts.wider) > MOST_LEFT_OUT,
  }
}

const LeftOutRow = z.object({ undated: z.int(), wider: z.int() })

/** Finds a statement of any status by its id, unless its article was withdrawn. */
export async function findStatement(
  db: Db,
  id: string,
  expansions: Expansions = {},
): Promise<Statement | undefined> {
  const query = `SELECT ${COLUMNS} FROM statements s ${RELATED} WHERE s.id = $1::uuid AND NOT s.withdrawn`
  const [row] = await rows(db, withExpansions(query, expansions), [id])
  return row === undefined ? undefined : expand(readStatement(row), row, expansions)
}

const OF_SNAPSHOT = `s.snapshot_id = $1::uuid AND s.vanished_snapshot_id IS NULL AND s.status = ANY($2::statement_status[])`

/** Counts the statements of one snapshot that lists show. */
export async function countStatementsOfSnapshot(db: Db, snapshotId: string): Promise<number> {
  const found = await rows(db, `SELECT count(*) AS count FROM statements s WHERE ${OF_SNAPSHOT}`, [
    snapshotId,
    SHOWN_STATUSES,
  ])
  return (found[0] as { count: number }).count
}

/**
 * Finds the statements of one snapshot that lists show, in text order.
 * @param range the part to find. Default: all.
 */
export async function findStatementsOfSnapshot(
  db: Db,
  snapshotId: string,
  range: { readonly limit: number; readonly offset: number } | null = null,
): Promise<Statement[]> {
  const found = await rows(
    db,
    `SELECT ${COLUMNS} FROM statements s ${RELATED}
     WHERE ${OF_SNAPSHOT} ORDER BY s.start_offset, s.id LIMIT $3::int OFFSET $4::int`,
    [snapshotId, SHOWN_STATUSES, range?.limit ?? null, range?.offset ?? 0],
  )
  return found.map(readStatement)
}
