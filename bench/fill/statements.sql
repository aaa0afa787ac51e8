-- Inserts the statements from number `bench.first` to before `bench.end`, with their articles and evidence. Both are
-- multiples of 15, except the last end, which is `bench.statements`, the number of all statements.

-- One row for each statement: its words, speaker, form and date. A few people are quoted often, many rarely.
CREATE TEMP TABLE drawn AS
SELECT i, i / 15 AS article, i % 15 AS place, official, published, recorded,
  pg_temp.id_at(recorded, '00d', i / 15) AS article_id, pg_temp.id_at(recorded, '00e', i / 15) AS snapshot_id,
  pg_temp.id_at(recorded, '00f', i) AS statement_id, pg_temp.id_at('2020-01-01Z', '00b', official) AS official_id,
  pg_temp.id_at('2020-01-01Z', '00a', organization) AS organization_id,
  pg_temp.given(official / 50) || ' ' || pg_temp.family(official % 50) AS name, pg_temp.family(official % 50) AS family,
  pg_temp.body(organization / 10) || ' ' || pg_temp.field(organization % 10) AS body,
  pg_temp.title(pg_temp.pick(official, 2, 6)) AS role,
  pg_temp.matter(pg_temp.pick(i, 4, 9)) || ' ' || pg_temp.claim(pg_temp.pick(i, 5, 6)) || ', ' ||
    pg_temp.coda(pg_temp.pick(i, 6, 6)) || ' of ' || pg_temp.particulars(i) AS words,
  pg_temp.cue(pg_temp.pick(i, 7, 8)) AS cue,
  (ARRAY['direct', 'direct', 'direct', 'direct', 'direct', 'mixed', 'mixed', 'indirect', 'indirect', 'indirect'])
    [pg_temp.pick(i, 8, 10) + 1]::statement_type AS type,
  (ARRAY['named', 'named', 'named', 'named', 'named', 'named', 'pronoun', 'pronoun', 'carried-over', 'carried-over',
         'organization', 'ambiguous', 'none'])[pg_temp.pick(i, 9, 13) + 1]::attribution AS attribution,
  (ARRAY['stated', 'stated', 'stated', 'relative-to-publication', 'relative-to-publication', 'relative-to-narrative',
         'bounded', 'publication', 'publication', 'publication', 'publication'])
    [pg_temp.pick(i, 10, 11) + 1]::said_basis AS basis,
  (published - pg_temp.pick(i, 11, 700)) AS day,
  (ARRAY['machine', 'verified', 'disputed', 'retracted', 'rejected'])
    [1 + (pg_temp.pick(i, 12, 100) > 85)::INTEGER + (pg_temp.pick(i, 12, 100) > 93)::INTEGER +
     (pg_temp.pick(i, 12, 100) > 96)::INTEGER + (pg_temp.pick(i, 12, 100) > 98)::INTEGER]::statement_status AS status,
  0.5 + pg_temp.pick(i, 13, 50) / 100.0 AS confidence
FROM generate_series(current_setting('bench.first')::INTEGER, current_setting('bench.end')::INTEGER - 1) i,
  LATERAL (SELECT
    (2000 * power(pg_temp.pick(i, 14, 100000) / 100000.0, 2))::INTEGER % 2000 AS official,
    DATE '2016-01-01' + pg_temp.pick(i / 15, 16, 3900) AS published,
    pg_temp.recorded(i / 15) AS recorded
  ) who,
  LATERAL (SELECT pg_temp.pick(official, 1, 100) AS organization) whose;

-- The printed sentence: the text before the words, the words, the text after them.
CREATE TEMP TABLE printed AS
SELECT drawn.*, antecedent, role_printed, mention, expression,
  CASE type WHEN 'mixed' THEN 'the promise stands, for “' || words || '”' ELSE words END AS content,
  CASE WHEN type <> 'indirect' THEN words END AS quoted,
  opening || CASE type WHEN 'direct' THEN '“' || words || ',” ' || speech
                       WHEN 'mixed' THEN speech || ' the promise stands, for “' || words || '”'
                       ELSE speech || ' that ' || words END || '.' AS paragraph
FROM drawn,
  LATERAL (SELECT
    CASE WHEN attribution = 'pronoun' THEN role || ' ' || name END AS antecedent,
    CASE WHEN attribution IN ('named', 'pronoun') THEN role END AS role_printed,
    CASE attribution WHEN 'named' THEN role || ' ' || name WHEN 'pronoun' THEN 'she' WHEN 'carried-over' THEN family
      WHEN 'organization' THEN 'the ' || body WHEN 'ambiguous' THEN family ELSE 'a visitor' END AS mention,
    CASE WHEN basis = 'publication' THEN NULL WHEN basis = 'bounded' THEN 'in ' || to_char(day, 'FMMonth YYYY')
      ELSE 'on ' || to_char(day, 'FMDD FMMonth YYYY') END AS expression
  ) pieces,
  LATERAL (SELECT coalesce(antecedent || ' came to the town hall that day. ', '') AS opening,
    concat_ws(' ', mention, cue, expression) AS speech) said;

CREATE TEMP TABLE placed AS
SELECT *,
  (sum(length(paragraph) + 2) OVER (PARTITION BY article ORDER BY place) - length(paragraph) - 2)::INTEGER AS start
FROM printed;

CREATE TEMP TABLE read AS
SELECT article, string_agg(paragraph, E'\n\n' ORDER BY place) AS text FROM placed GROUP BY article;
ANALYZE placed;

INSERT INTO articles (id, url, title, publisher, byline, dateline, language, published_edtf, published_earliest,
  published_latest, published_basis, created_at, updated_at)
SELECT article_id, 'https://news-' || article % 20 || '.example/stories/' || article,
  'What was said of ' || words, 'The Daily ' || article % 20, 'Staff', 'Harbour Town', 'en',
  published::TEXT, published, published, CASE WHEN article % 20 = 0 THEN 'inferred' ELSE 'stated' END::published_basis,
  recorded, recorded
FROM placed WHERE place = 0;

INSERT INTO snapshots (id, article_id, ordinal, text, sha256, length, retrieved_at)
SELECT snapshot_id, article_id, 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), length(text), recorded
FROM placed JOIN read USING (article) WHERE place = 0;

INSERT INTO statements (id, article_id, snapshot_id, start_offset, type, polarity, text, context_before, context_after,
  speaker_kind, speaker_name, official_id, organization_id, role, role_former, attribution, candidates,
  said_edtf, said_earliest, said_latest, said_precision, said_basis, confidence, rule, speaker_rule, status,
  recorded_at, updated_at, words)
SELECT statement_id, article_id, snapshot_id, start + strpos(paragraph, content) - 1, type, 'affirmed', content,
  substr(text, greatest(1, start - 79), least(start, 80)), substr(text, start + length(paragraph) + 1, 80),
  CASE WHEN attribution = 'organization' THEN 'organization' WHEN attribution = 'none' THEN 'unknown' ELSE 'person'
    END::speaker_kind,
  CASE WHEN attribution = 'organization' THEN body WHEN attribution NOT IN ('ambiguous', 'none') THEN name END,
  CASE WHEN attribution IN ('named', 'pronoun', 'carried-over') THEN official_id END,
  CASE WHEN attribution <> 'none' THEN organization_id END,
  role_printed, false, attribution,
  CASE WHEN attribution = 'ambiguous' THEN ARRAY['Ada ' || family, 'Nils ' || family] ELSE '{}' END,
  CASE basis WHEN 'publication' THEN '../' || published WHEN 'bounded' THEN to_char(day, 'YYYY-MM') ELSE day::TEXT END,
  CASE basis WHEN 'publication' THEN NULL WHEN 'bounded' THEN date_trunc('month', day)::DATE ELSE day END,
  CASE basis WHEN 'publication' THEN published
    WHEN 'bounded' THEN (date_trunc('month', day) + INTERVAL '1 month - 1 day')::DATE ELSE day END,
  CASE basis WHEN 'publication' THEN 'open' WHEN 'bounded' THEN 'month' ELSE 'day' END::date_precision,
  basis, confidence, 'direct/speaker-after-cue', 'name/full', status, recorded, recorded,
  statement_words(content, CASE WHEN attribution = 'organization' THEN body
    WHEN attribution NOT IN ('ambiguous', 'none') THEN name END, role_printed,
    CASE WHEN attribution IN ('named', 'pronoun', 'carried-over') THEN official_id END,
    CASE WHEN attribution <> 'none' THEN organization_id END)
FROM placed JOIN read USING (article);

INSERT INTO statement_spans (statement_id, kind, ordinal, start_offset, end_offset, exact)
SELECT statement_id, kind::span_kind, 0, first, first + length(exact), exact
FROM placed,
  LATERAL (SELECT CASE WHEN antecedent IS NULL THEN strpos(paragraph, mention)
    ELSE strpos(paragraph, ' ' || mention || ' ') + 1 END AS at) named,
  LATERAL (VALUES ('content', content, strpos(paragraph, content)), ('quoted', quoted, strpos(paragraph, quoted)),
    ('speaker', mention, at), ('cue', cue, at + length(mention) + 1), ('antecedent', antecedent, 1),
    ('role', role_printed, strpos(paragraph, role_printed)), ('expression', expression, strpos(paragraph, expression))
  ) span (kind, exact, at),
  LATERAL (SELECT start + span.at - 1 AS first) put
WHERE exact IS NOT NULL;

INSERT INTO revisions (position, subject, subject_id, version, action, actor, after, recorded_at)
SELECT pg_temp.position_of(i) - 1, 'article'::subject, article_id, 1, 'created', 'machine',
  jsonb_build_object('title', 'What was said of ' || words, 'snapshot', snapshot_id, 'withdrawn', false), recorded
FROM placed WHERE place = 0
UNION ALL
SELECT pg_temp.position_of(i), 'statement'::subject, statement_id, 1, 'created', 'machine', jsonb_build_object('text', content,
  'type', type, 'official', official_id, 'role', role_printed, 'attribution', attribution, 'confidence', confidence,
  'status', 'machine', 'articleId', article_id, 'snapshotId', snapshot_id, 'vanished', NULL), recorded
FROM placed;

-- Reviews came after everything was created.
INSERT INTO revisions (position, subject, subject_id, version, action, actor, reason, before, after, recorded_at)
SELECT last + row_number() OVER (ORDER BY i), 'statement', statement_id, 2,
  status::TEXT, 'an editor', 'A sample',
  jsonb_build_object('status', 'machine', 'official', official_id),
  jsonb_build_object('status', status, 'official', official_id), recorded
FROM placed, (SELECT greatest(pg_temp.position_of(current_setting('bench.statements')::BIGINT - 1), max(position)) AS last
  FROM revisions) created
WHERE status <> 'machine';

-- The triggers that keep words were off.
INSERT INTO article_words (article_id, words, is_long)
SELECT a.id, words_of_article(a.title, n.text), char_length(n.text) > 10000
FROM placed JOIN articles a ON a.id = article_id JOIN snapshots n ON n.id = snapshot_id
WHERE place = 0
ON CONFLICT DO NOTHING;

DROP TABLE drawn, printed, placed, read;

