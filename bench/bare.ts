import Fastify from 'fastify'
import pg from 'pg'

// What the service is held against: the least that answers the same JSON. PostgreSQL builds the text of it, nothing is
// checked, and what comes is passed on.

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['POOL_SIZE']),
})
const app = Fastify()

const reference = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name) END`

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const KINDS = [
  ...['content', 'quoted', 'speaker', 'cue', 'antecedent', 'role', 'expression'],
  ...['venue', 'addressee', 'relay'],
]

const SPANS = `
  SELECT ${KINDS.map((kind) => `json_agg(span ORDER BY ordinal) FILTER (WHERE kind = '${kind}') AS ${kind}`)}
  FROM statement_spans, LATERAL (
    SELECT json_build_object('start', start_offset, 'end', end_offset, 'exact', exact) AS span) one
  WHERE statement_id = s.id`

const STATEMENT = `json_build_object(
  'id', s.id, 'url', '/v1/statements/' || s.id, 'type', s.type, 'polarity', s.polarity,
  'verbatim', s.type = 'direct', 'text', s.text,
  'segments', coalesce(e.content, '[]'), 'quoted', coalesce(e.quoted, '[]'),
  'speaker', json_build_object(
    'name', s.speaker_name, 'kind', s.speaker_kind, 'organization', ${reference('g')}, 'role', s.role,
    'former', s.role_former, 'attribution', s.attribution, 'candidates', s.candidates,
    'mention', e.speaker -> 0, 'antecedent', e.antecedent -> 0, 'role_evidence', e.role -> 0,
    'rule', s.speaker_rule, 'official', ${reference('o')}),
  'cue', e.cue -> 0,
  'said', json_build_object(
    'edtf', s.said_edtf, 'earliest', s.said_earliest, 'latest', s.said_latest, 'precision', s.said_precision,
    'basis', s.said_basis, 'expression', e.expression -> 0),
  'venue', e.venue -> 0, 'addressee', e.addressee -> 0, 'relay', e.relay -> 0,
  'context', json_build_object('before', s.context_before, 'after', s.context_after),
  'confidence', s.confidence, 'rule', s.rule,
  'article', json_build_object(
    'id', a.id, 'title', a.title, 'publisher', a.publisher, 'url', a.url,
    'published', json_build_object(
      'edtf', a.published_edtf, 'earliest', a.published_earliest, 'latest', a.published_latest,
      'basis', a.published_basis),
    'snapshot', json_build_object('id', n.id, 'sha256', n.sha256)),
  'status', s.status, 'version', s.version,
  'recorded', ${instant('s.recorded_at')}, 'updated', ${instant('s.updated_at')})`

const FROM = `
  FROM statements s
  JOIN articles a ON a.id = s.article_id
  JOIN snapshots n ON n.id = s.snapshot_id
  LEFT JOIN officials o ON o.id = s.official_id
  LEFT JOIN organizations g ON g.id = s.organization_id
  CROSS JOIN LATERAL (${SPANS}) e`

const SAID = `coalesce(s.said_latest, DATE '9999-12-31')`
const SHOWN = `s.status IN ('machine', 'verified', 'disputed')`
const LIMIT = 20

const listOf = (conditions: string): string => `
  SELECT json_agg(item) AS items, (array_agg(said))[${LIMIT}] AS said, (array_agg(id))[${LIMIT}] AS id
  FROM (SELECT ${STATEMENT} AS item, ${SAID}::text AS said, s.id ${FROM} WHERE ${conditions}
        ORDER BY ${SAID} DESC, s.id DESC LIMIT ${LIMIT}) page`

const LIST = listOf(SHOWN)
const FILTERED = listOf(`${SHOWN} AND s.official_id = (SELECT id FROM officials WHERE slug = $1)
  AND s.type = ANY($2::statement_type[])
  AND ${SAID} >= $3::date AND coalesce(s.said_earliest, DATE '0001-01-01') <= $4::date`)
const ONE = `SELECT ${STATEMENT} AS item ${FROM} WHERE s.id = $1`

/** JSON stays the text that PostgreSQL made. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.JSON ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

interface Filters {
  readonly official?: string
  readonly type?: string
  readonly said_from?: string
  readonly said_to?: string
}

app.get<{ Querystring: Filters }>('/v1/statements', async (request, reply) => {
  const { official, type, said_from, said_to } = request.query
  const { rows } = await (official
    ? pool.query({
        name: 'filtered',
        text: FILTERED,
        values: [official, type?.split(','), said_from, said_to],
        types,
      })
    : pool.query({ name: 'list', text: LIST, types }))
  const { items, said, id } = rows[0]
  const cursor = id && Buffer.from(JSON.stringify([said, id])).toString('base64url')
  const page = {
    limit: LIMIT,
    count: null,
    self: request.url,
    first: request.url,
    prev: null,
    next: cursor && `${request.url}${request.url.includes('?') ? '&' : '?'}cursor=${cursor}`,
  }
  reply.type('application/json; charset=utf-8')
  return `{"items":${items ?? '[]'},"page":${JSON.stringify(page)}}`
})

app.get<{ Params: { id: string } }>('/v1/statements/:id', async (request, reply) => {
  const { rows } = await pool.query({ name: 'one', text: ONE, values: [request.params.id], types })
  reply.type('application/json; charset=utf-8')
  return rows[0].item
})

process.once('SIGINT', async () => {
  await app.close()
  await pool.end()
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
