-- What a person says of somebody's office, beside what was printed and what stands in a roster.
ALTER TYPE "position_basis" ADD VALUE 'person';

-- What a merger or a split took from one person to another: whoever undoes it returns exactly that.
CREATE TYPE "move_kind" AS ENUM ('merge', 'split');
CREATE TABLE "official_moves" (
  "id" UUID NOT NULL,
  "kind" "move_kind" NOT NULL,
  "from_id" UUID NOT NULL,
  "from_version" INTEGER NOT NULL,
  "into_id" UUID NOT NULL,
  "into_version" INTEGER NOT NULL,
  CONSTRAINT "official_moves_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "official_moves_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "officials" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "official_moves_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "officials" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "official_moves_between_two" CHECK ("from_id" <> "into_id")
);
CREATE UNIQUE INDEX "official_moves_from_id_from_version_key" ON "official_moves" ("from_id", "from_version");
CREATE UNIQUE INDEX "official_moves_into_id_into_version_key" ON "official_moves" ("into_id", "into_version");

CREATE TABLE "official_move_statements" (
  "move_id" UUID NOT NULL,
  "statement_id" UUID NOT NULL,
  CONSTRAINT "official_move_statements_pkey" PRIMARY KEY ("move_id", "statement_id"),
  CONSTRAINT "official_move_statements_move_id_fkey" FOREIGN KEY ("move_id") REFERENCES "official_moves" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "official_move_statements_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Names of which it is not certain who is meant, one row for each in an article, until a person decides.
CREATE TYPE "candidate_reason" AS ENUM ('several', 'conflict', 'doubt');
CREATE TYPE "candidate_decision" AS ENUM ('same', 'new', 'none');
CREATE TABLE "official_candidates" (
  "id" UUID NOT NULL,
  "article_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "reason" "candidate_reason" NOT NULL,
  "explanation" TEXT NOT NULL,
  "printed" JSONB NOT NULL,
  "candidate_ids" UUID[] NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "decision" "candidate_decision",
  "official_id" UUID,
  "decided_at" TIMESTAMPTZ(3),
  "decided_by" TEXT,
  "decided_reason" TEXT,
  CONSTRAINT "official_candidates_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "official_candidates_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "official_candidates_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "officials" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "official_candidates_name_given" CHECK ("name" <> ''),
  CONSTRAINT "official_candidates_decided_whole" CHECK (("decision" IS NULL) = ("decided_at" IS NULL) AND ("decision" IS NULL) = ("decided_by" IS NULL)),
  CONSTRAINT "official_candidates_decided_for" CHECK (("official_id" IS NOT NULL) = ("decision" IS NOT NULL AND "decision" <> 'none'))
);
CREATE UNIQUE INDEX "official_candidates_article_id_name_key" ON "official_candidates" ("article_id", "name");
CREATE INDEX "official_candidates_created_at_id_idx" ON "official_candidates" ("created_at", "id");
