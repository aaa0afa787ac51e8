import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'

// SQL, because Prisma neither skips rows that another process locks nor inserts many ids in one parameter.

/** Takes statements that no process has grouped. If the transaction is rolled back, they are due again. */
export async function takeDue(tx: Tx, limit: number): Promise<string[]> {
  const taken = await rows(
    tx,
    `DELETE FROM sightings_due WHERE statement_id IN (
       SELECT statement_id FROM sightings_due ORDER BY statement_id LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING statement_id`,
    [limit],
  )
  return (taken as { statement_id: string }[]).map(({ statement_id }) => statement_id)
}

/** Makes statements due to be grouped by `onrecord sightings`. */
export async function insertDue(tx: Tx, ids: readonly string[]): Promise<void> {
  await execute(
    tx,
    'INSERT INTO sightings_due (statement_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
    [ids],
  )
}
