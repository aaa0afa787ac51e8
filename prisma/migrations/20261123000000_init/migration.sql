CREATE TYPE "position_basis" AS ENUM ('printed', 'roster');
CREATE TYPE "published_basis" AS ENUM ('stated', 'inferred', 'unknown');
CREATE TYPE "statement_type" AS ENUM ('direct', 'mixed', 'indirect');
CREATE TYPE "polarity" AS ENUM ('affirmed', 'denied', 'refused', 'negated', 'future', 'asked');
CREATE TYPE "speaker_kind" AS ENUM ('person', 'organization', 'group', 'document', 'unknown');
CREATE TYPE "attribution" AS ENUM ('named', 'pronoun', 'carried-over', 'organization', 'ambiguous', 'none');
CREATE TYPE "date_precision" AS ENUM ('day', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century', 'interval', 'open');
CREATE TYPE "said_basis" AS ENUM ('stated', 'relative-to-publication', 'relative-to-narrative', 'bounded', 'publication');
CREATE TYPE "statement_status" AS ENUM ('machine', 'verified', 'disputed', 'retracted', 'rejected');
CREATE TYPE "span_kind" AS ENUM ('content', 'quoted', 'speaker', 'cue', 'antecedent', 'role', 'expression', 'venue', 'addressee', 'relay');
CREATE TYPE "subject" AS ENUM ('article', 'official', 'organization', 'statement');

-- The length JavaScript gives a string: characters beyond the basic plane count twice.
CREATE FUNCTION utf16_length(value TEXT) RETURNS INTEGER
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN char_length(value) + CASE
    WHEN octet_length(value) = char_length(value) THEN 0
    ELSE regexp_count(value, '[\U00010000-\U0010FFFF]')
  END;

-- Name keys end in the family name.
CREATE FUNCTION surname_of_key(name_key TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(name_key, '^.* ', '');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE "officials" (
  "id" UUID NOT NULL,
  "slug" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "name_key" TEXT NOT NULL,
  "merged_into_id" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "officials_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "officials_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "officials" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "officials_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT "officials_name_given" CHECK ("name" <> ''),
  CONSTRAINT "officials_not_merged_into_itself" CHECK ("merged_into_id" <> "id"),
  CONSTRAINT "officials_version_counts_up" CHECK ("version" >= 1)
);
CREATE UNIQUE INDEX "officials_slug_key" ON "officials" ("slug");
CREATE INDEX "officials_name_key_idx" ON "officials" ("name_key");
CREATE INDEX "officials_name_id_idx" ON "officials" ("name", "id");
CREATE INDEX "officials_surname" ON "officials" (surname_of_key("name_key"));

CREATE TABLE "official_aliases" (
  "official_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "name_key" TEXT NOT NULL,
  CONSTRAINT "official_aliases_pkey" PRIMARY KEY ("official_id", "name"),
  CONSTRAINT "official_aliases_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "officials" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "official_aliases_name_given" CHECK ("name" <> '')
);
CREATE INDEX "official_aliases_name_key_idx" ON "official_aliases" ("name_key");
CREATE INDEX "official_aliases_surname" ON "official_aliases" (surname_of_key("name_key"));

CREATE TABLE "organizations" (
  "id" UUID NOT NULL,
  "slug" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "name_key" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "organizations_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "organizations_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT "organizations_name_given" CHECK ("name" <> ''),
  CONSTRAINT "organizations_version_counts_up" CHECK ("version" >= 1)
);
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations" ("slug");
CREATE UNIQUE INDEX "organizations_name_key_key" ON "organizations" ("name_key");
CREATE INDEX "organizations_name_id_idx" ON "organizations" ("name", "id");

CREATE TABLE "positions" (
  "id" UUID NOT NULL,
  "official_id" UUID NOT NULL,
  "organization_id" UUID,
  "title" TEXT NOT NULL,
  "from_edtf" TEXT,
  "from_earliest" DATE,
  "to_edtf" TEXT,
  "to_latest" DATE,
  "basis" "position_basis" NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "positions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "positions_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "officials" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "positions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "positions_title_given" CHECK ("title" <> ''),
  CONSTRAINT "positions_bounds_ordered" CHECK ("from_earliest" <= "to_latest"),
  CONSTRAINT "positions_from_bound_has_date" CHECK ("from_earliest" IS NULL OR "from_edtf" IS NOT NULL),
  CONSTRAINT "positions_to_bound_has_date" CHECK ("to_latest" IS NULL OR "to_edtf" IS NOT NULL)
);
CREATE INDEX "positions_official_id_idx" ON "positions" ("official_id");
CREATE INDEX "positions_organization_id_idx" ON "positions" ("organization_id");
-- A position read again in another article is the same position.
CREATE UNIQUE INDEX "positions_printed_once" ON "positions" ("official_id", lower("title"), "organization_id") NULLS NOT DISTINCT
  WHERE "basis" = 'printed';

CREATE TABLE "articles" (
  "id" UUID NOT NULL,
  "url" TEXT,
  "title" TEXT,
  "publisher" TEXT,
  "byline" TEXT,
  "dateline" TEXT,
  "language" TEXT,
  "published_edtf" TEXT,
  "published_earliest" DATE,
  "published_latest" DATE,
  "published_basis" "published_basis" NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "articles_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "articles_published_bounds_ordered" CHECK ("published_earliest" <= "published_latest"),
  CONSTRAINT "articles_published_known_or_unknown" CHECK (("published_edtf" IS NULL) = ("published_basis" = 'unknown')),
  CONSTRAINT "articles_version_counts_up" CHECK ("version" >= 1)
);
CREATE UNIQUE INDEX "articles_url_key" ON "articles" ("url");
CREATE INDEX "articles_publisher_idx" ON "articles" ("publisher");
CREATE INDEX "articles_published" ON "articles" ((coalesce("published_latest", DATE '9999-12-31')), "id");
CREATE INDEX "articles_created_at_id_idx" ON "articles" ("created_at", "id");

CREATE TABLE "snapshots" (
  "id" UUID NOT NULL,
  "article_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "sha256" CHAR(64) NOT NULL,
  "length" INTEGER NOT NULL,
  "retrieved_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "snapshots_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "snapshots_ordinal_counts_up" CHECK ("ordinal" >= 1),
  CONSTRAINT "snapshots_sha256_of_text" CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')),
  CONSTRAINT "snapshots_length_of_text" CHECK ("length" = utf16_length("text"))
);
CREATE UNIQUE INDEX "snapshots_article_id_ordinal_key" ON "snapshots" ("article_id", "ordinal");
CREATE UNIQUE INDEX "snapshots_article_id_sha256_key" ON "snapshots" ("article_id", "sha256");
CREATE INDEX "snapshots_sha256_idx" ON "snapshots" ("sha256");
-- Lets a statement's foreign key demand that its snapshot is one of its own article.
CREATE UNIQUE INDEX "snapshots_id_article_id_key" ON "snapshots" ("id", "article_id");
CREATE TRIGGER "snapshots_never_change" BEFORE UPDATE OR DELETE ON "snapshots"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "statements" (
  "id" UUID NOT NULL,
  "article_id" UUID NOT NULL,
  "snapshot_id" UUID NOT NULL,
  "start_offset" INTEGER NOT NULL,
  "type" "statement_type" NOT NULL,
  "polarity" "polarity" NOT NULL,
  "text" TEXT NOT NULL,
  "context_before" TEXT NOT NULL,
  "context_after" TEXT NOT NULL,
  "speaker_kind" "speaker_kind" NOT NULL,
  "speaker_name" TEXT,
  "official_id" UUID,
  "organization_id" UUID,
  "role" TEXT,
  "role_former" BOOLEAN NOT NULL,
  "attribution" "attribution" NOT NULL,
  "candidates" TEXT[] NOT NULL,
  "said_edtf" TEXT NOT NULL,
  "said_earliest" DATE,
  "said_latest" DATE,
  "said_precision" "date_precision" NOT NULL,
  "said_basis" "said_basis" NOT NULL,
  "confidence" DOUBLE PRECISION NOT NULL,
  "rule" TEXT NOT NULL,
  "speaker_rule" TEXT NOT NULL,
  "status" "statement_status" NOT NULL DEFAULT 'machine',
  "version" INTEGER NOT NULL DEFAULT 1,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "statements_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "statements_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "statements_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "statements_snapshot_of_article_fkey" FOREIGN KEY ("snapshot_id", "article_id") REFERENCES "snapshots" ("id", "article_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "statements_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "officials" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "statements_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "statements_start_in_text" CHECK ("start_offset" >= 0),
  CONSTRAINT "statements_text_given" CHECK ("text" <> ''),
  CONSTRAINT "statements_said_bounds_ordered" CHECK ("said_earliest" <= "said_latest"),
  CONSTRAINT "statements_confidence_is_a_share" CHECK ("confidence" BETWEEN 0 AND 1),
  CONSTRAINT "statements_no_speaker_invented" CHECK ("official_id" IS NULL OR "attribution" NOT IN ('ambiguous', 'none')),
  CONSTRAINT "statements_undated_say_so" CHECK ("said_basis" <> 'publication' OR "said_earliest" IS NULL),
  CONSTRAINT "statements_version_counts_up" CHECK ("version" >= 1)
);
CREATE INDEX "statements_article_id_start_offset_idx" ON "statements" ("article_id", "start_offset");
CREATE INDEX "statements_snapshot_id_idx" ON "statements" ("snapshot_id");
CREATE INDEX "statements_recorded_at_id_idx" ON "statements" ("recorded_at", "id");
CREATE INDEX "statements_confidence_id_idx" ON "statements" ("confidence", "id");
-- Indexes that equal the orders in which statements are listed. Where no last day is known, the words sort last.
CREATE INDEX "statements_said" ON "statements" ((coalesce("said_latest", DATE '9999-12-31')), "id");
CREATE INDEX "statements_official_said" ON "statements" ("official_id", (coalesce("said_latest", DATE '9999-12-31')), "id");
CREATE INDEX "statements_organization_said" ON "statements" ("organization_id", (coalesce("said_latest", DATE '9999-12-31')), "id");
-- The dates on which something was said, counted without reading the statements.
CREATE INDEX "statements_said_interval" ON "statements" ("said_earliest", "said_latest", "said_edtf");

CREATE TABLE "statement_spans" (
  "statement_id" UUID NOT NULL,
  "kind" "span_kind" NOT NULL,
  "ordinal" SMALLINT NOT NULL,
  "start_offset" INTEGER NOT NULL,
  "end_offset" INTEGER NOT NULL,
  "exact" TEXT NOT NULL,
  CONSTRAINT "statement_spans_pkey" PRIMARY KEY ("statement_id", "kind", "ordinal"),
  CONSTRAINT "statement_spans_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "statement_spans_ordinal_counts_up" CHECK ("ordinal" >= 0),
  CONSTRAINT "statement_spans_ordered" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset"),
  CONSTRAINT "statement_spans_exact_fits" CHECK ("end_offset" - "start_offset" = utf16_length("exact"))
);

CREATE TABLE "revisions" (
  "position" BIGINT NOT NULL,
  "subject" "subject" NOT NULL,
  "subject_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "action" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "reason" TEXT,
  "before" JSONB,
  "after" JSONB,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "revisions_pkey" PRIMARY KEY ("position"),
  CONSTRAINT "revisions_position_counts_up" CHECK ("position" >= 1),
  CONSTRAINT "revisions_version_counts_up" CHECK ("version" >= 1),
  CONSTRAINT "revisions_first_has_no_before" CHECK (("version" = 1) = ("before" IS NULL))
);
CREATE UNIQUE INDEX "revisions_subject_subject_id_version_key" ON "revisions" ("subject", "subject_id", "version");
CREATE TRIGGER "revisions_never_change" BEFORE UPDATE OR DELETE ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "ledger" (
  "id" SMALLINT NOT NULL,
  "position" BIGINT NOT NULL,
  CONSTRAINT "ledger_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ledger_is_one_row" CHECK ("id" = 1),
  CONSTRAINT "ledger_position_counts_up" CHECK ("position" >= 0)
);
INSERT INTO "ledger" ("id", "position") VALUES (1, 0);
