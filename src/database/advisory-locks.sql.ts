import type { Db, Tx } from './db.ts'
import type { NamedTable } from './named-records.sql.ts'
import { execute } from './sql.ts'
import { inTransaction } from './transaction.ts'

// The advisory locks of PostgreSQL. Prisma cannot take them. A transaction releases its locks when it ends. Each lock
// has its own number, the same in every process.

const NAMING = 7_240_117
const IDENTITIES = 7_240_118
const IMPORTS = 7_240_119
const SEED = 7_261_843_092

/**
 * The numbers of the locks on names, by table: the lock on all names of the table, and the first number of the locks on
 * single names. Their second number is a hash of the name.
 */
const NAMES: Readonly<Record<NamedTable, number>> = { organizations: 7_240_120, officials: 7_240_121 }

/**
 * The most names that one transaction locks one by one. PostgreSQL has room for 6,400 locks of all transactions
 * together by default.
 */
const LOCKED_ONE_BY_ONE_MAX = 256

/**
 * Lets one transaction at a time add officials and organizations. All other transactions that add records wait. Use it
 * for changes of names on record, and for single names that no article prints.
 */
export const lockNaming = (tx: Tx): Promise<number> => lock(tx, NAMING)

/**
 * Lets one transaction at a time add officials or organizations with these names, so that two articles with the same
 * new name make one record. Transactions with other names do not wait, unless one has so many names that it locks all
 * names of the table. Look the names up again after this lock. Lock the names of organizations before the names of
 * officials, and lock all names of a table at once. Otherwise two transactions can wait for each other.
 * @param names the texts that records of one name share, such as the key and the slug.
 */
export async function lockNames(tx: Tx, table: NamedTable, names: readonly string[]): Promise<void> {
  const distinct = [...new Set(names)]
  if (distinct.length > LOCKED_ONE_BY_ONE_MAX) {
    await execute(
      tx,
      'SELECT pg_advisory_xact_lock_shared($1::bigint) UNION ALL SELECT pg_advisory_xact_lock($2::bigint)',
      [NAMING, NAMES[table]],
    )
    return
  }
  await execute(
    tx,
    `SELECT pg_advisory_xact_lock_shared(number) FROM unnest($1::bigint[]) number UNION ALL
     SELECT pg_advisory_xact_lock($2::int, number) FROM (
       SELECT DISTINCT hashtext(name) AS number FROM unnest($3::text[]) name ORDER BY number) locks`,
    [[NAMING, NAMES[table]], NAMES[table], distinct],
  )
}

/**
 * Locks the identities of people, shared with other transactions that connect statements with people. A merge or a
 * split must wait for them. Take this lock before any row lock. Otherwise this transaction and a merge can wait for
 * each other.
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
