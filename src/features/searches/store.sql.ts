import type { Tx } from '../../database/db.ts'
import { execute } from '../../database/sql.ts'

/** Locks a saved search until the transaction ends. Prisma takes no such locks. Read the search after this lock. */
export const lockSearch = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'SELECT FROM searches WHERE id = $1::uuid FOR UPDATE', [id])
