-- Both extensions are trusted: whoever may create objects in the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE TYPE "name_kind" AS ENUM ('official', 'organization', 'publisher');
CREATE TYPE "name_form" AS ENUM ('name', 'alias', 'title');

-- Every name by which a person, an organization or a publisher may be looked for. Triggers keep it.
CREATE TABLE "names" (
    "id" BIGSERIAL NOT NULL,
    "kind" "name_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "form" "name_form" NOT NULL,
    "spelling" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "words" TSVECTOR NOT NULL,
    "statements" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "names_pkey" PRIMARY KEY ("id")
) WITH (fillfactor = 80);

CREATE INDEX "names_subject_idx" ON "names" ("subject");

-- Each word of a name once, for typing errors and words that sound alike. A word that no name has any more stays: it
-- finds nothing.
CREATE TABLE "name_words" (
    "id" BIGSERIAL NOT NULL,
    "word" TEXT NOT NULL,
    "sounds" TEXT[],
    CONSTRAINT "name_words_pkey" PRIMARY KEY ("id")
);

-- Returns the readings of a name, each as folded words: "O'Neill" as "oneill" and "o neill", "Al-Khalifa" as
-- "al khalifa" and "alkhalifa", "U.S." as "u s" and "us". The first reading drops apostrophes and splits at hyphens.
CREATE FUNCTION name_words_of(value TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(folded(value),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u05be\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe0e\ufe0f]+',
    ' ', 'g'));
CREATE FUNCTION name_readings(value TEXT) RETURNS TEXT[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN value ~ '^[A-Za-z]{2,}( [A-Za-z]{2,})*$' THEN ARRAY[lower(value)] ELSE (
    SELECT array_agg(reading ORDER BY place) FROM (
      SELECT reading, min(place) AS place
      FROM (SELECT name_words_of(translate(value, U&'''\2019\02BC\2018`\00B4\02BB\02BE\02BF\00AD', ''))) own (words),
        LATERAL (VALUES
          (1, words),
          (2, regexp_replace(words, '(?<![^ ])([^ ]) (?=[^ ]( |$))', '\1', 'g')),
          (3, name_words_of(translate(value, U&'''\2019\02BC\2018`\00B4\02BB\02BE\02BF\00AD', '          '))),
          (4, name_words_of(translate(value, U&'''\2019\02BC\2018`\00B4\02BB\02BE\02BF\00AD-\2010\2011\2013', '')))
        ) r (place, reading)
      WHERE reading <> '' GROUP BY reading) distinct_readings) END;

-- How a word sounds: its codes by Double Metaphone. Words with other letters than a to z have none.
CREATE FUNCTION name_sounds(word TEXT) RETURNS TEXT[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN word ~ '^[a-z]{3,}$' THEN array_remove(ARRAY[dmetaphone(word), dmetaphone_alt(word)], '') ELSE '{}' END;

-- The most statements that are counted. Beyond, one more or less does not change an order.
CREATE FUNCTION count_of_subject(kind "name_kind", subject TEXT) RETURNS INTEGER
  LANGUAGE sql STABLE STRICT
  RETURN CASE kind
    WHEN 'official' THEN (SELECT count(*) FROM (
      SELECT FROM statements s WHERE s.official_id = subject::uuid AND s.vanished_snapshot_id IS NULL
        AND s.status NOT IN ('retracted', 'rejected') AND NOT s.withdrawn LIMIT 100000) counted)
    WHEN 'organization' THEN (SELECT count(*) FROM (
      SELECT FROM statements s WHERE s.organization_id = subject::uuid AND s.vanished_snapshot_id IS NULL
        AND s.status NOT IN ('retracted', 'rejected') AND NOT s.withdrawn LIMIT 100000) counted)
    ELSE (SELECT count(*) FROM (
      SELECT FROM statements s WHERE s.publisher_key = subject AND s.vanished_snapshot_id IS NULL
        AND s.status NOT IN ('retracted', 'rejected') AND NOT s.withdrawn LIMIT 100000) counted)
  END;

-- Inserts names that are new, and their words. Nothing waits for another transaction: two that insert the same name of
-- a publisher or the same word at once leave it twice, which readers do not notice.
CREATE FUNCTION insert_names(added "names"[]) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  WITH inserted AS (
    INSERT INTO names (kind, subject, form, spelling, key, folded, words, statements)
    SELECT n.kind, n.subject, n.form, n.spelling, n.key, r.readings[1],
      array_to_tsvector(ARRAY(SELECT DISTINCT left(w, 200) FROM unnest(r.readings) AS reading,
                              unnest(string_to_array(reading, ' ')) AS w)),
      coalesce((SELECT max(m.statements) FROM names m WHERE m.subject = n.subject), 0)
    FROM unnest(added) n, LATERAL (SELECT name_readings(n.spelling) AS readings OFFSET 0) r
    WHERE r.readings IS NOT NULL
    RETURNING words
  )
  INSERT INTO name_words (word, sounds)
  SELECT w, name_sounds(w) FROM (SELECT DISTINCT w FROM inserted, unnest(tsvector_to_array(words)) AS w) fresh
  WHERE NOT EXISTS (SELECT FROM name_words known WHERE known.word = fresh.w COLLATE "C");
END $$;

-- Makes the names of these people or organizations what the record says.
CREATE FUNCTION refresh_names(of_kind "name_kind", subjects UUID[]) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  current "names"[];
BEGIN
  IF of_kind = 'official' THEN
    SELECT array_agg(ROW(0, of_kind, d.subject::text, d.form, d.spelling, d.key, '', '', 0)::names) INTO current FROM (
      SELECT o.id AS subject, 'name'::name_form AS form, o.name AS spelling, o.name_key AS key
      FROM officials o WHERE o.id = ANY(subjects)
      UNION ALL SELECT a.official_id, 'alias', a.name, a.name_key
      FROM official_aliases a WHERE a.official_id = ANY(subjects)
      UNION ALL SELECT DISTINCT p.official_id, 'title'::name_form, p.title, ''
      FROM positions p WHERE p.official_id = ANY(subjects)) d;
  ELSE
    SELECT array_agg(ROW(0, of_kind, d.subject::text, d.form, d.spelling, d.key, '', '', 0)::names) INTO current FROM (
      SELECT g.id AS subject, 'name'::name_form AS form, g.name AS spelling, g.name_key AS key
      FROM organizations g WHERE g.id = ANY(subjects)
      UNION ALL SELECT a.organization_id, 'alias', a.name, a.name_key
      FROM organization_aliases a WHERE a.organization_id = ANY(subjects)) d;
  END IF;
  DELETE FROM names n WHERE n.subject = ANY(subjects::text[]) AND NOT EXISTS (
    SELECT FROM unnest(current) c
    WHERE c.subject = n.subject AND c.form = n.form AND c.spelling = n.spelling AND c.key = n.key);
  PERFORM insert_names(array_agg(c)) FROM unnest(current) c WHERE NOT EXISTS (
    SELECT FROM names n
    WHERE n.subject = c.subject AND n.form = c.form AND n.spelling = c.spelling AND n.key = c.key);
END $$;

-- The first argument is the kind, the second the column that holds the subject.
CREATE FUNCTION keep_names() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subjects UUID[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    EXECUTE format('SELECT array_agg(%1$I) FROM (
        (SELECT %1$I, to_jsonb(b) - ''version'' - ''updated_at'' FROM before b EXCEPT SELECT %1$I, to_jsonb(c) - ''version'' - ''updated_at'' FROM changed c)
        UNION (SELECT %1$I, to_jsonb(c) - ''version'' - ''updated_at'' FROM changed c EXCEPT SELECT %1$I, to_jsonb(b) - ''version'' - ''updated_at'' FROM before b)) moved',
      TG_ARGV[1]) INTO subjects;
  ELSE
    EXECUTE format('SELECT array_agg(DISTINCT %I) FROM changed', TG_ARGV[1]) INTO subjects;
  END IF;
  IF subjects IS NOT NULL THEN PERFORM refresh_names(TG_ARGV[0]::name_kind, subjects); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  kept RECORD;
BEGIN
  FOR kept IN SELECT * FROM (VALUES ('officials', 'official', 'id'), ('official_aliases', 'official', 'official_id'),
    ('positions', 'official', 'official_id'), ('organizations', 'organization', 'id'),
    ('organization_aliases', 'organization', 'organization_id')) k (source, kind, subject)
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_names_inserted AFTER INSERT ON %1$I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_names(%2$L, %3$L)', kept.source, kept.kind, kept.subject);
    EXECUTE format('CREATE TRIGGER %1$s_names_deleted AFTER DELETE ON %1$I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_names(%2$L, %3$L)', kept.source, kept.kind, kept.subject);
    EXECUTE format('CREATE TRIGGER %1$s_names_updated AFTER UPDATE ON %1$I
      REFERENCING OLD TABLE AS before NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION keep_names(%2$L, %3$L)', kept.source, kept.kind, kept.subject);
  END LOOP;
END $$;

CREATE FUNCTION keep_publishers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM insert_names(array_agg(ROW(0, 'publisher', publisher_key(p.publisher), 'name', p.publisher, '', '', '', 0)::names))
  FROM (SELECT DISTINCT publisher FROM changed WHERE publisher IS NOT NULL) p
  WHERE NOT EXISTS (SELECT FROM names n WHERE n.subject = publisher_key(p.publisher) AND n.kind = 'publisher'
                    AND n.spelling = p.publisher)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "articles_publishers_inserted" AFTER INSERT ON "articles" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_publishers();
CREATE TRIGGER "articles_publishers_updated" AFTER UPDATE ON "articles" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_publishers();

-- Keeps how much a person, an organization or a publisher said, as an estimate for ranking. Counts again after about
-- one tenth more statements, so that each statement costs the reading of ten entries of an index on average. Skips rows
-- that another transaction holds: writers never wait here.
CREATE FUNCTION keep_statement_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (
      SELECT FROM before b JOIN changed c USING (id)
      WHERE (b.official_id, b.organization_id) IS DISTINCT FROM (c.official_id, c.organization_id)) THEN
      RETURN NULL;
    END IF;
  END IF;
  WITH touched AS (
    SELECT 'official'::name_kind AS kind, official_id::text AS subject, count(*) AS added, random() AS luck
    FROM changed WHERE official_id IS NOT NULL GROUP BY official_id
    UNION ALL
    SELECT 'organization', organization_id::text, count(*), random()
    FROM changed WHERE organization_id IS NOT NULL GROUP BY organization_id
    UNION ALL
    SELECT 'publisher', publisher_key, count(*), random()
    FROM changed WHERE publisher_key IS NOT NULL GROUP BY publisher_key
  ), due AS MATERIALIZED (
    SELECT n.id, n.kind, n.subject, n.statements FROM names n JOIN touched t USING (kind, subject)
    WHERE t.luck * n.statements < 10 * t.added
    ORDER BY n.id FOR NO KEY UPDATE OF n SKIP LOCKED
  ), counted AS MATERIALIZED (
    SELECT kind, subject, count_of_subject(kind, subject) AS total FROM (SELECT DISTINCT kind, subject FROM due) d
  )
  UPDATE names n SET statements = c.total
  FROM due d JOIN counted c USING (kind, subject)
  WHERE n.id = d.id AND abs(n.statements - c.total) * 5 > n.statements;
  RETURN NULL;
END $$;
CREATE TRIGGER "statements_counted_inserted" AFTER INSERT ON "statements" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_statement_counts();
CREATE TRIGGER "statements_counted_updated" AFTER UPDATE ON "statements"
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_statement_counts();

-- Fills the tables from the record: after this migration, and after an import that switched triggers off.
CREATE FUNCTION rebuild_names() RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM names;
  DELETE FROM name_words;
  PERFORM refresh_names('official', array_agg(id)) FROM officials HAVING count(*) > 0;
  PERFORM refresh_names('organization', array_agg(id)) FROM organizations HAVING count(*) > 0;
  PERFORM insert_names(array_agg(ROW(0, 'publisher', publisher_key(p.publisher), 'name', p.publisher, '', '', '', 0)::names))
  FROM (SELECT DISTINCT publisher FROM articles WHERE publisher IS NOT NULL) p HAVING count(*) > 0;
  UPDATE names n SET statements = least(c.total, 100000) FROM (
    SELECT kind, subject, count(*) AS total
    FROM statements s, LATERAL (VALUES ('official'::name_kind, s.official_id::text),
      ('organization', s.organization_id::text), ('publisher', s.publisher_key)) said (kind, subject)
    WHERE subject IS NOT NULL AND s.vanished_snapshot_id IS NULL AND s.status NOT IN ('retracted', 'rejected')
      AND NOT s.withdrawn
    GROUP BY kind, subject
  ) c WHERE c.subject = n.subject AND c.kind = n.kind;
END $$;
SELECT rebuild_names();

-- The words of names and of titles. Without a list of pending entries, which each search would read from end to end.
CREATE INDEX "names_words" ON "names" USING gin ("words") WITH (fastupdate = off) WHERE "form" <> 'title';
CREATE INDEX "names_title_words" ON "names" USING gin ("words") WITH (fastupdate = off) WHERE "form" = 'title';
-- Frequent words are found among the most quoted, before all that have the word are read.
CREATE INDEX "names_most_quoted" ON "names" ("statements" DESC) WHERE "form" <> 'title';
CREATE INDEX "names_titles_most_quoted" ON "names" ("statements" DESC) WHERE "form" = 'title';
-- Parts of words, for the parameter q of lists.
CREATE INDEX "names_key" ON "names" USING gin ((' ' || "key") gin_trgm_ops) WITH (fastupdate = off)
  WHERE "form" <> 'title';
CREATE INDEX "name_words_word" ON "name_words" ("word" COLLATE "C");
CREATE INDEX "name_words_sounds" ON "name_words" USING gin ("sounds") WITH (fastupdate = off);
-- The words most like a misspelt one.
CREATE INDEX "name_words_like" ON "name_words" USING gist ("word" gist_trgm_ops);
