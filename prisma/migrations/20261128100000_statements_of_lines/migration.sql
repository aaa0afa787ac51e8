-- How each line changed the statements on record, beside the new ones. For lines from before, this is not known: 0.
ALTER TABLE "job_items"
  ADD COLUMN "statements_moved" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "statements_changed" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "statements_vanished" INTEGER NOT NULL DEFAULT 0;
