-- A search that is kept under a name. It belongs to the holder of the key that created it. The filters are as a caller
-- wrote them: the names in them are resolved at each use, so that a merge of records is followed.
CREATE TABLE "searches" (
  "id" UUID NOT NULL,
  "owner_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "q" TEXT,
  "filters" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "searches_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "searches_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "api_keys" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "searches_name_given" CHECK ("name" <> ''),
  CONSTRAINT "searches_ask_something" CHECK ("q" IS NOT NULL OR "filters" <> '{}'),
  CONSTRAINT "searches_version_counts_up" CHECK ("version" >= 1)
);
-- The list of one owner, and the count of it.
CREATE INDEX "searches_owner_id_created_at_id_idx" ON "searches" ("owner_id", "created_at", "id");

-- The searches that a webhook follows. The id of a deleted search stays: without it, the webhook might follow nothing,
-- which means that it sends all changes.
ALTER TABLE "webhooks" ADD COLUMN "searches" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
