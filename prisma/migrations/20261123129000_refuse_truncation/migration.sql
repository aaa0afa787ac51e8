-- What is never changed or deleted is not emptied either.
CREATE TRIGGER "snapshots_never_emptied" BEFORE TRUNCATE ON "snapshots"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revisions_never_emptied" BEFORE TRUNCATE ON "revisions"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
