import type { Db, Tx } from './db.ts'
import type { Prisma } from './generated/client.ts'

export interface QueryResult {
  readonly rows: readonly unknown[]
  /** The number of rows returned or changed. */
  readonly count: number
}

/**
 * One state of the database, which several queries read: each sees what was committed when the snapshot was opened. It
 * holds a connection until it is closed.
 */
export interface Snapshot {
  /** Runs one query and returns its rows. `value-types.ts` defines the types of the values. */
  rows(sql: string, parameters?: readonly unknown[]): Promise<readonly unknown[]>
  /** Releases the connection, after the query that is running. */
  close(): Promise<void>
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
  /** Notes the position to which this transaction moves the ledger. It is known to the process after the commit. */
  noteLedger(position: bigint): void
  /** Opens a snapshot on a connection of its own. A transaction cannot open one. */
  openSnapshot(): Promise<Snapshot>
}

export const toDb = (executor: Executor): Db => executor as unknown as Db

export const toTx = (executor: Executor): Tx => executor as unknown as Tx

export const executorOf = (db: Db): Executor => db as unknown as Executor
