import { createRelater } from '../../../compare/index.ts'
import { mapInTurns } from '../../../core/turns.ts'
import type { Tx } from '../../../database/db.ts'
import { findCandidates, findMissed, type IdPair } from './candidates.sql.ts'
import { findPairsOf, type StoredPair } from './pairs.sql.ts'
import { readReports } from './reports.sql.ts'

const relate = createRelater()

/** The most statements whose candidates one query finds. */
const PIECE = 200
/** The most pairs that are compared in one turn of the event loop. */
const COMPARED_AT_ONCE = 50

/** The statements that are alike, by a comparison at a position of the ledger. */
export interface Compared {
  readonly pairs: readonly StoredPair[]
  /** Keys that too many statements have. */
  readonly common: readonly string[]
  /** Null if nothing was compared. */
  readonly position: number | null
}

/** Compares statements with all statements on record that may report the same. */
export async function compareWithRecord(tx: Tx, ids: readonly string[]): Promise<Compared> {
  if (ids.length === 0) return { pairs: [], common: [], position: null }
  const pairs: IdPair[] = []
  const common: string[] = []
  let position = Number.POSITIVE_INFINITY
  for (let from = 0; from < ids.length; from += PIECE) {
    const found = await findCandidates(tx, ids.slice(from, from + PIECE))
    pairs.push(...found.pairs)
    common.push(...found.common)
    position = Math.min(position, found.position)
  }
  return { pairs: await comparePairs(tx, pairs), common, position }
}

/**
 * Compares statements with the statements that other transactions changed since an earlier comparison. Call it while
 * the transaction holds the ledger: then no other statement can change.
 * @param until the position of the ledger before the revisions of this transaction.
 */
export async function compareWithMissed(
  tx: Tx,
  ids: readonly string[],
  earlier: Compared,
  until: number,
): Promise<readonly StoredPair[]> {
  const { position, pairs } = earlier
  if (position === null || position === until) return pairs
  const missed = await findMissed(tx, ids, { after: position, until })
  const isStale = ({ one, other }: StoredPair): boolean =>
    missed.changed.has(one) || missed.changed.has(other)
  return [...pairs.filter((pair) => !isStale(pair)), ...(await comparePairs(tx, missed.pairs))]
}

/** Compares statements again with those to which they are alike. */
export const compareAgain = async (tx: Tx, ids: readonly string[]): Promise<readonly StoredPair[]> =>
  ids.length === 0 ? [] : comparePairs(tx, await findPairsOf(tx, ids))

/**
 * Compares pairs of statements. Leaves out pairs that are not alike. Other work of the process can run meanwhile, because
 * a long text has thousands of pairs.
 */
export async function comparePairs(tx: Tx, pairs: readonly IdPair[]): Promise<StoredPair[]> {
  const reports = await readReports(tx, [...new Set(pairs.flat())])
  const compared = await mapInTurns(pairs, COMPARED_AT_ONCE, ([one, other]) => {
    const [a, b] = [reports.get(one), reports.get(other)]
    if (!a || !b) return []
    const { kind, strength } = relate(a, b)
    return kind === 'unrelated' ? [] : [{ one, other, is_same: kind === 'same', strength }]
  })
  return compared.flat()
}
