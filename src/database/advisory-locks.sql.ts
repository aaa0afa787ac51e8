import type { Db, Tx } from './db.ts'
import { execute } from './sql.ts'
import { inTransaction } from './transaction.ts'

// The advisory locks of PostgreSQL, which Prisma cannot take. A transaction releases them when it ends. Each lock has
// its own number, the same in every process.

const NAMING = 7_240_117
const IDENTITIES = 7_240_118
const IMPORTS = 7_240_119
const SEED = 7_261_843_092

/**
 * Locks the adding of officials and organizations, so that two articles with the same new name create one record. Look
 * up the name again after this lock.
 */
export const lockNaming = (tx: Tx): Promise<number> => lock(tx, NAMING)

/**
 * Locks the identities of people, shared with other transactions that connect statements with people. A merge or a
 * split must wait for them. Take this lock before any row: otherwise this transaction and a merge can wait for each
 * other.
 */
export const lockIdentitiesShared = (tx: Tx): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock_shared($1)', [IDENTITIES])

/**
 * Locks the identities of people for this transaction alone. Waits for all transactions that connect statements with
 * people, and makes later ones wait.
 */
export const lockIdentities = (tx: Tx): Promise<number> => lock(tx, IDENTITIES)

/**
 * Locks the import of rosters, because two imports could lock the same people in opposite order. Take this lock before
 * any other.
 */
export const lockImports = (tx: Tx): Promise<number> => lock(tx, IMPORTS)

/** Runs `work` in a transaction. Other processes that seed the database wait until it ends. */
export const inSeedTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, async (tx) => {
    await lock(tx, SEED)
    return work(tx)
  })

const lock = (tx: Tx, number: number): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock($1)', [number])
