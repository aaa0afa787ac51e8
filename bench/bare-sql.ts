// The responses of the service, built by PostgreSQL. A test compares them with those of the service.

const reference = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name) END`

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const KINDS = [
  ...['content', 'quoted', 'speaker', 'cue', 'antecedent', 'role', 'expression'],
  ...['venue', 'addressee', 'relay', 'within'],
]

/** The position of the speaker when the words were spoken. */
const POSITION = `
  SELECT json_build_object('title', p.title, 'organization', ${reference('h')}, 'from', p.from_edtf, 'to', p.to_edtf)
  FROM positions p LEFT JOIN organizations h ON h.id = p.organization_id
  WHERE p.official_id = s.official_id AND p.from_earliest <= s.said_earliest
    AND (p.to_latest IS NULL OR p.to_latest >= s.said_latest)
  ORDER BY p.from_edtf LIMIT 1`

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
    'name', s.speaker_name, 'kind', s.speaker_kind, 'organization', ${reference('g')},
    'position', (${POSITION}), 'role', s.role,
    'former', s.role_former, 'attribution', s.attribution, 'candidates', s.candidates,
    'mention', e.speaker -> 0, 'antecedent', e.antecedent -> 0, 'role_evidence', e.role -> 0,
    'rule', s.speaker_rule, 'official', ${reference('o')}),
  'cue', e.cue -> 0,
  'said', json_build_object(
    'edtf', s.said_edtf, 'earliest', s.said_earliest, 'latest', s.said_latest, 'precision', s.said_precision,
    'basis', s.said_basis, 'expression', e.expression -> 0),
  'venue', e.venue -> 0, 'addressee', e.addressee -> 0, 'relay', e.relay -> 0, 'within', e.within -> 0,
  'context', json_build_object('before', s.context_before, 'after', s.context_after),
  'confidence', s.confidence, 'speaker_confidence', s.speaker_confidence, 'rule', s.rule,
  'article', json_build_object(
    'id', a.id, 'title', a.title, 'publisher', a.publisher, 'url', a.url,
    'published', json_build_object(
      'edtf', a.published_edtf, 'earliest', a.published_earliest, 'latest', a.published_latest,
      'basis', a.published_basis),
    'snapshot', json_build_object('id', n.id, 'sha256', n.sha256)),
  'status', s.status,
  'vanished', CASE WHEN v.id IS NOT NULL
    THEN json_build_object('snapshot', v.id, 'noticed', ${instant('v.retrieved_at')}) END,
  'sightings', coalesce((SELECT (SELECT max(m.place) FROM sightings m WHERE m.first_id = own.first_id)
    FROM sightings own WHERE own.statement_id = s.id), 1),
  'version', s.version,
  'recorded', ${instant('s.recorded_at')}, 'updated', ${instant('s.updated_at')})`

const RELATED = `
  JOIN articles a ON a.id = s.article_id
  JOIN snapshots n ON n.id = s.snapshot_id
  LEFT JOIN officials o ON o.id = s.official_id
  LEFT JOIN organizations g ON g.id = s.organization_id
  LEFT JOIN snapshots v ON v.id = s.vanished_snapshot_id
  CROSS JOIN LATERAL (${SPANS}) e`

const SAID = 'said_descending(s.said_basis, s.said_latest)'
const SHOWN = `s.status IN ('machine', 'verified', 'disputed') AND s.vanished_snapshot_id IS NULL`
export const LIMIT = 20

const listOf = (conditions: string): string => `
  SELECT json_agg(item) AS items, (array_agg(said))[${LIMIT}] AS said, (array_agg(id))[${LIMIT}] AS id
  FROM (
    SELECT ${STATEMENT} AS item, s.said::text, s.id
    FROM (SELECT s.*, ${SAID} AS said FROM statements s WHERE ${conditions}
          ORDER BY ${SAID} DESC, s.id DESC LIMIT ${LIMIT}) s ${RELATED}
    ORDER BY s.said DESC, s.id DESC
  ) page`

/** Selects the first page of the list as one row: `items` as JSON, and the position of the last item. */
export const LIST = listOf(SHOWN)

/** Selects the same for an official's slug, types, and the first and last day of an interval. */
export const FILTERED = listOf(`${SHOWN} AND s.official_id = (SELECT id FROM officials WHERE slug = $1)
  AND s.type = ANY($2::statement_type[])
  AND s.said_earliest >= $3::date AND ${SAID} BETWEEN $3::date - DATE '0001-01-01' AND $4::date - DATE '0001-01-01'`)

/** Selects the statement of an id, as JSON. */
export const ONE = `SELECT ${STATEMENT} AS item FROM statements s ${RELATED} WHERE s.id = $1`
