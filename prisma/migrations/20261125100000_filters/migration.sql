-- The order of statements by when they were said. Dated statements come first, then undated ones, and statements
-- without a last day come last, whether the newest or the oldest comes first. So each direction has its own key.
CREATE FUNCTION said_descending(basis "said_basis", latest DATE) RETURNS INTEGER
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN latest IS NULL THEN -8000000
    WHEN basis = 'publication' THEN latest - DATE '0001-01-01' - 4000000
    ELSE latest - DATE '0001-01-01'
  END;
CREATE FUNCTION said_ascending(basis "said_basis", latest DATE) RETURNS INTEGER
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN latest IS NULL THEN 8000000
    WHEN basis = 'publication' THEN latest - DATE '0001-01-01' + 4000000
    ELSE latest - DATE '0001-01-01'
  END;

DROP INDEX "statements_said";
DROP INDEX "statements_official_said";
DROP INDEX "statements_organization_said";
CREATE INDEX "statements_said_descending" ON "statements" (said_descending("said_basis", "said_latest"), "id");
CREATE INDEX "statements_said_ascending" ON "statements" (said_ascending("said_basis", "said_latest"), "id");
CREATE INDEX "statements_official_said" ON "statements" ("official_id", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id");
CREATE INDEX "statements_organization_said" ON "statements" ("organization_id", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id");

-- Statements whose date spans several days: a period counts those that reach beyond its bounds.
CREATE INDEX "statements_said_days" ON "statements" USING gist (daterange("said_earliest", "said_latest", '[]'))
  WHERE "said_basis" <> 'publication' AND "said_earliest" IS DISTINCT FROM "said_latest";

-- Articles whose date of publication is unknown come last, whether the newest or the oldest comes first.
CREATE INDEX "articles_published_descending" ON "articles" ((coalesce("published_latest", DATE '0001-01-01')), "id");

-- Lower case, without accents: the same as fold() of core/names.
CREATE FUNCTION folded(value TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(value) = char_length(value) THEN lower(value) ELSE
    replace(replace(replace(replace(translate(
      regexp_replace(normalize(lower(value), NFKD), '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'),
      'øłđðıħ', 'olddih'), 'þ', 'th'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
  END;

-- What the spellings of one publisher share: its words without case, accents and order.
CREATE FUNCTION publisher_key(publisher TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN coalesce(
    (SELECT string_agg(word, ' ' ORDER BY word COLLATE "C")
     FROM regexp_split_to_table(folded(publisher), '[^[:alnum:]]+') AS word WHERE word NOT IN ('', 'the')),
    publisher);

DROP INDEX "articles_publisher_idx";
CREATE INDEX "articles_publisher_key" ON "articles" (publisher_key("publisher")) INCLUDE ("publisher");

-- Changes of the statements of a person: of the speaker after a change, and of another speaker before it.
CREATE INDEX "revisions_official_after" ON "revisions" (("after"->>'official'), "position")
  WHERE "subject" = 'statement' AND "after"->>'official' IS NOT NULL;
CREATE INDEX "revisions_official_before" ON "revisions" (("before"->>'official'), "position")
  WHERE "subject" = 'statement' AND "before"->>'official' <> coalesce("after"->>'official', '');
-- Which records were merged into a person.
CREATE INDEX "officials_merged_into" ON "officials" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
