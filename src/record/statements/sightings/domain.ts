import type { Db, Tx } from '../../../database/db.ts'
import { appendRevisions, lockLedger, type Revision } from '../../../database/ledger.sql.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { insertCommonKeys } from './candidates.sql.ts'
import { changesIn } from './changed.ts'
import { compareAgain, compareWithMissed, compareWithRecord } from './compare.ts'
import { insertDue, takeDue } from './due.sql.ts'
import { deletePairs, findAlikeOfArticles, insertPairs, type StoredPair } from './pairs.sql.ts'
import { regroup } from './regroup.ts'

export {
  deleteLatestDecision,
  findDecisionsAmong,
  insertDecision,
  type PairDecision,
} from './decisions.sql.ts'
export { findReports, LINKED_MAX } from './groups.sql.ts'

/**
 * The most statements of a merge or split that are compared with the record at once, because other writers wait for it.
 * Beyond, they are compared only with those that were alike before, and `groupDue` compares them with the others.
 */
const REPOINTED_MAX = 500

/**
 * Appends revisions like `appendRevisions`, and groups the statements that they change with the other reports of their
 * utterances. Every transaction that changes statements or articles ends with it. Statements are compared before the
 * ledger is locked. After that, only the statements that other transactions changed since then are compared.
 */
export async function appendChanges(tx: Tx, revisions: readonly Revision[], at: Date): Promise<void> {
  const changes = changesIn(revisions)
  const { reworded, repointed, regrouped, articles, erased } = changes
  const isMany = repointed.length > REPOINTED_MAX
  const compared = isMany ? changes.compared : [...changes.compared, ...repointed]
  const found = await compareWithRecord(tx, compared)
  const again = await compareAgain(tx, repointed)
  const until = await appendRevisions(tx, revisions, at)
  if (until === null) return
  if (isMany) await insertDue(tx, repointed)
  const pairs = eachOnce([...again, ...(await compareWithMissed(tx, compared, found, until))])
  const wordless = await findAlikeOfArticles(tx, erased)
  const parted = await deletePairs(tx, [...reworded, ...repointed, ...wordless])
  await insertPairs(tx, pairs)
  await insertCommonKeys(tx, found.common)
  const affected = new Set([
    ...(await findAlikeOfArticles(tx, articles)),
    ...pairs.flatMap(({ one, other }) => [one, other]),
    ...[...parted, ...reworded, ...repointed, ...regrouped, ...wordless],
  ])
  await regroup(tx, [...affected], new Set(compared))
}

const eachOnce = (pairs: readonly StoredPair[]): StoredPair[] => [
  ...new Map(pairs.map((pair) => [`${pair.one} ${pair.other}`, pair])).values(),
]

/** The most statements that one transaction groups. */
const DUE_PIECE = 200

/**
 * Groups some of the statements that were on record before sightings were grouped, or moved with too many others.
 * @returns how many; 0 if none is left.
 */
export const groupDue = (db: Db): Promise<number> =>
  inTransaction(db, async (tx) => {
    const ids = await takeDue(tx, DUE_PIECE)
    const found = await compareWithRecord(tx, ids)
    if (found.position === null) return 0
    const pairs = await compareWithMissed(tx, ids, found, await lockLedger(tx))
    await insertPairs(tx, pairs)
    await insertCommonKeys(tx, found.common)
    const affected = new Set(pairs.flatMap(({ one, other }) => [one, other]))
    await regroup(tx, [...affected], new Set(ids))
    return ids.length
  })
