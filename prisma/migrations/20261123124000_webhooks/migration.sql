CREATE TYPE "webhook_status" AS ENUM ('active', 'paused', 'disabled');
CREATE TYPE "delivery_status" AS ENUM ('pending', 'delivered', 'failed');

CREATE TABLE "webhooks" (
  "id" UUID NOT NULL,
  "endpoint" TEXT NOT NULL,
  "description" TEXT,
  "subjects" TEXT[] NOT NULL,
  "actions" TEXT[] NOT NULL,
  "officials" UUID[] NOT NULL,
  "status" "webhook_status" NOT NULL DEFAULT 'active',
  "status_reason" TEXT,
  "secret" TEXT NOT NULL,
  "former_secret" TEXT,
  "former_secret_until" TIMESTAMPTZ(3),
  "position" BIGINT NOT NULL,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "failing_since" TIMESTAMPTZ(3),
  "next_attempt_at" TIMESTAMPTZ(3),
  "held_by" UUID,
  "held_until" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "webhooks_subjects_known" CHECK ("subjects" <@ ARRAY['article', 'official', 'organization', 'statement']),
  CONSTRAINT "webhooks_secret_form" CHECK ("secret" ~ '^whsec_[A-Za-z0-9+/]+=*$'),
  CONSTRAINT "webhooks_former_secret_ends" CHECK (("former_secret" IS NULL) = ("former_secret_until" IS NULL)),
  CONSTRAINT "webhooks_position_counts_up" CHECK ("position" >= 0),
  CONSTRAINT "webhooks_failing_since_the_first_failure" CHECK (("failures" > 0) = ("failing_since" IS NOT NULL)),
  CONSTRAINT "webhooks_disabled_for_a_reason" CHECK ("status" <> 'disabled' OR "status_reason" IS NOT NULL),
  CONSTRAINT "webhooks_version_counts_up" CHECK ("version" >= 1)
);

CREATE TABLE "webhook_deliveries" (
  "id" UUID NOT NULL,
  "webhook_id" UUID NOT NULL,
  "message" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "position" BIGINT,
  "attempt" INTEGER NOT NULL,
  "requested" BOOLEAN NOT NULL,
  "status" "delivery_status" NOT NULL,
  "code" SMALLINT,
  "latency_ms" INTEGER,
  "error" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "attempted_at" TIMESTAMPTZ(3),
  CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "webhook_deliveries_message_form" CHECK ("message" ~ '^[0-9a-f-]+$'),
  CONSTRAINT "webhook_deliveries_attempt_counts_up" CHECK ("attempt" >= 1),
  CONSTRAINT "webhook_deliveries_pending_until_attempted" CHECK (("status" = 'pending') = ("attempted_at" IS NULL)),
  CONSTRAINT "webhook_deliveries_failed_for_a_reason" CHECK (("status" = 'failed') = ("error" IS NOT NULL))
);
CREATE INDEX "webhook_deliveries_webhook_id_created_at_id_idx" ON "webhook_deliveries" ("webhook_id", "created_at", "id");
CREATE INDEX "webhook_deliveries_pending" ON "webhook_deliveries" ("webhook_id", "created_at") WHERE "status" = 'pending';
