-- Both extensions are trusted: a role that may create objects in the database may create them.
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

CREATE INDEX "name_words_word" ON "name_words" ("word" COLLATE "C");

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

-- All names that the record has now.
CREATE VIEW "names_on_record" AS
  SELECT 'official'::name_kind AS kind, id, id::text AS subject, 'name'::name_form AS form, name AS spelling, name_key AS key
  FROM officials
  UNION ALL SELECT 'official', official_id, official_id::text, 'alias', name, name_key FROM official_aliases
  UNION ALL SELECT DISTINCT 'official'::name_kind, official_id, official_id::text, 'title'::name_form, title, '' FROM positions
  UNION ALL SELECT 'organization', id, id::text, 'name', name, name_key FROM organizations
  UNION ALL SELECT 'organization', organization_id, organization_id::text, 'alias', name, name_key FROM organization_aliases
  UNION ALL SELECT DISTINCT 'publisher'::name_kind, NULL::uuid, publisher_key(publisher), 'name'::name_form, publisher, ''
  FROM articles WHERE publisher IS NOT NULL;

-- Completes a name with its words, and leaves out a name without any. Nothing waits for another transaction: two that
-- insert the same word at once leave it twice, which readers do not notice.
CREATE FUNCTION complete_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  readings CONSTANT TEXT[] := name_readings(NEW.spelling);
  own TEXT[];
BEGIN
  IF readings IS NULL THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT left(word, 200)) INTO own
  FROM unnest(string_to_array(array_to_string(readings, ' '), ' ')) AS word;
  NEW.folded := readings[1];
  NEW.words := array_to_tsvector(own);
  NEW.statements := coalesce((SELECT max(n.statements) FROM names n WHERE n.subject = NEW.subject), 0);
  INSERT INTO name_words (word, sounds)
  SELECT fresh.word, name_sounds(fresh.word) FROM unnest(own) AS fresh (word)
  WHERE NOT EXISTS (SELECT FROM name_words known WHERE known.word = fresh.word COLLATE "C");
  RETURN NEW;
END $$;
CREATE TRIGGER "names_completed" BEFORE INSERT ON "names" FOR EACH ROW EXECUTE FUNCTION complete_name();
-- For bulk loads too, which turn ordinary triggers off and end with rebuild_names().
ALTER TABLE "names" ENABLE ALWAYS TRIGGER "names_completed";

CREATE FUNCTION insert_names_of_officials() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names (kind, subject, form, spelling, key) SELECT 'official', id, 'name', name, name_key FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION insert_names_of_organizations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names (kind, subject, form, spelling, key) SELECT 'organization', id, 'name', name, name_key FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION insert_names_of_official_aliases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names (kind, subject, form, spelling, key)
  SELECT 'official', official_id, 'alias', name, name_key FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION insert_names_of_organization_aliases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names (kind, subject, form, spelling, key)
  SELECT 'organization', organization_id, 'alias', name, name_key FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION insert_names_of_positions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names (kind, subject, form, spelling, key)
  SELECT DISTINCT 'official'::name_kind, c.official_id::text, 'title'::name_form, c.title, '' FROM changed c
  WHERE NOT EXISTS (SELECT FROM names n
                    WHERE n.subject = c.official_id::text AND n.form = 'title' AND n.spelling = c.title);
  RETURN NULL;
END $$;
-- Two transactions that bring the same new publisher at once leave its name twice, which readers do not notice.
CREATE FUNCTION insert_names_of_publishers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names (kind, subject, form, spelling, key)
  SELECT 'publisher', key, 'name', publisher, ''
  FROM (SELECT DISTINCT publisher, publisher_key(publisher) AS key FROM changed WHERE publisher IS NOT NULL) c
  WHERE NOT EXISTS (SELECT FROM names n WHERE n.subject = c.key AND n.kind = 'publisher' AND n.spelling = c.publisher);
  RETURN NULL;
END $$;

-- After an update or a delete, makes the names of the subjects what the record says. Arguments: the column of the
-- subject, and the columns that names are made of.
CREATE FUNCTION refresh_names() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  columns CONSTANT TEXT := array_to_string(TG_ARGV, ', ');
  subjects UUID[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    EXECUTE format('SELECT array_agg(DISTINCT %s) FROM before', TG_ARGV[0]) INTO subjects;
  ELSE
    EXECUTE format('SELECT array_agg(DISTINCT %2$s) FROM (
      (SELECT %1$s FROM before EXCEPT ALL SELECT %1$s FROM changed)
      UNION ALL (SELECT %1$s FROM changed EXCEPT ALL SELECT %1$s FROM before)) moved', columns, TG_ARGV[0]) INTO subjects;
  END IF;
  IF subjects IS NULL THEN RETURN NULL; END IF;
  DELETE FROM names n WHERE n.subject = ANY(subjects::text[]) AND NOT EXISTS (
    SELECT FROM names_on_record r
    WHERE r.id = ANY(subjects) AND r.subject = n.subject AND (r.form, r.spelling, r.key) = (n.form, n.spelling, n.key));
  INSERT INTO names (kind, subject, form, spelling, key)
  SELECT r.kind, r.subject, r.form, r.spelling, r.key FROM names_on_record r
  WHERE r.id = ANY(subjects) AND NOT EXISTS (
    SELECT FROM names n
    WHERE n.subject = r.subject AND (n.form, n.spelling, n.key) = (r.form, r.spelling, r.key));
  RETURN NULL;
END $$;

DO $$
DECLARE
  source RECORD;
BEGIN
  FOR source IN SELECT * FROM (VALUES
    ('officials', '''id'', ''name'', ''name_key'''), ('official_aliases', '''official_id'', ''name'', ''name_key'''),
    ('positions', '''official_id'', ''title'''), ('organizations', '''id'', ''name'', ''name_key'''),
    ('organization_aliases', '''organization_id'', ''name'', ''name_key''')) s (name, columns)
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_names_inserted AFTER INSERT ON %1$s REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION insert_names_of_%1$s()', source.name);
    EXECUTE format('CREATE TRIGGER %1$s_names_updated AFTER UPDATE ON %1$s
      REFERENCING OLD TABLE AS before NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION refresh_names(%2$s)', source.name, source.columns);
    EXECUTE format('CREATE TRIGGER %1$s_names_deleted AFTER DELETE ON %1$s REFERENCING OLD TABLE AS before
      FOR EACH STATEMENT EXECUTE FUNCTION refresh_names(%2$s)', source.name, source.columns);
  END LOOP;
END $$;
CREATE TRIGGER "articles_publishers_inserted" AFTER INSERT ON "articles" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION insert_names_of_publishers();
CREATE TRIGGER "articles_publishers_updated" AFTER UPDATE ON "articles" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION insert_names_of_publishers();

-- Counts the statements that are shown of a subject, up to a number beyond which one more or less changes no order.
CREATE FUNCTION count_of_subject(kind "name_kind", subject TEXT) RETURNS INTEGER LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF kind = 'official' THEN
    RETURN (SELECT count(*) FROM (
      SELECT FROM statements s WHERE s.official_id = count_of_subject.subject::uuid AND s.vanished_snapshot_id IS NULL
        AND s.status NOT IN ('retracted', 'rejected') AND NOT s.withdrawn LIMIT 100000) counted);
  ELSIF kind = 'organization' THEN
    RETURN (SELECT count(*) FROM (
      SELECT FROM statements s WHERE s.organization_id = count_of_subject.subject::uuid AND s.vanished_snapshot_id IS NULL
        AND s.status NOT IN ('retracted', 'rejected') AND NOT s.withdrawn LIMIT 100000) counted);
  ELSE
    RETURN (SELECT count(*) FROM (
      SELECT FROM statements s WHERE s.publisher_key = count_of_subject.subject AND s.vanished_snapshot_id IS NULL
        AND s.status NOT IN ('retracted', 'rejected') AND NOT s.withdrawn LIMIT 100000) counted);
  END IF;
END $$;

-- Whether a count replaces the one that a name has: it is twice or half of it, and from 64 on, a quarter more or less.
-- Below four, none is kept: most people are quoted once or twice, and an update of each costs more than it tells.
CREATE FUNCTION is_new_count(former INTEGER, latest INTEGER) RETURNS BOOLEAN
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN greatest(former, latest) >= 4
    AND abs(latest - former) * (CASE WHEN latest >= 64 THEN 4 ELSE 1 END) >= greatest(former, 1);

-- Keeps about how much a person, an organization or a publisher said, for ranking. Counts again by chance, after about a
-- quarter more statements, so that a statement costs the reading of four entries of an index on average, however many
-- there are. Skips names that another transaction holds: writers never wait here.
CREATE FUNCTION keep_statement_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (
      SELECT FROM before b JOIN changed c USING (id)
      WHERE (b.official_id, b.organization_id) IS DISTINCT FROM (c.official_id, c.organization_id)) THEN
      RETURN NULL;
    END IF;
  END IF;
  WITH touched AS MATERIALIZED (
    SELECT kind, subject, count(*) AS added, random() AS luck
    FROM changed, LATERAL (VALUES ('official'::name_kind, official_id::text), ('organization', organization_id::text),
      ('publisher', publisher_key)) said (kind, subject)
    WHERE subject IS NOT NULL GROUP BY kind, subject
  ), counted AS MATERIALIZED (
    SELECT t.kind, t.subject, count_of_subject(t.kind, t.subject) AS total
    FROM touched t, LATERAL (SELECT max(n.statements) AS former FROM names n WHERE n.subject = t.subject) f
    WHERE t.luck * greatest(f.former, 16) < 4 * t.added
  ), due AS MATERIALIZED (
    SELECT n.id, c.total FROM counted c, LATERAL (
      SELECT n.id, n.kind, n.statements FROM names n
      WHERE n.subject = c.subject AND n.kind = c.kind AND is_new_count(n.statements, c.total)
      ORDER BY n.id FOR NO KEY UPDATE SKIP LOCKED) n
  )
  UPDATE names n SET statements = d.total FROM due d WHERE n.id = d.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "statements_counted_inserted" AFTER INSERT ON "statements" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_statement_counts();
CREATE TRIGGER "statements_counted_updated" AFTER UPDATE ON "statements"
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_statement_counts();

-- Fills the tables from the record: in this migration, and after an import that switched triggers off.
CREATE FUNCTION rebuild_names() RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM names;
  DELETE FROM name_words;
  INSERT INTO names (kind, subject, form, spelling, key) SELECT kind, subject, form, spelling, key FROM names_on_record;
  UPDATE names n SET statements = least(c.total, 100000) FROM (
    SELECT kind, subject, count(*) AS total
    FROM statements s, LATERAL (VALUES ('official'::name_kind, s.official_id::text),
      ('organization', s.organization_id::text), ('publisher', s.publisher_key)) said (kind, subject)
    WHERE subject IS NOT NULL AND s.vanished_snapshot_id IS NULL AND s.status NOT IN ('retracted', 'rejected')
      AND NOT s.withdrawn
    GROUP BY kind, subject
  ) c WHERE c.subject = n.subject AND c.kind = n.kind AND c.total >= 4;
END $$;

-- The words of names and of titles. Without a list of pending entries, which each search would read from end to end.
CREATE INDEX "names_words" ON "names" USING gin ("words") WITH (fastupdate = off) WHERE "form" <> 'title';
CREATE INDEX "names_title_words" ON "names" USING gin ("words") WITH (fastupdate = off) WHERE "form" = 'title';
-- Frequent words are found among the most quoted, before all that have the word are read.
CREATE INDEX "names_most_quoted" ON "names" ("statements" DESC) WHERE "form" <> 'title';
CREATE INDEX "names_titles_most_quoted" ON "names" ("statements" DESC) WHERE "form" = 'title';
-- Parts of words, for the parameter q of lists.
CREATE INDEX "names_key" ON "names" USING gin ((' ' || "key") gin_trgm_ops) WITH (fastupdate = off)
  WHERE "form" <> 'title';
CREATE INDEX "name_words_sounds" ON "name_words" USING gin ("sounds") WITH (fastupdate = off);
-- The words most like a misspelt one.
CREATE INDEX "name_words_like" ON "name_words" USING gist ("word" gist_trgm_ops);

SELECT rebuild_names();
