import type { Db } from './db.ts'
import { executorOf } from './executor.ts'
import type { Prisma } from './generated/client.ts'

/**
 * The models of the generated client, without `findUnique`. Prisma combines simultaneous calls of `findUnique` into one
 * query, so that the malformed value of one caller would fail the requests of others. `findFirst` reads the same row.
 */
export type Models = {
  readonly [Model in Uncapitalize<Prisma.ModelName>]: Omit<
    Prisma.TransactionClient[Model],
    'findUnique' | 'findUniqueOrThrow'
  >
}

/** Returns Prisma's models. On a transaction, their queries join that transaction. Only stores use it. */
export const prisma = (db: Db): Models => executorOf(db).prisma
