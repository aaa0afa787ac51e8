-- What the source of a text says about it: its section, its last change, and the pages or the times of its parts.
ALTER TABLE "snapshots"
  ADD COLUMN "section" TEXT,
  ADD COLUMN "modified" TEXT,
  ADD COLUMN "places" JSONB;
