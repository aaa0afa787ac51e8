import { execute } from './client.ts'
import type { Tx } from './handle.ts'

/** Any numbers will do as long as each is of one lock alone, and every process takes the same. */
const NAMING = 7_240_117
const IDENTITIES = 7_240_118
const IMPORTS = 7_240_119

/**
 * Lets one transaction at a time add officials and organizations, until it ends: two articles that bring the same
 * new name at once make one record. Look again after taking it.
 */
export const lockNaming = (tx: Tx): Promise<number> => hold(tx, NAMING)

/**
 * Lets many transactions at once tie statements to people, but none while people are merged or split. Take it before
 * any row: whoever has a statement in hand must not wait for a merger that waits for the statement.
 */
export const shareIdentities = (tx: Tx): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock_shared($1)', [IDENTITIES])

/** Waits until nobody ties statements to people, and keeps others from it until the transaction ends. */
export const lockIdentities = (tx: Tx): Promise<number> => hold(tx, IDENTITIES)

/**
 * Lets one roster at a time in, until the transaction ends: two would hold people that the other has yet to meet. Take
 * it before anything else.
 */
export const lockImports = (tx: Tx): Promise<number> => hold(tx, IMPORTS)

const hold = (tx: Tx, lock: number): Promise<number> =>
  execute(tx, 'SELECT pg_advisory_xact_lock($1)', [lock])
