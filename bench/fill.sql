-- Fills a migrated, empty database with consistent articles, people and statements: every span covers its words in the
-- text. The same settings give the same rows. `bench.statements` is the number of statements.

CREATE FUNCTION pg_temp.pick(seed BIGINT, purpose INTEGER, choices INTEGER) RETURNS INTEGER
  LANGUAGE sql IMMUTABLE STRICT RETURN abs(hashint8extended(seed, purpose) % choices)::INTEGER;

-- A UUIDv7: the moment, then a number that is different for each row of the moment.
CREATE FUNCTION pg_temp.id_at(at TIMESTAMPTZ, kind TEXT, number BIGINT) RETURNS UUID
  LANGUAGE sql IMMUTABLE STRICT
  RETURN (lpad(to_hex((extract(epoch FROM at) * 1000)::BIGINT), 12, '0') || '7' || kind || '8' ||
          lpad(to_hex(number), 15, '0'))::UUID;

-- Lists of words, counted from 0.
CREATE FUNCTION pg_temp.given(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Ada', 'Bela', 'Carlo', 'Dunja', 'Emil', 'Farah', 'Goran', 'Hanne', 'Ivo', 'Jola', 'Kemal', 'Lotte', 'Mirko',
    'Nadia', 'Oskar', 'Petra', 'Quinn', 'Rosa', 'Sven', 'Tamar', 'Ugo', 'Vera', 'Wim', 'Xenia', 'Yusuf', 'Zora',
    'Anton', 'Birgit', 'Cosima', 'Dario', 'Elif', 'Franz', 'Gitta', 'Henk', 'Irma', 'Jonas', 'Katya', 'Luca', 'Mona',
    'Nils'])[n + 1];
CREATE FUNCTION pg_temp.family(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Aldern', 'Brisk', 'Colvane', 'Dorrit', 'Elmsby', 'Farrow', 'Gant', 'Holloway', 'Ingles', 'Jarrow',
    'Kestrel', 'Lomax', 'Marden', 'Norling', 'Ostrand', 'Pellew', 'Quade', 'Renfrew', 'Sorrel', 'Tarn', 'Ullman',
    'Vance', 'Wexley', 'Yarrow', 'Zeller', 'Ashdown', 'Birch', 'Crane', 'Dunmore', 'Eastlake', 'Fenwick', 'Garland',
    'Harcourt', 'Ives', 'Juniper', 'Kirby', 'Lark', 'Moss', 'Nash', 'Orchard', 'Pike', 'Quill', 'Rowe', 'Stark',
    'Thorne', 'Underhill', 'Vale', 'Winter', 'Yates', 'Zander'])[n + 1];
CREATE FUNCTION pg_temp.body(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Ministry of', 'Department of', 'Office of', 'Agency for', 'Board of', 'Council on', 'Institute for',
    'Commission on', 'Bureau of', 'Authority for'])[n + 1];
CREATE FUNCTION pg_temp.field(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Harbours', 'Forestry', 'Public Works', 'Rail Transport', 'Education', 'Water Supply', 'Trade', 'Housing',
    'Energy', 'Fisheries'])[n + 1];
CREATE FUNCTION pg_temp.title(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Minister', 'Deputy Director', 'Spokesperson', 'Chair', 'Chief Engineer', 'Commissioner'])[n + 1];
CREATE FUNCTION pg_temp.matter(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['the new bridge', 'our winter budget', 'the northern ferry line', 'this harvest', 'the school programme',
    'every reservoir in the valley', 'the port extension', 'the housing fund', 'our rail timetable'])[n + 1];
CREATE FUNCTION pg_temp.claim(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['will be ready before the autumn rains', 'needs another two years of careful work',
    'cannot be paid for out of one year''s taxes', 'has brought more people to the coast than we had hoped for',
    'must be looked at again, and by people who know it', 'is safe, and it was safe all along'])[n + 1];
CREATE FUNCTION pg_temp.coda(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['and nobody in this house doubts that any longer', 'whatever the figures of last spring may suggest',
    'because the towns along the river asked us for it', 'as long as the council keeps its word',
    'and we shall publish every page of the report', 'which is what we promised at the start'])[n + 1];
-- A made-up word of three syllables, for numbers below 27,000.
CREATE FUNCTION pg_temp.word(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (SELECT string_agg(syllable, '' ORDER BY place) FROM (VALUES (1, n % 30), (2, n / 30 % 30), (3, n / 900)) AS of_word (place, number),
    LATERAL (SELECT (ARRAY['ba', 'cor', 'da', 'fen', 'gi', 'hol', 'ka', 'lum', 'mi', 'nor', 'pa', 'qui', 'ro', 'sel', 'ta',
      'ul', 'va', 'wen', 'xo', 'zan', 'bri', 'cha', 'dro', 'fle', 'gru', 'ple', 'sho', 'tri', 'vin', 'yor'])[number + 1]) one (syllable));
-- Six words of a statement, a few of them common and most of them rare, as in any language.
CREATE FUNCTION pg_temp.particulars(seed BIGINT) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (SELECT string_agg(pg_temp.word((27000 * power(pg_temp.pick(seed, 20 + n, 100000) / 100000.0, 4))::INTEGER % 27000), ' ')
   FROM generate_series(1, 6) n);
CREATE FUNCTION pg_temp.cue(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['said', 'said', 'said', 'told reporters', 'added', 'announced', 'warned', 'explained'])[n + 1];

INSERT INTO organizations (id, slug, name, name_key)
SELECT pg_temp.id_at('2020-01-01Z', '00a', n), replace(lower(name), ' ', '-'), name, lower(name)
FROM generate_series(0, 99) n, LATERAL (SELECT pg_temp.body(n / 10) || ' ' || pg_temp.field(n % 10) AS name) named;

INSERT INTO officials (id, slug, name, name_key)
SELECT pg_temp.id_at('2020-01-01Z', '00b', n), replace(lower(name), ' ', '-'), name, lower(name)
FROM generate_series(0, 1999) n, LATERAL (SELECT pg_temp.given(n / 50) || ' ' || pg_temp.family(n % 50) AS name) named;

INSERT INTO official_aliases (official_id, name, name_key)
SELECT pg_temp.id_at('2020-01-01Z', '00b', n), name, lower(replace(name, '.', ''))
FROM generate_series(0, 1999, 2) n,
  LATERAL (SELECT left(pg_temp.given(n / 50), 1) || '. ' || pg_temp.family(n % 50) AS name) named;

INSERT INTO positions (id, official_id, organization_id, title, basis)
SELECT pg_temp.id_at('2020-01-01Z', '00c', n), pg_temp.id_at('2020-01-01Z', '00b', n),
  pg_temp.id_at('2020-01-01Z', '00a', pg_temp.pick(n, 1, 100)), pg_temp.title(pg_temp.pick(n, 2, 6)), 'printed'
FROM generate_series(0, 1999) n;

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
FROM generate_series(0, current_setting('bench.statements')::INTEGER - 1) i,
  LATERAL (SELECT
    (2000 * power(pg_temp.pick(i, 14, 100000) / 100000.0, 2))::INTEGER % 2000 AS official,
    DATE '2016-01-01' + pg_temp.pick(i / 15, 16, 3900) AS published,
    '2024-01-01Z'::TIMESTAMPTZ + i / 15 * INTERVAL '90 seconds' AS recorded
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

-- First the people and organizations were created, then each article before its statements. Reviews came last.
INSERT INTO revisions (position, subject, subject_id, version, action, actor, after, recorded_at)
SELECT n + 1, 'official'::subject, pg_temp.id_at('2020-01-01Z', '00b', n), 1, 'created', 'machine', '{}'::JSONB, '2020-01-01Z'::TIMESTAMPTZ
FROM generate_series(0, 1999) n
UNION ALL
SELECT n + 2001, 'organization'::subject, pg_temp.id_at('2020-01-01Z', '00a', n), 1, 'created', 'machine', '{}'::JSONB, '2020-01-01Z'::TIMESTAMPTZ
FROM generate_series(0, 99) n;

INSERT INTO revisions (position, subject, subject_id, version, action, actor, after, recorded_at)
SELECT article * 16 + 2101, 'article'::subject, article_id, 1, 'created', 'machine',
  jsonb_build_object('title', 'What was said of ' || words, 'snapshot', snapshot_id, 'withdrawn', false), recorded
FROM placed WHERE place = 0
UNION ALL
SELECT article * 16 + place + 2102, 'statement'::subject, statement_id, 1, 'created', 'machine', jsonb_build_object('text', content,
  'type', type, 'official', official_id, 'role', role_printed, 'attribution', attribution, 'confidence', confidence,
  'status', 'machine', 'articleId', article_id, 'snapshotId', snapshot_id, 'vanished', NULL), recorded
FROM placed;

INSERT INTO revisions (position, subject, subject_id, version, action, actor, reason, before, after, recorded_at)
SELECT last + row_number() OVER (ORDER BY i), 'statement', statement_id, 2,
  status::TEXT, 'an editor', 'A sample',
  jsonb_build_object('status', 'machine', 'official', official_id),
  jsonb_build_object('status', status, 'official', official_id), recorded
FROM placed, (SELECT max(position) AS last FROM revisions) created
WHERE status <> 'machine';

UPDATE ledger SET position = (SELECT max(position) FROM revisions);

-- Two of five statements are reports of an utterance with four reports. They are neighbors in the order of a hash, not in
-- time, as reports of other publishers are.
INSERT INTO sightings (statement_id, first_id, place)
SELECT id, first_value(id) OVER (PARTITION BY number / 4 ORDER BY number), 1 + number % 4
FROM (SELECT id, row_number() OVER (ORDER BY hashtext(id::text)) - 1 AS number FROM statements) s
WHERE number % 40 < 16;

-- The triggers that keep words and names were off.
INSERT INTO article_words (article_id, words, is_long)
SELECT a.id, words_of_article(a.title, n.text), char_length(n.text) > 10000
FROM articles a JOIN snapshots n ON n.article_id = a.id
ON CONFLICT DO NOTHING;
SELECT rebuild_names();
