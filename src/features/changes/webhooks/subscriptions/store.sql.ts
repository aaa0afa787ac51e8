import type { Tx } from '../../../../database/db.ts'
import { execute } from '../../../../database/sql.ts'

/** Locks a webhook until the transaction ends. Prisma takes no such locks. Read the webhook after this lock. */
export const lockWebhook = (tx: Tx, id: string): Promise<number> =>
  execute(tx, 'SELECT FROM webhooks WHERE id = $1::uuid FOR UPDATE', [id])
