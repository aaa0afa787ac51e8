-- Tells every process that listens where the ledger is, when the transaction that moved it commits. A trigger, so that
-- processes of the last version send notifications too.
CREATE FUNCTION notify_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ledger', NEW.position::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "ledger_notifies" AFTER UPDATE ON "ledger" FOR EACH ROW EXECUTE FUNCTION notify_of_ledger();
