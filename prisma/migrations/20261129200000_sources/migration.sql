-- Feeds and sitemaps that workers poll, their entries, and the sites at which feeds and articles are.
CREATE TYPE "source_kind" AS ENUM ('rss', 'atom', 'rdf', 'json', 'sitemap');
CREATE TYPE "source_status" AS ENUM ('active', 'paused', 'disabled');
CREATE TYPE "source_entry_state" AS ENUM ('waiting', 'ingested', 'skipped', 'failed');

CREATE TABLE "sources" (
  "id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "origin" TEXT NOT NULL,
  "kind" "source_kind" NOT NULL,
  "title" TEXT,
  "publisher" TEXT,
  "language" TEXT,
  "time_zone" TEXT,
  "interval_minutes" INTEGER NOT NULL,
  "first_entries" INTEGER NOT NULL,
  "status" "source_status" NOT NULL DEFAULT 'active',
  "status_reason" TEXT,
  "etag" TEXT,
  "last_modified" TEXT,
  "polled_at" TIMESTAMPTZ(3),
  "read_at" TIMESTAMPTZ(3),
  "next_poll_at" TIMESTAMPTZ(3) NOT NULL,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "failing_since" TIMESTAMPTZ(3),
  "problem" JSONB,
  "added_by" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "sources_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "sources_failures_count_up" CHECK ("failures" >= 0),
  CONSTRAINT "sources_failing_for_a_reason" CHECK (("failures" > 0) = ("problem" IS NOT NULL)),
  CONSTRAINT "sources_disabled_for_a_reason" CHECK (("status" = 'disabled') = ("status_reason" IS NOT NULL))
);
CREATE UNIQUE INDEX "sources_url_key" ON "sources" ("url");
CREATE INDEX "sources_created_at_id_idx" ON "sources" ("created_at", "id");
-- The next poll at a site.
CREATE INDEX "sources_due" ON "sources" ("origin", "next_poll_at") WHERE "status" = 'active';

-- An entry has the address of its article. If the article is erased, a hash replaces the address.
CREATE TABLE "source_entries" (
  "id" UUID NOT NULL,
  "source_id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "origin" TEXT NOT NULL,
  "fingerprint" TEXT NOT NULL,
  "published" TEXT,
  "modified_at" TIMESTAMPTZ(3),
  "state" "source_entry_state" NOT NULL,
  "outcome" TEXT,
  "article_id" UUID,
  "statements" INTEGER,
  "reason" JSONB,
  "attempts" SMALLINT NOT NULL DEFAULT 0,
  "next_attempt_at" TIMESTAMPTZ(3),
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "fetched_at" TIMESTAMPTZ(3),
  CONSTRAINT "source_entries_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "source_entries_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "source_entries_outcome_known" CHECK ("outcome" IN ('created', 'changed', 'known')),
  CONSTRAINT "source_entries_wait_until" CHECK (("state" = 'waiting') = ("next_attempt_at" IS NOT NULL)),
  CONSTRAINT "source_entries_ingested_with_an_article" CHECK ("state" <> 'ingested' OR ("article_id" IS NOT NULL AND "outcome" IS NOT NULL)),
  CONSTRAINT "source_entries_left_for_a_reason" CHECK ("state" NOT IN ('skipped', 'failed') OR "reason" IS NOT NULL)
);
CREATE UNIQUE INDEX "source_entries_source_id_url_key" ON "source_entries" ("source_id", "url");
CREATE INDEX "source_entries_source_id_created_at_id_idx" ON "source_entries" ("source_id", "created_at", "id");
-- The same article in other sources.
CREATE INDEX "source_entries_url_idx" ON "source_entries" ("url");
CREATE INDEX "source_entries_article_id_idx" ON "source_entries" ("article_id");
-- The next article to fetch from a site.
CREATE INDEX "source_entries_due" ON "source_entries" ("origin", "next_attempt_at") WHERE "state" = 'waiting';

-- A site from which feeds and articles are fetched: one request at a time, with pauses.
CREATE TABLE "source_sites" (
  "origin" TEXT NOT NULL,
  "turn" INTEGER NOT NULL,
  "visit_at" TIMESTAMPTZ(3),
  "rest_until" TIMESTAMPTZ(3) NOT NULL,
  "held_until" TIMESTAMPTZ(3),
  "robots" TEXT,
  "robots_at" TIMESTAMPTZ(3),
  CONSTRAINT "source_sites_pkey" PRIMARY KEY ("origin")
);
-- Visits that no queue delivers.
CREATE INDEX "source_sites_visit_at_idx" ON "source_sites" ("visit_at");

-- Visits to sites. A visit that was interrupted is not repeated: the row of its site shows that it is due.
SELECT pgboss.create_queue('sources', '{"policy":"standard","retryLimit":0,"retentionMinutes":5256000}');
