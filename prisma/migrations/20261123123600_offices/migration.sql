-- Who may hold an office is looked for among all who are told to: dates may be missing, and then nothing is certain.
DROP INDEX "positions_office";
CREATE INDEX "positions_office" ON "positions" (lower("title")) WHERE "basis" <> 'printed';
