-- What a statement inherits from its article, for the indexes of lists of statements. Triggers fill it, so every writer
-- may leave it out.
ALTER TABLE "statements"
  ADD COLUMN "publisher_key" TEXT,
  ADD COLUMN "published_earliest" DATE,
  ADD COLUMN "published_latest" DATE;

-- The first day on which an article can have been published. Null only if its date of publication is unknown.
CREATE FUNCTION published_from(basis "published_basis", earliest DATE) RETURNS DATE
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN basis <> 'unknown' THEN coalesce(earliest, DATE '0001-01-01') END;

-- Without the lock, a change of the article that commits at the same time would miss the new statement.
CREATE FUNCTION inherit_from_article() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  article RECORD;
BEGIN
  SELECT publisher, published_basis, published_earliest, published_latest INTO article
  FROM articles WHERE id = NEW.article_id FOR SHARE;
  IF FOUND THEN
    NEW.publisher_key := publisher_key(article.publisher);
    NEW.published_earliest := published_from(article.published_basis, article.published_earliest);
    NEW.published_latest := article.published_latest;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "statements_inherit" BEFORE INSERT ON "statements"
  FOR EACH ROW EXECUTE FUNCTION inherit_from_article();
-- For bulk loads too, which turn ordinary triggers off.
ALTER TABLE "statements" ENABLE ALWAYS TRIGGER "statements_inherit";

CREATE FUNCTION pass_on_to_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE statements SET
    publisher_key = publisher_key(NEW.publisher),
    published_earliest = published_from(NEW.published_basis, NEW.published_earliest),
    published_latest = NEW.published_latest
  WHERE article_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "articles_pass_on" AFTER UPDATE ON "articles" FOR EACH ROW
  WHEN ((OLD."publisher", OLD."published_basis", OLD."published_earliest", OLD."published_latest")
    IS DISTINCT FROM (NEW."publisher", NEW."published_basis", NEW."published_earliest", NEW."published_latest"))
  EXECUTE FUNCTION pass_on_to_statements();

-- The indexes that are built again below do not slow the update down.
DROP INDEX "statements_said_descending";
DROP INDEX "statements_official_said";
DROP INDEX "statements_organization_said";

UPDATE "statements" s SET
  "publisher_key" = publisher_key(a."publisher"),
  "published_earliest" = published_from(a."published_basis", a."published_earliest"),
  "published_latest" = a."published_latest"
FROM "articles" a WHERE a."id" = s."article_id";

-- Each of the next five indexes finds the statements of one filter, and gives one order. It also has what the other
-- orders and the commonest filters beside it need. So even if very many statements match, the index alone sorts them.
-- The default order, and periods in which something was said.
CREATE INDEX "statements_said_descending" ON "statements" (said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "type", "polarity", "attribution", "said_basis", "said_earliest", "said_latest", "published_latest", "recorded_at", "confidence");
-- A person's statements. Their number is counted here too.
CREATE INDEX "statements_official_said" ON "statements" ("official_id", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "type", "said_basis", "said_latest", "published_latest", "recorded_at", "confidence");
-- An organization's statements. Their number is counted here too.
CREATE INDEX "statements_organization_said" ON "statements" ("organization_id", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "type", "said_basis", "said_latest", "published_latest", "recorded_at", "confidence");
-- The statements in the articles of a publisher.
CREATE INDEX "statements_publisher_said" ON "statements" ("publisher_key", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "type", "said_basis", "said_latest", "published_latest", "recorded_at", "confidence");
-- The order sort=-published, and periods of publication. Statements of unknown publication come last, as in articles.
CREATE INDEX "statements_published_descending" ON "statements" ((coalesce("published_latest", DATE '0001-01-01')), "id")
  INCLUDE ("status", "vanished_snapshot_id", "type", "polarity", "attribution", "said_basis", "said_latest", "published_earliest", "published_latest", "recorded_at", "confidence");

-- The order sort=published.
CREATE INDEX "statements_published_ascending" ON "statements" ((coalesce("published_latest", DATE '9999-12-31')), "id");
-- Statements in articles that were published on one of several days: a period counts those that reach beyond its end.
CREATE INDEX "statements_published_days" ON "statements" USING gist (daterange("published_earliest", "published_latest", '[]'))
  WHERE "published_earliest" IS DISTINCT FROM "published_latest";
-- Statements by what each is, of which there are few kinds: equal keys are stored once, so it stays small. A query names
-- every value of the columns that it does not filter, and so finds a rare kind by any of them.
CREATE INDEX "statements_kind" ON "statements" ("status", "polarity", "attribution", "said_basis", "type");
-- Statements whose words were removed from their article.
CREATE INDEX "statements_vanished" ON "statements" ("vanished_snapshot_id") WHERE "vanished_snapshot_id" IS NOT NULL;

-- How often the values of kinds occur together, for the planner: some combinations never do.
CREATE STATISTICS "statements_kinds" (mcv) ON "status", "polarity", "attribution", "said_basis", "type" FROM "statements";
