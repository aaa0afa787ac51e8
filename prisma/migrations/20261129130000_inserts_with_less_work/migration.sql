-- Functions that run for each new statement, in PL/pgSQL: a connection compiles them once. PostgreSQL parses and plans a
-- function in SQL again in each transaction, if it cannot put its body into the query. `publisher_key` stays in SQL: an
-- index holds it, and ANALYZE finds no other function in the body of a function in PL/pgSQL.

-- The apostrophes, quotation marks, dashes and spaces of typography count as those of ASCII first. Then most texts in
-- English take the short way, with the same result.
CREATE OR REPLACE FUNCTION search_text(value TEXT) RETURNS TEXT
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain TEXT := translate(value, U&'\2018\2019\02BC\00B4`\201C\201D\2013\2014\2026\00A0', '''''''''''      ');
BEGIN
  IF octet_length(plain) = char_length(plain) THEN
    plain := lower(plain);
    IF strpos(plain, '''') > 0 THEN plain := regexp_replace(plain, '''s\M|''', '', 'g'); END IF;
    RETURN regexp_replace(plain, '[^a-z0-9]+', ' ', 'g');
  END IF;
  RETURN regexp_replace(regexp_replace(regexp_replace(folded(plain),
    '([\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g'),
    '[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]|''s\M|''', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g');
END $$;

CREATE OR REPLACE FUNCTION statement_words(said TEXT, speaker TEXT, role TEXT, official UUID, organization UUID) RETURNS TSVECTOR
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  words TSVECTOR := setweight(words_of(said), 'A');
  person TEXT;
  body TEXT;
BEGIN
  IF official IS NOT NULL THEN
    SELECT name INTO person FROM officials WHERE id = official AND name IS DISTINCT FROM speaker;
  END IF;
  IF organization IS NOT NULL THEN
    SELECT name INTO body FROM organizations WHERE id = organization AND name IS DISTINCT FROM speaker;
  END IF;
  IF num_nonnulls(speaker, person, body) > 0 THEN
    words := words || setweight(words_of(concat_ws(' | ', speaker, person, body)), 'B');
  END IF;
  IF role IS NOT NULL THEN words := words || setweight(words_of(role), 'C'); END IF;
  RETURN words;
END $$;

-- A bulk load turns ordinary triggers off. The words are kept in it too.
ALTER TABLE "statements" ENABLE ALWAYS TRIGGER "statements_words_of_new";

-- Two characters count as apostrophes that did not in every text.
UPDATE "statements" SET "words" = statement_words("text", "speaker_name", "role", "official_id", "organization_id")
WHERE concat("text", "speaker_name", "role") ~ U&'[`\00B4]';

-- A writer of many statements of one article reads once what they inherit, and brings it. The trigger fills it for all
-- other writers.
DROP TRIGGER "statements_inherit" ON "statements";
CREATE TRIGGER "statements_inherit" BEFORE INSERT ON "statements"
  FOR EACH ROW WHEN (NEW."publisher_key" IS NULL) EXECUTE FUNCTION inherit_from_article();
ALTER TABLE "statements" ENABLE ALWAYS TRIGGER "statements_inherit";

-- Looks at one subject after another: most are not counted, and then nothing else is planned or begun.
CREATE OR REPLACE FUNCTION keep_statement_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said RECORD;
  former INTEGER;
  total INTEGER;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (
      SELECT FROM before b JOIN changed c USING (id)
      WHERE (b.official_id, b.organization_id) IS DISTINCT FROM (c.official_id, c.organization_id)) THEN
      RETURN NULL;
    END IF;
  END IF;
  FOR said IN
    SELECT s.kind, s.subject, count(*) AS added
    FROM changed, LATERAL (VALUES ('official'::name_kind, official_id::text), ('organization', organization_id::text),
      ('publisher', publisher_key)) s (kind, subject)
    WHERE s.subject IS NOT NULL GROUP BY s.kind, s.subject
  LOOP
    SELECT max(n.statements) INTO former FROM names n WHERE n.subject = said.subject;
    CONTINUE WHEN random() * greatest(former, 16) >= 4 * said.added;
    total := count_of_subject(said.kind, said.subject);
    UPDATE names n SET statements = total WHERE n.id IN (
      SELECT due.id FROM names due
      WHERE due.subject = said.subject AND due.kind = said.kind AND is_new_count(due.statements, total)
      ORDER BY due.id FOR NO KEY UPDATE SKIP LOCKED);
  END LOOP;
  RETURN NULL;
END $$;
