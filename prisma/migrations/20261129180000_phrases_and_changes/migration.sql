-- Whether a text, a name or a role has a phrase, word for word. Each is read only if those before it do not have it.
CREATE OR REPLACE FUNCTION has_phrase(said TEXT, speaker TEXT, role TEXT, phrase TEXT) RETURNS BOOLEAN
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN strpos(' ' || search_text(said) || ' ', ' ' || btrim(search_text(phrase)) || ' ') > 0
    OR strpos(' ' || search_text(coalesce(speaker, '')) || ' ', ' ' || btrim(search_text(phrase)) || ' ') > 0
    OR strpos(' ' || search_text(coalesce(role, '')) || ' ', ' ' || btrim(search_text(phrase)) || ' ') > 0;

-- The first changes of each kind after a position.
CREATE INDEX "revisions_subject_action_position" ON "revisions" ("subject", "action", "position");
-- Counts the articles of a publisher from the index alone.
DROP INDEX "articles_publisher_key";
CREATE INDEX "articles_publisher_key" ON "articles" (publisher_key("publisher")) INCLUDE ("publisher", "withdrawn");

-- The articles whose words match a query. A search uses the index only for rare words. Expecting few articles, PostgreSQL
-- looks them up one by one; expecting thousands, it would read an index of all articles.
ALTER FUNCTION articles_with_words(TSQUERY) ROWS 300;
