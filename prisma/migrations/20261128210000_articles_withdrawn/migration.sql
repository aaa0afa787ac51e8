-- A withdrawn article is in no list, and neither are its statements. The foreign key copies the column to them, so that
-- lists of statements read it from their own row.
ALTER TABLE "articles"
  ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "erased_at" TIMESTAMPTZ(3),
  ADD COLUMN "erased_url_sha256" CHAR(64),
  ADD CONSTRAINT "articles_erased_without_words" CHECK (
    "erased_at" IS NULL OR ("withdrawn" AND num_nonnulls("url", "title", "byline", "dateline") = 0)
  ),
  ADD CONSTRAINT "articles_url_hashed_when_erased" CHECK ("erased_url_sha256" IS NULL OR "erased_at" IS NOT NULL);
CREATE UNIQUE INDEX "articles_id_withdrawn_key" ON "articles" ("id", "withdrawn");
CREATE INDEX "articles_erased_url" ON "articles" ("erased_url_sha256") WHERE "erased_url_sha256" IS NOT NULL;

ALTER TABLE "statements"
  ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "statements_withdrawn_with_article_fkey" FOREIGN KEY ("article_id", "withdrawn")
    REFERENCES "articles" ("id", "withdrawn") ON DELETE RESTRICT ON UPDATE CASCADE,
  DROP CONSTRAINT "statements_text_given",
  ADD CONSTRAINT "statements_text_given" CHECK ("text" <> '' OR "withdrawn");

-- Lists read from these indexes alone whether a statement is shown.
DROP INDEX "statements_said_descending";
CREATE INDEX "statements_said_descending" ON "statements" (said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "withdrawn", "type", "polarity", "attribution", "said_basis", "said_earliest", "said_latest", "published_latest", "recorded_at", "confidence");
DROP INDEX "statements_official_said";
CREATE INDEX "statements_official_said" ON "statements" ("official_id", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "withdrawn", "type", "said_basis", "said_latest", "published_latest", "recorded_at", "confidence");
DROP INDEX "statements_organization_said";
CREATE INDEX "statements_organization_said" ON "statements" ("organization_id", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "withdrawn", "type", "said_basis", "said_latest", "published_latest", "recorded_at", "confidence");
DROP INDEX "statements_publisher_said";
CREATE INDEX "statements_publisher_said" ON "statements" ("publisher_key", said_descending("said_basis", "said_latest"), "id")
  INCLUDE ("status", "vanished_snapshot_id", "withdrawn", "type", "said_basis", "said_latest", "published_latest", "recorded_at", "confidence");
DROP INDEX "statements_published_descending";
CREATE INDEX "statements_published_descending" ON "statements" ((coalesce("published_latest", DATE '0001-01-01')), "id")
  INCLUDE ("status", "vanished_snapshot_id", "withdrawn", "type", "polarity", "attribution", "said_basis", "said_latest", "published_earliest", "published_latest", "recorded_at", "confidence");
DROP INDEX "statements_said_interval";
CREATE INDEX "statements_said_interval" ON "statements" ("said_earliest", "said_edtf", "said_latest")
  INCLUDE ("said_precision", "official_id", "status", "vanished_snapshot_id", "withdrawn");

-- Publishers are counted from this index alone.
DROP INDEX "articles_publisher_key";
CREATE INDEX "articles_publisher_key" ON "articles" (publisher_key("publisher")) INCLUDE ("publisher", "withdrawn");

-- How many statements on record a line dated again, and what became of its metadata, if there is something to tell.
ALTER TABLE "job_items"
  ADD COLUMN "statements_redated" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "metadata" JSONB;
CREATE INDEX "job_items_with_metadata" ON "job_items" ("article_id") WHERE "metadata" IS NOT NULL;

-- The erasure of an article is the only change of rows that otherwise never change: it takes the words out of its
-- snapshots and out of the revisions of the article and of its statements. Their ids, hashes and times stay.
ALTER TABLE "snapshots" ALTER COLUMN "text" DROP NOT NULL;
ALTER TABLE "revisions"
  DROP CONSTRAINT "revisions_first_has_no_before",
  ADD CONSTRAINT "revisions_first_has_no_before" CHECK (("version" = 1) = ("before" IS NULL) OR "after" IS NULL);

-- Permits an update that empties the columns named by the trigger, of a row that belongs to an erased article.
CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before CONSTANT JSONB := to_jsonb(OLD);
  emptied CONSTANT JSONB := before || (SELECT jsonb_object_agg(word, NULL::TEXT) FROM unnest(TG_ARGV) word);
  article UUID;
BEGIN
  article := CASE
    WHEN TG_TABLE_NAME = 'snapshots' THEN before ->> 'article_id'
    WHEN before ->> 'subject' = 'article' THEN before ->> 'subject_id'
    WHEN before ->> 'subject' = 'statement'
      THEN (SELECT s.article_id::TEXT FROM statements s WHERE s.id = (before ->> 'subject_id')::UUID)
  END;
  IF to_jsonb(NEW) = emptied AND EXISTS (SELECT FROM articles a WHERE a.id = article AND a.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DROP TRIGGER "snapshots_never_change" ON "snapshots";
CREATE TRIGGER "snapshots_never_change" BEFORE DELETE ON "snapshots"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "snapshots_change_by_erasure" BEFORE UPDATE ON "snapshots"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure('text');
DROP TRIGGER "revisions_never_change" ON "revisions";
CREATE TRIGGER "revisions_never_change" BEFORE DELETE ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revisions_change_by_erasure" BEFORE UPDATE ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure('before', 'after', 'reason');

-- An erased article stays erased.
CREATE FUNCTION refuse_return_of_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an erased article stays erased' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "articles_stay_erased" BEFORE UPDATE ON "articles" FOR EACH ROW
  WHEN (OLD."erased_at" IS NOT NULL AND NEW."erased_at" IS DISTINCT FROM OLD."erased_at")
  EXECUTE FUNCTION refuse_return_of_erased();

-- The role that serves may not update snapshots and revisions. This function, which runs as the owner, erases the words
-- of one article for it. The triggers refuse the call unless the article is marked as erased.
CREATE FUNCTION erase_words_of_article(UUID) RETURNS VOID LANGUAGE sql SECURITY DEFINER AS $$
  UPDATE snapshots SET text = NULL WHERE article_id = $1;
  UPDATE revisions SET before = NULL, after = NULL, reason = NULL WHERE subject = 'article' AND subject_id = $1;
  UPDATE revisions SET before = NULL, after = NULL, reason = NULL
  WHERE subject = 'statement' AND subject_id = ANY (ARRAY(SELECT id FROM statements WHERE article_id = $1));
$$;
REVOKE ALL ON FUNCTION erase_words_of_article(UUID) FROM PUBLIC;
-- A function that runs as its owner must not find the temporary tables of its caller.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION erase_words_of_article(UUID) SET search_path = %I, pg_temp', current_schema());
END $$;
