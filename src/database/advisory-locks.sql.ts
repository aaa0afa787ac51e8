import type { Db, Tx } from './db.ts'
import { execute } from './sql.ts'
import { inTransaction } from './transaction.ts'

// PostgreSQL's advisory locks, which Prisma cannot take. A transaction releases them when it ends. Each lock has a
// number of its own, the same in every process.

const NAMING = 7_240_117
const IDENTITIES = 7_240_118
const IMPORTS = 7_240_119
const SEED = 7_261_843_092

/**
 * Lets one transaction at a time add officials and organizations: two articles that print the same new name then make
 * one record. Look the name up again after this lock.
 */
export const lockNaming = (tx: Tx): Promise<number> => lock(tx, NAMING)

/**
 * Lets many transactions at once tie statements to people, but none while people are merged or split. Take this lock
 * before any row: a transaction that has locked a statement must not wait for a merger that waits for the statement.
 */
export const lockIdentitiesShared = (tx: Tx): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock_shared($1)', [IDENTITIES])

/** Waits until no transaction ties statements to people, then keeps others from it until this one ends. */
export const lockIdentities = (tx: Tx): Promise<number> => lock(tx, IDENTITIES)

/**
 * Lets one transaction at a time import a roster: two could lock the same people in opposite order. Take this lock
 * before any other.
 */
export const lockImports = (tx: Tx): Promise<number> => lock(tx, IMPORTS)

/** Runs `work` in a transaction while no other process seeds the database: the others wait. */
export const inSeedTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, async (tx) => {
    await lock(tx, SEED)
    return work(tx)
  })

const lock = (tx: Tx, number: number): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock($1)', [number])
