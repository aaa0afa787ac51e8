import type { Prisma } from './generated/client.ts'
import type { Db } from './handle.ts'

export interface QueryResult {
  readonly rows: readonly unknown[]
  /** Rows returned or changed. */
  readonly count: number
}

/** What stands behind a `Db`: the pool, or one transaction. */
export interface Connection {
  readonly prisma: Prisma.TransactionClient
  query(sql: string, parameters: readonly unknown[]): Promise<QueryResult>
  /** Runs `work` in a transaction: a new one on the pool, the same one where there is one already. */
  transact<T>(work: (tx: Db) => Promise<T>): Promise<T>
}

export const toDb = (connection: Connection): Db => connection as unknown as Db

export const connectionOf = (db: Db): Connection => db as unknown as Connection
