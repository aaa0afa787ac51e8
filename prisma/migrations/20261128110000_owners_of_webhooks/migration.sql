-- The holder of a key is its first key: keys that replace it keep the holder.
ALTER TABLE "api_keys" ADD COLUMN "holder_id" UUID;
UPDATE "api_keys" SET "holder_id" = "id";
ALTER TABLE "api_keys"
  ALTER COLUMN "holder_id" SET NOT NULL,
  ADD CONSTRAINT "api_keys_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "api_keys" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "api_keys_holder_id_idx" ON "api_keys" ("holder_id");

-- A webhook belongs to the holder of the key that created it. For webhooks from before, the key is not known.
ALTER TABLE "webhooks"
  ADD COLUMN "owner_id" UUID,
  ADD CONSTRAINT "webhooks_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "api_keys" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "webhooks_owner_id_idx" ON "webhooks" ("owner_id");
