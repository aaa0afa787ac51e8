-- Whether a statement is shown stands in the indexes: what people and organizations said is counted there alone.
DROP INDEX "statements_official_said";
CREATE INDEX "statements_official_said" ON "statements" ("official_id", (coalesce("said_latest", DATE '9999-12-31')), "id")
  INCLUDE ("status", "vanished_snapshot_id");
DROP INDEX "statements_organization_said";
CREATE INDEX "statements_organization_said" ON "statements" ("organization_id", (coalesce("said_latest", DATE '9999-12-31')), "id")
  INCLUDE ("status", "vanished_snapshot_id");

-- When somebody spoke first.
CREATE INDEX "statements_official_first_said" ON "statements" ("official_id", "said_earliest", "said_latest", "id")
  WHERE "said_earliest" IS NOT NULL;

-- The dates on which something was said, in the order in which they are listed, counted without reading the statements.
DROP INDEX "statements_said_interval";
CREATE INDEX "statements_said_interval" ON "statements" ("said_earliest", "said_edtf", "said_latest")
  INCLUDE ("said_precision", "official_id", "status", "vanished_snapshot_id");
