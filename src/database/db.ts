declare const database: unique symbol
declare const transaction: unique symbol

/** The database, or a transaction on it. Any module may pass a `Db` to another. Only stores query it. */
export interface Db {
  readonly [database]: true
}

/**
 * An open transaction. A function that locks rows or appends to the ledger takes a `Tx`, so that the compiler refuses a
 * call with the database itself.
 */
export interface Tx extends Db {
  readonly [transaction]: true
}
