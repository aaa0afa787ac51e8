import type { Db } from './db.ts'
import { executorOf } from './executor.ts'
import type { Prisma } from './generated/client.ts'

/** Returns the generated Prisma client. On a transaction, its queries join that transaction. Only stores use it. */
export const prisma = (db: Db): Prisma.TransactionClient => executorOf(db).prisma
