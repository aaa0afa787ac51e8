import type { Tx } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'
import type { ItemKey } from './store.ts'

/**
 * Locks a waiting line until the transaction ends. Prisma takes no such locks. Returns null if the line does not wait
 * any more. `mustWait` is true if an earlier line with the same URL must be ingested first.
 */
export async function lockItem(tx: Tx, { job, line }: ItemKey): Promise<{ mustWait: boolean } | null> {
  const [row] = await rows(
    tx,
    `SELECT address IS NOT NULL AND EXISTS (
       SELECT FROM job_items e
       WHERE e.job_id = i.job_id AND e.address = i.address AND e.line < i.line AND e.state = 'waiting') AS must_wait
     FROM job_items i WHERE i.job_id = $1::uuid AND i.line = $2 AND i.state = 'waiting' FOR UPDATE`,
    [job, line],
  )
  return row === undefined ? null : { mustWait: (row as { must_wait: boolean }).must_wait }
}
