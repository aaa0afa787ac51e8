CREATE TABLE "api_keys" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "hint" TEXT NOT NULL,
  "sha256" CHAR(64) NOT NULL,
  "scopes" TEXT[] NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3),
  "last_used_at" TIMESTAMPTZ(3),
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "api_keys_name_given" CHECK ("name" <> ''),
  CONSTRAINT "api_keys_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  CONSTRAINT "api_keys_scopes_known" CHECK ("scopes" <@ ARRAY['read', 'ingest', 'review', 'admin'] AND cardinality("scopes") > 0),
  CONSTRAINT "api_keys_expires_after_creation" CHECK ("expires_at" >= "created_at")
);
CREATE UNIQUE INDEX "api_keys_sha256_key" ON "api_keys" ("sha256");

CREATE TABLE "idempotency_records" (
  "caller" TEXT NOT NULL,
  "operation" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "fingerprint" CHAR(64) NOT NULL,
  "status" SMALLINT NOT NULL,
  "headers" JSONB NOT NULL,
  "body" JSONB,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("caller", "operation", "key"),
  CONSTRAINT "idempotency_records_key_length" CHECK (char_length("key") BETWEEN 1 AND 255),
  CONSTRAINT "idempotency_records_no_failure_kept" CHECK ("status" BETWEEN 200 AND 499)
);
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records" ("created_at");
