-- Gives the role of the service only the rights that serving needs. It may read and write rows. In tables whose rows
-- never change, it may only add rows. It may not create or alter tables. "onrecord migrate" runs this file. To run it
-- by hand, as the owner:
--   psql "$OWNER_URL" -c "SET onrecord.service_role = 'onrecord_service'" -f prisma/service-role.sql
DO $$
DECLARE
  service CONSTANT TEXT := current_setting('onrecord.service_role');
  thing RECORD;
BEGIN
  FOR thing IN
    SELECT DISTINCT n.nspname AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relowner = current_user::regrole AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
  LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', thing.name, service);
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', thing.name, service);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', thing.name, service);
  END LOOP;
  FOR thing IN
    SELECT c.oid::regclass AS name,
      CASE
        WHEN c.relname = '_prisma_migrations' THEN 'SELECT'
        -- A trigger marks the tables whose rows never change.
        WHEN EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'refuse_change'::regproc)
          THEN 'SELECT, INSERT'
        ELSE 'SELECT, INSERT, UPDATE, DELETE'
      END AS rights
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relowner = current_user::regrole AND c.relkind IN ('r', 'p', 'v')
      AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
  LOOP
    EXECUTE format('GRANT %s ON %s TO %I', thing.rights, thing.name, service);
  END LOOP;
  -- The one exception: the erasure of an article, which the triggers of these tables check again.
  EXECUTE format('GRANT EXECUTE ON FUNCTION erase_words_of_article(UUID) TO %I', service);
END $$;
