import type { Tx } from '../../../database/db.ts'
import { execute } from '../../../database/sql.ts'

/** Locks a source until the transaction ends. Prisma takes no such locks. Read the source after this lock. */
export const lockSource = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'SELECT FROM sources WHERE id = $1::uuid FOR UPDATE', [id])
