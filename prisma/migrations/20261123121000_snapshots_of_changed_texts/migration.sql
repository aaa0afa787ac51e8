-- A text that is changed back is read again: a new version with the words of an earlier one.
DROP INDEX "snapshots_article_id_sha256_key";

ALTER TABLE "statements"
  ADD COLUMN "vanished_snapshot_id" UUID,
  ADD CONSTRAINT "statements_vanished_snapshot_id_fkey" FOREIGN KEY ("vanished_snapshot_id") REFERENCES "snapshots" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "statements_vanished_in_article_fkey" FOREIGN KEY ("vanished_snapshot_id", "article_id") REFERENCES "snapshots" ("id", "article_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "statements_vanished_elsewhere" CHECK ("vanished_snapshot_id" <> "snapshot_id");
