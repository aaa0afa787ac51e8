import type { Db, Tx } from './db.ts'
import type { Prisma } from './generated/client.ts'

export interface QueryResult {
  readonly rows: readonly unknown[]
  /** The number of rows returned or changed. */
  readonly count: number
}

/** The implementation behind a `Db`: the connection pool, or one transaction. */
export interface Executor {
  readonly prisma: Prisma.TransactionClient
  /**
   * Runs a query.
   * @param isPrepared true if the statement may be prepared. Its plan then does not depend on the parameters. Default:
   * true.
   */
  query(sql: string, parameters: readonly unknown[], isPrepared?: boolean): Promise<QueryResult>
  /** Runs `work` in a transaction: a new transaction on the pool, or the current transaction if there is one. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export const toDb = (executor: Executor): Db => executor as unknown as Db

export const toTx = (executor: Executor): Tx => executor as unknown as Tx

export const executorOf = (db: Db): Executor => db as unknown as Executor
