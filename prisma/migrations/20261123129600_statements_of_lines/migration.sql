-- What each line did to statements on record, beside the new ones. Lines read before this migration have none of it.
ALTER TABLE "job_items"
  ADD COLUMN "statements_moved" INTEGER,
  ADD COLUMN "statements_changed" INTEGER,
  ADD COLUMN "statements_vanished" INTEGER;
