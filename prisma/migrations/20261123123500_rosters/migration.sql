-- Under which people and organizations are known elsewhere, in Wikidata say. One means one of them and no other.
CREATE TABLE "identifiers" (
  "scheme" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "official_id" UUID,
  "organization_id" UUID,
  CONSTRAINT "identifiers_pkey" PRIMARY KEY ("scheme", "value"),
  CONSTRAINT "identifiers_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "officials" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "identifiers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "identifiers_of_one" CHECK (num_nonnulls("official_id", "organization_id") = 1),
  CONSTRAINT "identifiers_scheme_form" CHECK ("scheme" ~ '^[a-z0-9][a-z0-9._-]*$'),
  CONSTRAINT "identifiers_value_given" CHECK ("value" <> '')
);
CREATE INDEX "identifiers_official_id_idx" ON "identifiers" ("official_id");
CREATE INDEX "identifiers_organization_id_idx" ON "identifiers" ("organization_id");

CREATE TABLE "organization_aliases" (
  "organization_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "name_key" TEXT NOT NULL,
  CONSTRAINT "organization_aliases_pkey" PRIMARY KEY ("organization_id", "name"),
  CONSTRAINT "organization_aliases_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "organization_aliases_name_given" CHECK ("name" <> '')
);
CREATE INDEX "organization_aliases_name_key_idx" ON "organization_aliases" ("name_key");

-- What people held at a time, and who held an office: printed positions have no dates, and are by far the most.
CREATE INDEX "positions_dated" ON "positions" ("official_id") WHERE "from_edtf" IS NOT NULL;
CREATE INDEX "positions_office" ON "positions" (lower("title")) WHERE "from_edtf" IS NOT NULL;
