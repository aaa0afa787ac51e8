import { z } from 'zod'
import type { Tx } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'

// SQL, because the tables of the queue belong to its library, so Prisma does not know them.

const Turn = z.object({ turn: z.int() })

/**
 * Returns the turn of the first piece of a new job. Each piece of one submitter has a turn of its own. A submitter without
 * waiting pieces begins at the lowest turn that waits. So workers take one piece of each submitter in turn, and a long job
 * does not delay the jobs of others. The turns count from 0 again when no piece waits.
 * @param submittedBy the name of the key that submits the job.
 */
export async function nextTurn(tx: Tx, submittedBy: string): Promise<number> {
  const [row] = await rows(
    tx,
    `SELECT coalesce(max(-q.priority) FILTER (WHERE j.submitted_by = $1) + 1, min(-q.priority), 0)::int AS turn
     FROM pgboss.job q JOIN jobs j ON j.id = (q.data->>'job')::uuid
     WHERE q.name = 'ingest' AND q.state < 'active'`,
    [submittedBy],
  )
  return Turn.parse(row).turn
}
