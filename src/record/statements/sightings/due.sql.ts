import type { Tx } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'

// SQL, because Prisma skips no rows that another process locks.

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
