-- A least confidence beside other filters: the index alone filters and sorts the statements above it, in each order.
DROP INDEX "statements_confidence_id_idx";
CREATE INDEX "statements_confidence" ON "statements" ("confidence", "id")
  INCLUDE ("status", "vanished_snapshot_id", "withdrawn", "type", "polarity", "attribution", "said_basis", "said_latest", "published_latest", "recorded_at");
