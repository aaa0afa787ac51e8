import type { Db, Tx } from './db.ts'
import type { NamedTable } from './named-records.sql.ts'
import { execute } from './sql.ts'
import { inTransaction } from './transaction.ts'

// The advisory locks of PostgreSQL, which Prisma cannot take. A transaction releases them when it ends. Each lock has
// its own number, the same in every process.

const NAMING = 7_240_117
const IDENTITIES = 7_240_118
const IMPORTS = 7_240_119
const SEED = 7_261_843_092

/** The numbers of the locks of single names. Each is a pair: this one, and one of `NAME_LOCKS` by the name. */
const NAMES: Readonly<Record<NamedTable, number>> = { organizations: 7_240_120, officials: 7_240_121 }

/** The number of locks that the names of a table share: two new names seldom share one, and no article needs more. */
const NAME_LOCKS = 256

/**
 * Lets one transaction at a time add officials and organizations of any name, while all others that add some wait. For
 * changes of names on record, and for single names that no article prints.
 */
export const lockNaming = (tx: Tx): Promise<number> => lock(tx, NAMING)

/**
 * Lets one transaction at a time add officials or organizations with these names: two articles that print the same new
 * name then make one record. Look the names up again after this lock. Lock names of organizations before those of
 * officials, and all of a table at once: otherwise, two transactions can wait for each other.
 * @param names what records of one name share, such as its key and its slug.
 */
export const lockNames = (tx: Tx, table: NamedTable, names: readonly string[]): Promise<number> =>
  execute(
    tx,
    `SELECT pg_advisory_xact_lock_shared($1::bigint) UNION ALL
     SELECT pg_advisory_xact_lock($2::int, number) FROM (
       SELECT DISTINCT hashtext(name) & ${NAME_LOCKS - 1} AS number FROM unnest($3::text[]) name ORDER BY number) locks`,
    [NAMING, NAMES[table], names],
  )

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
