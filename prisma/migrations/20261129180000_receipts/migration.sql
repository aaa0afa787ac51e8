-- The keys that sign receipts of checks. Public keys stay, so that old receipts can be checked. Only the key that signs
-- has its private part, unless the settings have it.
CREATE TABLE "receipt_keys" (
  "kid" TEXT NOT NULL,
  "public_key" TEXT NOT NULL,
  "private_key" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "receipt_keys_pkey" PRIMARY KEY ("kid")
);
-- At most one key signs, also if several processes create the first key at once.
CREATE UNIQUE INDEX "receipt_keys_signing" ON "receipt_keys" (("private_key" IS NOT NULL)) WHERE "private_key" IS NOT NULL;

-- A receipt holds hashes, ids and verdicts, and no words. The content is kept as the text that was signed.
CREATE TABLE "receipts" (
  "id" UUID NOT NULL,
  "kid" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "signature" TEXT NOT NULL,
  "has_caller" BOOLEAN NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "receipts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "receipts_kid_fkey" FOREIGN KEY ("kid") REFERENCES "receipt_keys" ("kid") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "receipts_expire_later" CHECK ("expires_at" > "created_at")
);
-- The receipts to delete: expired ones, and the oldest ones of callers without an API key.
CREATE INDEX "receipts_expires_at_idx" ON "receipts" ("expires_at");
CREATE INDEX "receipts_has_caller_created_at_idx" ON "receipts" ("has_caller", "created_at");
