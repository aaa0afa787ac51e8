declare const database: unique symbol
declare const transaction: unique symbol

/** The database, or a transaction on it. Any module may pass one on; only stores query it. */
export interface Db {
  readonly [database]: true
}

/**
 * An open transaction. A function that locks, or that appends to the ledger, takes a `Tx`: the compiler then refuses
 * a call on the database itself.
 */
export interface Tx extends Db {
  readonly [transaction]: true
}
