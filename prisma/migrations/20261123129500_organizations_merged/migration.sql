-- An organization that turned out to be another leads there, and gives up the key its name is found by.
ALTER TABLE "organizations"
  ADD COLUMN "merged_into_id" UUID,
  ADD CONSTRAINT "organizations_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organizations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "organizations_not_merged_into_itself" CHECK ("merged_into_id" <> "id");

-- What such a merger took along: statements, and people whose positions it changed, with the version that made.
CREATE TABLE "organization_moves" (
  "id" UUID NOT NULL,
  "from_id" UUID NOT NULL,
  "from_version" INTEGER NOT NULL,
  "into_id" UUID NOT NULL,
  "into_version" INTEGER NOT NULL,
  CONSTRAINT "organization_moves_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "organization_moves_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "organizations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "organization_moves_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "organizations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "organization_moves_between_two" CHECK ("from_id" <> "into_id")
);
CREATE UNIQUE INDEX "organization_moves_from_id_from_version_key" ON "organization_moves" ("from_id", "from_version");
CREATE UNIQUE INDEX "organization_moves_into_id_into_version_key" ON "organization_moves" ("into_id", "into_version");

CREATE TABLE "organization_move_statements" (
  "move_id" UUID NOT NULL,
  "statement_id" UUID NOT NULL,
  CONSTRAINT "organization_move_statements_pkey" PRIMARY KEY ("move_id", "statement_id"),
  CONSTRAINT "organization_move_statements_move_id_fkey" FOREIGN KEY ("move_id") REFERENCES "organization_moves" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "organization_move_statements_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "organization_move_officials" (
  "move_id" UUID NOT NULL,
  "official_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "organization_move_officials_pkey" PRIMARY KEY ("move_id", "official_id"),
  CONSTRAINT "organization_move_officials_move_id_fkey" FOREIGN KEY ("move_id") REFERENCES "organization_moves" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "organization_move_officials_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "officials" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
