-- The reports of one utterance, grouped while articles arrive (ADR 21). These tables have no foreign keys: rows are
-- written while the transaction holds the ledger, and a foreign key would then wait for a reviewer who holds the statement
-- and waits for the ledger. Statements are never deleted.

-- Two statements that report one utterance, or that are alike but report two. The comparison decides it, when the later of
-- the two arrives.
CREATE TABLE "sighting_pairs" (
  "one" UUID NOT NULL,
  "other" UUID NOT NULL,
  "is_same" BOOLEAN NOT NULL,
  "strength" DOUBLE PRECISION NOT NULL,
  CONSTRAINT "sighting_pairs_pkey" PRIMARY KEY ("one", "other"),
  CONSTRAINT "sighting_pairs_in_order" CHECK ("one" < "other")
);
-- Finds the pairs in which a statement is the second. The primary key finds the others.
CREATE INDEX "sighting_pairs_other_idx" ON "sighting_pairs" ("other");

-- What reviewers decided about two statements: that they report one utterance, that they do not, or that an earlier
-- decision to keep them apart no longer counts. The decision with the highest number counts. An undo deletes the rows of its decision.
CREATE TYPE "sighting_decision" AS ENUM ('join', 'part', 'lift');
CREATE TABLE "sighting_decisions" (
  "statement_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "one" UUID NOT NULL,
  "other" UUID NOT NULL,
  "kind" "sighting_decision" NOT NULL,
  "number" BIGSERIAL NOT NULL,
  CONSTRAINT "sighting_decisions_pkey" PRIMARY KEY ("statement_id", "version", "one", "other"),
  CONSTRAINT "sighting_decisions_in_order" CHECK ("one" < "other")
);
-- These find the decisions about a statement. The primary key finds those of one version, to undo them.
CREATE INDEX "sighting_decisions_one_idx" ON "sighting_decisions" ("one");
CREATE INDEX "sighting_decisions_other_idx" ON "sighting_decisions" ("other");

-- The place of a statement among the reports of its utterance: 1 for the first. Only utterances with several reports.
-- The primary key answers whether a list with one statement for each utterance leaves a statement out.
CREATE TABLE "sightings" (
  "statement_id" UUID NOT NULL,
  "first_id" UUID NOT NULL,
  "place" INTEGER NOT NULL,
  CONSTRAINT "sightings_pkey" PRIMARY KEY ("statement_id")
);
-- Gives the reports of an utterance in order, and the last place: their number.
CREATE INDEX "sightings_first_id_place_idx" ON "sightings" ("first_id", "place");

-- Keys of so many statements that they do not distinguish statements. New statements are not compared by them.
CREATE TABLE "common_keys" (
  "key" BIGINT NOT NULL,
  CONSTRAINT "common_keys_pkey" PRIMARY KEY ("key")
);

-- Each new article looks its keys up. In the list of new keys, each look-up compares each of its keys with each new one,
-- which takes longer than inserting the keys into the index at once.
ALTER INDEX "statement_keys_keys" RESET (gin_pending_list_limit);
ALTER INDEX "statement_keys_keys" SET (fastupdate = off);
SELECT gin_clean_pending_list('statement_keys_keys');

-- The statements from before these tables. SQL cannot compare them: "onrecord sightings" does, and deletes them here.
CREATE TABLE "sightings_due" (
  "statement_id" UUID NOT NULL,
  CONSTRAINT "sightings_due_pkey" PRIMARY KEY ("statement_id")
);
INSERT INTO "sightings_due" ("statement_id") SELECT "id" FROM "statements" WHERE "text" <> '';
