-- Partitions the table of statements by time, while the service runs. docs/scaling.md tells when that is worth it.
--
-- Run it as the owner of the tables, in one session, each statement in its own transaction:
--   psql "$ONRECORD_MIGRATION_DATABASE_URL" --set ON_ERROR_STOP=1 --file prisma/partition-statements.sql
--
-- The ids of statements are UUIDs of version 7, which begin with their time. So the range of ids is a range of times, the
-- primary key stays (id), and foreign keys to it stay too. No row is moved: what is on record becomes the first
-- partition, and statements after the next change of quarter go to new partitions.
--
-- If it fails, run it again. A second run after a success creates the partitions of the next quarters.

-- Locks tables as soon as it can. All requests that come later wait for a lock that waits, so this one waits for a fifth
-- of a second, lets the others pass, and tries again, for a quarter of an hour. Every tenth time it waits for longer than
-- a second, after which PostgreSQL ends an automatic vacuum that is in the way.
CREATE OR REPLACE FUNCTION pg_temp.lock_soon(commands TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  FOR attempt IN 1..900 LOOP
    PERFORM set_config('lock_timeout', CASE WHEN attempt % 10 = 0 THEN '1200ms' ELSE '200ms' END, true);
    BEGIN
      EXECUTE commands;
      RETURN;
    EXCEPTION WHEN lock_not_available THEN
      PERFORM pg_sleep(0.5 + random());
    END;
  END LOOP;
  RAISE EXCEPTION 'The tables are in use. Run the script again when no export, backup or other long transaction runs.';
END $$;

-- Locks statements, and in a mode the tables that a partition is connected with by foreign keys: both what statements refer
-- to and what refers to statements. Takes those first that a writer locks first, so that the two do not wait for each other.
CREATE OR REPLACE FUNCTION pg_temp.lock_statements(mode_of_others TEXT) RETURNS VOID LANGUAGE sql AS $$
  SELECT pg_temp.lock_soon(
    (SELECT format('LOCK TABLE %s IN %s MODE;', string_agg(DISTINCT confrelid::regclass::TEXT, ', '), mode_of_others)
      FROM pg_constraint WHERE conrelid = 'statements'::regclass AND contype = 'f') ||
    'LOCK TABLE statements IN ACCESS EXCLUSIVE MODE;' ||
    (SELECT format('LOCK TABLE %s IN %s MODE', string_agg(DISTINCT conrelid::regclass::TEXT, ', '), mode_of_others)
      FROM pg_constraint WHERE confrelid = 'statements'::regclass AND contype = 'f' AND conparentid = 0))
$$;

-- Step 1. Proves the bound: all ids are before the next change of quarter that is at least a week ahead. It reads the
-- whole table once, and blocks no reader and no writer.
DO $$
DECLARE
  bound TIMESTAMPTZ := date_trunc('quarter', now() + INTERVAL '3 months 7 days', 'UTC');
BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = 'statements'::regclass) = 'p' THEN RETURN; END IF;
  IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'statements'::regclass AND conname = 'statements_before_partitions')
    THEN RETURN; END IF;
  PERFORM pg_temp.lock_soon('LOCK TABLE statements IN ACCESS EXCLUSIVE MODE');
  EXECUTE format('ALTER TABLE statements ADD CONSTRAINT statements_before_partitions CHECK (id < %L) NOT VALID',
    rpad(lpad(to_hex((extract(epoch FROM bound) * 1000)::BIGINT), 12, '0'), 32, '0')::UUID);
END $$;

DO $$
BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = 'statements'::regclass) = 'p' THEN RETURN; END IF;
  ALTER TABLE statements VALIDATE CONSTRAINT statements_before_partitions;
END $$;

-- Step 2. Exchanges the tables: a partitioned table gets the place of the table, and the table becomes its first
-- partition. Indexes, checks, foreign keys and triggers are taken from the table. PostgreSQL recognizes them, so it builds
-- and checks nothing again. It needs the tables alone for some tenths of a second.
DO $$
DECLARE
  former CONSTANT TEXT := 'statements_first';
  bound UUID;
  thing RECORD;
  indexes TEXT[];
  keys TEXT[];
  triggers TEXT[];
BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = 'statements'::regclass) = 'p' THEN RETURN; END IF;
  PERFORM pg_temp.lock_statements('ACCESS EXCLUSIVE');
  SELECT substring(pg_get_constraintdef(oid) FROM '''([0-9a-f-]{36})''')::UUID INTO STRICT bound
    FROM pg_constraint WHERE conrelid = 'statements'::regclass AND conname = 'statements_before_partitions' AND convalidated;

  -- What refers to the table is dropped and made again. Step 5 checks the rows that exist.
  CREATE TEMP TABLE referring ON COMMIT DROP AS
    SELECT conrelid::regclass::TEXT AS at, conname AS name, pg_get_constraintdef(oid) AS text
    FROM pg_constraint WHERE confrelid = 'statements'::regclass AND contype = 'f' AND conparentid = 0;
  FOR thing IN SELECT * FROM referring LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', thing.at, thing.name);
  END LOOP;

  indexes := ARRAY(SELECT pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = 'statements'::regclass AND NOT indisprimary ORDER BY indexrelid);
  keys := ARRAY(SELECT format('ALTER TABLE statements ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = 'statements'::regclass AND contype IN ('p', 'f') ORDER BY contype DESC, conname);
  triggers := ARRAY(SELECT pg_get_triggerdef(oid) || CASE tgenabled
      WHEN 'A' THEN format('; ALTER TABLE statements ENABLE ALWAYS TRIGGER %I', tgname) ELSE '' END
    FROM pg_trigger WHERE tgrelid = 'statements'::regclass AND NOT tgisinternal ORDER BY tgname);
  FOR thing IN SELECT tgname AS name FROM pg_trigger WHERE tgrelid = 'statements'::regclass AND NOT tgisinternal LOOP
    EXECUTE format('DROP TRIGGER %I ON statements', thing.name);
  END LOOP;

  -- Names of indexes are unique in a schema, so those of the partition get others.
  FOR thing IN SELECT indexrelid::regclass::TEXT AS name FROM pg_index WHERE indrelid = 'statements'::regclass LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', thing.name, left('first_' || thing.name, 63));
  END LOOP;
  EXECUTE format('ALTER TABLE statements RENAME TO %I', former);

  EXECUTE format('CREATE TABLE statements (LIKE %I INCLUDING ALL EXCLUDING INDEXES EXCLUDING STATISTICS) PARTITION BY RANGE (id)', former);
  ALTER TABLE statements DROP CONSTRAINT statements_before_partitions;
  FOR thing IN SELECT unnest(keys || indexes) AS text LOOP EXECUTE thing.text; END LOOP;
  EXECUTE format('ALTER TABLE statements ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%L)', former, bound);
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT statements_before_partitions', former);
  FOR thing IN SELECT unnest(triggers) AS text LOOP EXECUTE thing.text; END LOOP;

  -- A partition for everything later: a missing quarter refuses no statement.
  CREATE TABLE statements_later PARTITION OF statements DEFAULT;
  FOR thing IN SELECT * FROM referring LOOP
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s NOT VALID', thing.at, thing.name, thing.text);
  END LOOP;
  -- The rights of the role that serves.
  FOR thing IN
    SELECT grantee::regrole::TEXT AS role, string_agg(privilege_type, ', ') AS rights
    FROM pg_class, aclexplode(relacl) WHERE oid = former::regclass AND grantee <> relowner AND grantee <> 0 GROUP BY grantee
  LOOP
    EXECUTE format('GRANT %s ON statements TO %s', thing.rights, thing.role);
  END LOOP;
END $$;

-- Step 3. Creates partitions: those of the quarters of the next two years, each in a transaction of its own.
DO $$
DECLARE
  last UUID;
  first_day TIMESTAMPTZ;
BEGIN
  LOOP
    SELECT max(substring(pg_get_expr(relpartbound, oid) FROM 'TO \(''([0-9a-f-]{36})''\)')::UUID::TEXT)::UUID INTO last
      FROM pg_class WHERE relispartition AND oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'statements'::regclass);
    first_day := to_timestamp(('x' || replace(left(last::TEXT, 13), '-', ''))::BIT(48)::BIGINT / 1000.0);
    EXIT WHEN first_day > now() + INTERVAL '2 years';
    PERFORM pg_temp.lock_statements('SHARE ROW EXCLUSIVE');
    EXECUTE format('CREATE TABLE %I PARTITION OF statements FOR VALUES FROM (%L) TO (%L)',
      to_char(first_day AT TIME ZONE 'UTC', '"statements_"YYYY"q"Q'), last,
      rpad(lpad(to_hex((extract(epoch FROM (first_day AT TIME ZONE 'UTC' + INTERVAL '3 months') AT TIME ZONE 'UTC') * 1000)::BIGINT),
        12, '0'), 32, '0')::UUID);
    COMMIT;
  END LOOP;
END $$;

-- Step 4. Gathers figures: the planner needs those about the whole table, which autovacuum does not gather for a
-- partitioned table.
ANALYZE statements;

-- Step 5. Checks references: everything that refers to a statement finds it. It reads the referring tables once, and
-- blocks no reader and no writer.
DO $$
DECLARE
  thing RECORD;
BEGIN
  FOR thing IN SELECT conrelid::regclass::TEXT AS at, conname AS name FROM pg_constraint
    WHERE confrelid = 'statements'::regclass AND contype = 'f' AND conparentid = 0 AND NOT convalidated
  LOOP
    EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', thing.at, thing.name);
  END LOOP;
END $$;
