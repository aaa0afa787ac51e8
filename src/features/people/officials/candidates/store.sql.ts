import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../../core/page.ts'
import { CANDIDATE_DECISIONS, CANDIDATE_REASONS } from '../../../../core/vocabulary.ts'
import { type Conditions, conditions } from '../../../../database/conditions.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { listKeyed } from '../../../../database/keyset-list.ts'
import { referenceTo } from '../../../../database/named-records.sql.ts'
import { execute, rows } from '../../../../database/sql.ts'
import { applyFilters, type FilterTable } from '../../../../record/filters.ts'
import { type Candidate, type CandidateFilters, PrintedPositions } from './schema.ts'

// SQL, because Prisma cannot follow merges, and because a decided name must stay decided when the article prints it
// again.

/** A name in an article that waits for a decision. */
export interface NewCandidate {
  readonly id: string
  readonly articleId: string
  readonly name: string
  readonly reason: Candidate['reason']
  readonly explanation: string
  readonly positions: z.infer<typeof PrintedPositions>
  readonly candidateIds: readonly string[]
}

/** Inserts uncertain names. Updates a name that waits; a decided name stays unchanged. */
export async function insertCandidates(tx: Tx, candidates: readonly NewCandidate[], at: Date): Promise<void> {
  if (candidates.length === 0) return
  const values = candidates.map(({ articleId, positions, candidateIds, ...candidate }) => ({
    ...candidate,
    article_id: articleId,
    printed: positions,
    candidate_ids: candidateIds,
  }))
  await execute(
    tx,
    `INSERT INTO official_candidates AS c
       (id, article_id, name, reason, explanation, printed, candidate_ids, created_at)
     SELECT r.id, r.article_id, r.name, r.reason, r.explanation, r.printed, r.candidate_ids, $2::timestamptz
     FROM jsonb_populate_recordset(NULL::official_candidates, $1::jsonb) r ORDER BY r.article_id, r.name
     ON CONFLICT (article_id, name) DO UPDATE SET reason = excluded.reason, explanation = excluded.explanation,
       printed = excluded.printed, candidate_ids = excluded.candidate_ids
     WHERE c.decision IS NULL`,
    [JSON.stringify(values), at.toISOString()],
  )
}

/** Returns the query for the records that these ids mean: for a merged official, the official it was merged into. */
const standing = (ids: string): string => `
  WITH RECURSIVE chain AS (
    SELECT o.id, o.merged_into_id FROM officials o WHERE o.id = ANY(${ids})
    UNION SELECT m.id, m.merged_into_id FROM chain JOIN officials m ON m.id = chain.merged_into_id
  )
  SELECT o.* FROM chain JOIN officials o ON o.id = chain.id WHERE chain.merged_into_id IS NULL`

const Decided = z.object({ name: z.string(), official: z.string().nullable() })

/**
 * Finds the decisions about the names of an article, by name: the id of the official, or null if the name means no
 * person to record.
 */
export async function findDecisions(db: Db, articleId: string): Promise<Map<string, string | null>> {
  const found = await rows(
    db,
    `SELECT c.name, (SELECT s.id FROM (${standing('ARRAY[c.official_id]')}) s) AS official
     FROM official_candidates c WHERE c.article_id = $1::uuid AND c.decision IS NOT NULL`,
    [articleId],
  )
  return new Map(found.map((row) => Decided.parse(row)).map(({ name, official }) => [name, official]))
}

const text = z.string()
const reference = z.object({ id: text, slug: text, name: text })
const Row = z.object({
  id: text,
  name: text,
  reason: z.enum(CANDIDATE_REASONS),
  explanation: text,
  created_at: text,
  article_id: text,
  title: text.nullable(),
  publisher: text.nullable(),
  url: text.nullable(),
  printed: PrintedPositions,
  organizations: z.array(reference),
  candidates: z.array(reference.extend({ titles: z.array(text) })),
  statement_count: z.int(),
  decision: z.enum(CANDIDATE_DECISIONS).nullable(),
  official: reference.nullable(),
  decided_at: text.nullable(),
  decided_by: text.nullable(),
  decided_reason: text.nullable(),
})

/** SQL for the statements of the name without an official. */
const WAITING = `FROM statements s
  WHERE s.article_id = c.article_id AND s.speaker_name = c.name AND s.official_id IS NULL AND s.attribution = 'ambiguous'`

const COLUMNS = `
  c.id, c.name, c.reason, c.explanation, c.created_at, c.printed, c.decision, c.decided_at, c.decided_by,
  c.decided_reason, a.id AS article_id, a.title, a.publisher, a.url,
  (SELECT count(*) ${WAITING}) AS statement_count,
  (SELECT coalesce(json_agg(${referenceTo('g')}), '[]')
   FROM organizations g
   WHERE g.id::text IN (SELECT p->>'organizationId' FROM jsonb_array_elements(c.printed) p)) AS organizations,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'titles',
            ARRAY(SELECT p.title FROM positions p WHERE p.official_id = s.id ORDER BY p.created_at, p.id))
          ORDER BY s.slug), '[]')
   FROM (${standing('c.candidate_ids')}) s) AS candidates,
  (SELECT ${referenceTo('s')}
   FROM (${standing('ARRAY[c.official_id]')}) s) AS official`
const FROM = 'FROM official_candidates c JOIN articles a ON a.id = c.article_id AND NOT a.withdrawn'

function toCandidate(row: z.infer<typeof Row>): Candidate {
  const organizations = new Map(row.organizations.map((one) => [one.id, one]))
  return {
    id: row.id,
    name: row.name,
    reason: row.reason,
    explanation: row.explanation,
    article: { id: row.article_id, title: row.title, publisher: row.publisher, url: row.url },
    positions: row.printed.map(({ title, organizationId, endedBy }) => ({
      title,
      organization: organizations.get(organizationId ?? '') ?? null,
      former: endedBy !== null,
    })),
    candidates: row.candidates,
    statements: { count: row.statement_count, url: `/v1/articles/${row.article_id}/statements` },
    decision:
      row.decision !== null && row.decided_at !== null && row.decided_by !== null
        ? {
            outcome: row.decision,
            official: row.official,
            by: row.decided_by,
            at: row.decided_at,
            reason: row.decided_reason,
          }
        : null,
    recorded: row.created_at,
  }
}

const FILTERS: FilterTable<CandidateFilters, Conditions> = {
  // A name without statements needs no decision. Its words left the article, or reviewers attributed its statements.
  decided: (where, { decided = false }) =>
    where.demand(
      decided
        ? 'c.decision IS NOT NULL'
        : `c.decision IS NULL AND EXISTS (SELECT ${WAITING} AND s.vanished_snapshot_id IS NULL)`,
    ),
}

/**
 * Lists names that wait, or decided names. The name nearest to the position of the page comes first. The list has at
 * most one name more than the page.
 */
export function listCandidates(
  db: Db,
  filters: CandidateFilters,
  request: PageRequest,
): Promise<Keyed<Candidate>[]> {
  const where = conditions()
  applyFilters(FILTERS, where, filters)
  const list = {
    select: `SELECT ${COLUMNS} ${FROM}`,
    where,
    by: { expression: 'c.created_at', type: 'timestamptz', id: 'c.id', idType: 'uuid' },
    read: (row: unknown) => toCandidate(Row.parse(row)),
    keyOf: ({ recorded, id }: Candidate) => ({ values: [recorded], id }),
  }
  return listKeyed(db, list, request)
}

export interface WaitingCandidate {
  readonly candidate: Candidate
  /** The positions printed beside the name. */
  readonly printed: z.infer<typeof PrintedPositions>
  /** The ids of the statements that wait for the decision. */
  readonly statementIds: readonly string[]
}

/** Finds a name, decided or not, with the statements that wait for it. */
export async function findCandidate(db: Db, id: string): Promise<WaitingCandidate | undefined> {
  const [row] = await rows(
    db,
    `SELECT ${COLUMNS}, ARRAY(SELECT s.id::text ${WAITING} ORDER BY s.id) AS statement_ids
     ${FROM} WHERE c.id = $1::uuid`,
    [id],
  )
  if (row === undefined) return undefined
  const { statement_ids, ...found } = Row.extend({ statement_ids: z.array(text) }).parse(row)
  return { candidate: toCandidate(found), printed: found.printed, statementIds: statement_ids }
}
