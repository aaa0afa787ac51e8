-- JSONB sorts the keys of objects: a replayed response then differed from the first one. JSON keeps the text.
ALTER TABLE "idempotency_records" ALTER COLUMN "body" TYPE JSON USING "body"::json;
