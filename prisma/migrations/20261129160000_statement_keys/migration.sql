-- What finds the statement that a quotation quotes: hashes of its words. They are in a narrow table of their own, so that
-- a change of a status or of a speaker does not touch them. A trigger keeps them.
CREATE TABLE "statement_keys" (
  "statement_id" UUID NOT NULL,
  "keys" BIGINT[] NOT NULL,
  CONSTRAINT "statement_keys_pkey" PRIMARY KEY ("statement_id"),
  CONSTRAINT "statement_keys_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- The words of a text as keys compare them. In scripts without spaces, each letter counts as a word.
CREATE FUNCTION key_words(value TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain TEXT := value;
BEGIN
  IF octet_length(plain) <> char_length(plain) THEN
    plain := regexp_replace(plain, '([\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0eda\u1000-\u109f\u1780-\u17d3])', ' \1 ', 'g');
  END IF;
  plain := btrim(search_text(plain));
  RETURN CASE WHEN plain = '' THEN '{}' ELSE string_to_array(plain, ' ') END;
END $$;

-- The hashes of runs of three words ("shingles"), and of all words together. Of the shingles, keeps the least of any four
-- in a row, so that two texts with six words in a row in common have a key in common.
-- every: keeps all shingles. A quotation is looked up by all of its shingles, since a statement may go on beside it.
CREATE FUNCTION keys_of(value TEXT, every BOOLEAN) RETURNS BIGINT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words CONSTANT TEXT[] := key_words(value);
  size CONSTANT INTEGER := cardinality(words);
  keys BIGINT[];
  a BIGINT;
  b BIGINT;
  c BIGINT;
  d BIGINT;
  least_hash BIGINT;
  kept BIGINT;
BEGIN
  IF size = 0 THEN RETURN '{}'; END IF;
  keys := ARRAY[hashtextextended(array_to_string(words, ' '), 1)];
  IF size < 3 THEN RETURN keys; END IF;
  FOR i IN 1..size - 2 LOOP
    a := b; b := c; c := d;
    d := hashtextextended(words[i] || ' ' || words[i + 1] || ' ' || words[i + 2], 0);
    IF every THEN
      keys := keys || d;
    ELSIF i >= 4 OR i = size - 2 THEN
      least_hash := least(a, b, c, d);
      IF least_hash IS DISTINCT FROM kept THEN
        keys := keys || least_hash;
        kept := least_hash;
      END IF;
    END IF;
  END LOOP;
  RETURN keys;
END $$;

CREATE FUNCTION insert_statement_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statement_keys (statement_id, keys)
  SELECT id, keys FROM changed, LATERAL keys_of(text, false) AS keys WHERE keys <> '{}';
  RETURN NULL;
END $$;
CREATE TRIGGER "statements_keys_of_new" AFTER INSERT ON "statements" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION insert_statement_keys();
-- For bulk loads too, which turn ordinary triggers off.
ALTER TABLE "statements" ENABLE ALWAYS TRIGGER "statements_keys_of_new";

-- An erasure empties the text, and with it the keys.
CREATE FUNCTION set_statement_keys() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  latest CONSTANT BIGINT[] := keys_of(NEW.text, false);
BEGIN
  IF latest = '{}' THEN
    DELETE FROM statement_keys WHERE statement_id = NEW.id;
  ELSE
    INSERT INTO statement_keys (statement_id, keys) VALUES (NEW.id, latest)
    ON CONFLICT (statement_id) DO UPDATE SET keys = excluded.keys WHERE statement_keys.keys <> excluded.keys;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "statements_keys_of_changed" AFTER UPDATE OF text ON "statements" FOR EACH ROW
  WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION set_statement_keys();

INSERT INTO "statement_keys" ("statement_id", "keys")
SELECT s."id", k.keys FROM "statements" s, LATERAL keys_of(s."text", false) AS k (keys) WHERE k.keys <> '{}';

-- New keys wait in a list, so that inserts do not search the index for each. The list is short, because each look-up
-- reads it from end to end.
CREATE INDEX "statement_keys_keys" ON "statement_keys" USING gin ("keys") WITH (gin_pending_list_limit = 256);

-- The statements that have one of these keys, with all of their keys; at most 5000. From the index alone: for arrays too,
-- PostgreSQL often prefers to read the whole table.
CREATE FUNCTION statements_with_keys(wanted BIGINT[]) RETURNS SETOF "statement_keys"
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
  SET enable_seqscan = off
  AS $$ SELECT * FROM statement_keys WHERE keys && wanted LIMIT 5000 $$;

-- The statements whose words match a query, from the index alone; at most 5000.
CREATE FUNCTION statements_with_words(query TSQUERY) RETURNS SETOF UUID
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
  SET enable_seqscan = off
  AS $$ SELECT id FROM statements WHERE words @@ query LIMIT 5000 $$;
