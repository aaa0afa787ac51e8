-- The words of articles, for search: the title and the latest text. They are in a table of their own, so that a list of
-- articles does not read past them. Triggers keep them.
CREATE TABLE "article_words" (
  "article_id" UUID NOT NULL,
  "words" TSVECTOR NOT NULL,
  -- True if the vector may lack positions of words in the text, so that a phrase must be looked for in the text itself.
  "is_long" BOOLEAN NOT NULL,
  CONSTRAINT "article_words_pkey" PRIMARY KEY ("article_id"),
  CONSTRAINT "article_words_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- The words of an article: A, the title; D, the text. A vector holds 1 MB and 255 positions of a word. So very long
-- texts are read in pieces, without positions, until the vector is full. Each piece repeats the end of the last one,
-- where it may have cut a word.
CREATE FUNCTION words_of_article(title TEXT, body TEXT) RETURNS TSVECTOR LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  piece CONSTANT INTEGER := 100000;
  repeated CONSTANT INTEGER := 200;
  words TSVECTOR := setweight(words_of(coalesce(title, '')), 'A');
  start INTEGER := 1;
BEGIN
  IF char_length(body) <= piece THEN
    RETURN words || words_of(body);
  END IF;
  WHILE start <= char_length(body) LOOP
    BEGIN
      words := words || strip(words_of(substr(body, start, piece + repeated)));
    EXCEPTION WHEN program_limit_exceeded THEN
      RETURN words;
    END;
    start := start + piece;
  END LOOP;
  RETURN words;
END $$;

CREATE FUNCTION set_words_of_article(article UUID) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO article_words (article_id, words, is_long)
  SELECT a.id, words_of_article(a.title, n.text), char_length(n.text) > 10000
  FROM articles a,
    LATERAL (SELECT text FROM snapshots WHERE article_id = a.id ORDER BY ordinal DESC LIMIT 1) n
  WHERE a.id = article AND n.text IS NOT NULL
  ON CONFLICT (article_id) DO UPDATE SET words = excluded.words, is_long = excluded.is_long
$$;

CREATE FUNCTION set_words_of_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_words_of_article(NEW.article_id);
  RETURN NULL;
END $$;
CREATE TRIGGER snapshots_words AFTER INSERT ON "snapshots"
  FOR EACH ROW EXECUTE FUNCTION set_words_of_snapshot();

CREATE FUNCTION set_words_of_title() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_words_of_article(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER articles_words AFTER UPDATE OF title ON "articles" FOR EACH ROW
  WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION set_words_of_title();

-- An erasure removes the texts, and with them the words.
CREATE FUNCTION remove_words_of_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM article_words WHERE article_id = NEW.article_id;
  RETURN NULL;
END $$;
CREATE TRIGGER snapshots_words_erased AFTER UPDATE OF text ON "snapshots" FOR EACH ROW
  WHEN (NEW.text IS NULL) EXECUTE FUNCTION remove_words_of_snapshot();

INSERT INTO "article_words" ("article_id", "words", "is_long")
SELECT a."id", words_of_article(a."title", n."text"), char_length(n."text") > 10000
FROM "articles" a,
  LATERAL (SELECT "text" FROM "snapshots" WHERE "article_id" = a."id" ORDER BY "ordinal" DESC LIMIT 1) n
WHERE n."text" IS NOT NULL;

-- Finds articles by rare words. Articles with common words are found on the way through the order of the list.
CREATE INDEX "article_words_words" ON "article_words" USING gin ("words");

-- Finds articles by the index. PostgreSQL does not count what it costs to read a long vector, and often prefers to read
-- all of them.
CREATE FUNCTION articles_with_words(query TSQUERY) RETURNS SETOF UUID LANGUAGE sql STABLE PARALLEL SAFE ROWS 10000
  SET enable_seqscan = off
  AS $$ SELECT article_id FROM article_words WHERE words @@ query $$;
