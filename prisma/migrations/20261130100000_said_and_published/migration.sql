CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Lists with bounds for one date in the order of the other date: published until 2019, by -said. The distance operator
-- of btree_gist gives the rows inside the bounds in order, so that nothing is sorted.
CREATE INDEX "statements_said_published" ON "statements"
  USING gist ((said_descending("said_basis", "said_latest")::bigint), "published_latest");

-- Rejected and retracted statements are few. Lists of them with another filter read this index, and not the table.
CREATE INDEX "statements_hidden" ON "statements" ("status", "id")
  INCLUDE ("vanished_snapshot_id", "withdrawn", "type", "polarity", "attribution", "said_basis", "said_earliest",
    "said_latest", "published_earliest", "published_latest", "recorded_at", "confidence")
  WHERE "status" IN ('rejected', 'retracted');
