import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import type { Db } from '../../database/db.ts'
import { type Expansion, expanded } from '../../database/expansion.ts'
import { lastDayOf } from '../../database/intervals.ts'
import { inOrder, type Keyset, seek } from '../../database/keyset.ts'
import { type Counting, countRows } from '../../database/row-count.ts'
import { rowReader } from '../../database/row-reader.ts'
import { rows } from '../../database/sql.ts'
import type { Article } from '../articles/schema.ts'
import type { Official } from '../officials/schema.ts'
import type { Organization } from '../organizations/schema.ts'
import { SHOWN_STATUSES, statementConditions } from './conditions.ts'
import { StatementRow as Row, toStatement } from './row.ts'
import type { ExpansionName, Statement, StatementFilters, StatementSort } from './schema.ts'

const PUBLISHED = lastDayOf('a.published')

const SORTS: Record<string, { expression: string; type: string }> = {
  said: { expression: lastDayOf('s.said'), type: 'date' },
  published: { expression: PUBLISHED, type: 'date' },
  recorded: { expression: 's.recorded_at', type: 'timestamptz' },
  confidence: { expression: 's.confidence', type: 'float8' },
}

function keysetOf(sort: StatementSort): Keyset {
  const descending = sort.startsWith('-')
  const { expression, type } = SORTS[descending ? sort.slice(1) : sort]!
  return { expression, type, id: 's.id', idType: 'uuid', descending }
}

/** What a statement is read from: of `statements s`, with `RELATED` joined. */
export const COLUMNS = `
  s.id, s.type, s.polarity, s.text, s.context_before, s.context_after, s.speaker_kind, s.speaker_name,
  s.official_id, o.slug AS official_slug, o.name AS official_name,
  s.organization_id, g.slug AS organization_slug, g.name AS organization_name,
  s.role, s.role_former, s.attribution, s.candidates,
  s.said_edtf, s.said_earliest, s.said_latest, s.said_precision, s.said_basis,
  s.confidence, s.rule, s.speaker_rule, s.status, s.version, s.recorded_at, s.updated_at,
  s.vanished_snapshot_id,
  (SELECT retrieved_at FROM snapshots v WHERE v.id = s.vanished_snapshot_id) AS vanished_noticed,
  a.id AS article_id, a.title AS article_title, a.publisher, a.url AS article_url,
  a.published_edtf, a.published_earliest, a.published_latest, a.published_basis,
  n.id AS snapshot_id, n.sha256,
  (SELECT json_agg(json_build_array(e.kind, e.start_offset, e.end_offset, e.exact) ORDER BY e.kind, e.ordinal)
   FROM statement_spans e WHERE e.statement_id = s.id) AS spans,
  (SELECT json_agg(json_build_array(p.title, p.from_edtf, p.to_edtf, h.id, h.slug, h.name) ORDER BY p.from_edtf, p.id)
   FROM positions p LEFT JOIN organizations h ON h.id = p.organization_id
   WHERE p.official_id = s.official_id AND p.from_edtf IS NOT NULL) AS dated_positions`

export const RELATED = `
  JOIN articles a ON a.id = s.article_id
  JOIN snapshots n ON n.id = s.snapshot_id
  LEFT JOIN officials o ON o.id = s.official_id
  LEFT JOIN organizations g ON g.id = s.organization_id`

/** What is read along with statements instead of named, by what it is called. */
export type Expansions = Partial<{
  readonly official: Expansion<Official>
  readonly organization: Expansion<Organization>
  readonly article: Expansion<Article>
}>

/**
 * Statements that pass the filters, nearest to the page's position first, one more than it holds. What they refer to
 * is read for the page alone: a person of many statements would otherwise have all of them joined before they are cut.
 */
export async function listStatements(
  db: Db,
  filters: StatementFilters,
  request: PageRequest,
  expansions: Expansions,
): Promise<Keyed<Statement>[]> {
  const where = statementConditions(filters)
  const keyset = keysetOf(request.sort as StatementSort)
  const order = seek(keyset, request, where)
  const source = keyset.expression === PUBLISHED ? 'JOIN articles a ON a.id = s.article_id' : ''
  const page = `SELECT s.*, ${keyset.expression} AS sort_value FROM statements s ${source} ${where.where()} ${order}`
  const query = `SELECT ${COLUMNS}, s.sort_value::text AS sort_key FROM (${page}) s ${RELATED}
    ${inOrder({ ...keyset, expression: 's.sort_value' }, request)}`
  const found = await rows(db, withExpansions(query, expansions), where.parameters)
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

/** A row of `COLUMNS` as the statement it is. */
export const readStatement = (row: unknown): Statement => toStatement(readRow(row))

const withExpansions = (query: string, expansions: Expansions): string =>
  expanded(
    query,
    Object.fromEntries(
      Object.entries(expansions).map(([name, expansion]) => [name, { column: `${name}_id`, expansion }]),
    ),
  )

/** The statement with what was read along in place of its names. */
function expand(
  statement: Statement,
  row: unknown,
  { official, organization, article }: Expansions,
): Statement {
  if (!official && !organization && !article) return statement
  const along = row as Record<`expanded_${ExpansionName}`, unknown>
  const { speaker } = statement
  return {
    ...statement,
    speaker: {
      ...speaker,
      official: official && speaker.official ? official.parse(along.expanded_official) : speaker.official,
      organization:
        organization && speaker.organization
          ? organization.parse(along.expanded_organization)
          : speaker.organization,
    },
    article: article ? article.parse(along.expanded_article) : statement.article,
  }
}

/** How many statements pass the filters, as asked for. */
export const countStatements = (
  db: Db,
  filters: StatementFilters,
  counting: Counting,
): Promise<number | null> => countRows(db, counting, 'FROM statements s', statementConditions(filters))

export async function findStatement(
  db: Db,
  id: string,
  expansions: Expansions = {},
): Promise<Statement | undefined> {
  const query = `SELECT ${COLUMNS} FROM statements s ${RELATED} WHERE s.id = $1::uuid`
  const [row] = await rows(db, withExpansions(query, expansions), [id])
  return row === undefined ? undefined : expand(readStatement(row), row, expansions)
}

/** The statements of one text that are shown, in text order. */
export async function findStatementsOfSnapshot(db: Db, snapshotId: string): Promise<Statement[]> {
  const found = await rows(
    db,
    `SELECT ${COLUMNS} FROM statements s ${RELATED}
     WHERE s.snapshot_id = $1::uuid AND s.vanished_snapshot_id IS NULL AND s.status = ANY($2::statement_status[])
     ORDER BY s.start_offset, s.id`,
    [snapshotId, SHOWN_STATUSES],
  )
  return found.map(readStatement)
}

/** The ids of all that a person is recorded to have said, whatever became of it. */
export async function findIdsOfOfficial(db: Db, officialId: string): Promise<string[]> {
  const found = await rows(db, 'SELECT id FROM statements WHERE official_id = $1::uuid', [officialId])
  return found.map((row) => (row as { id: string }).id)
}

/** The ids of all that an organization, or somebody in its name, is recorded to have said. */
export async function findIdsOfOrganization(db: Db, organizationId: string): Promise<string[]> {
  const found = await rows(db, 'SELECT id FROM statements WHERE organization_id = $1::uuid', [organizationId])
  return found.map((row) => (row as { id: string }).id)
}

const Tombstone = z.object({ at: z.string(), by: z.string(), reason: z.string().nullable() })

/** When, by whom and why a statement was taken back: the last change that made it so. */
export async function findTombstone(
  db: Db,
  id: string,
): Promise<{ at: string; by: string; reason: string | null } | undefined> {
  const [row] = await rows(
    db,
    `SELECT recorded_at AS at, actor AS by, reason FROM revisions
     WHERE subject = 'statement' AND subject_id = $1::uuid AND after->>'status' = 'retracted'
       AND before->>'status' IS DISTINCT FROM 'retracted'
     ORDER BY version DESC LIMIT 1`,
    [id],
  )
  return row === undefined ? undefined : Tombstone.parse(row)
}

/** The article's statement that stands, begins where these words do and has the same ones. */
export async function findSame(
  db: Db,
  snapshotId: string,
  startOffset: number,
  text: string,
): Promise<string | undefined> {
  const [row] = await rows(
    db,
    `SELECT id FROM statements WHERE snapshot_id = $1::uuid AND start_offset = $2::int AND text = $3
       AND status = ANY($4::statement_status[]) LIMIT 1`,
    [snapshotId, startOffset, text, SHOWN_STATUSES],
  )
  return (row as { id: string } | undefined)?.id
}
