import type { Tx } from '../../../../database/db.ts'
import { currentOfficial } from '../../../../record/officials/domain.ts'
import type { Official, OfficialRecord } from '../../../../record/officials/schema.ts'
import { findIdsOfOfficial } from '../../../../record/statements/domain.ts'
import type { Statement } from '../../../../record/statements/schema.ts'
import { appendChanges } from '../../../../record/statements/sightings/domain.ts'
import { lockStatements, pointStatements } from '../../../../record/statements/writes/domain.ts'
import type { Review } from '../../../access/idempotency/schema.ts'
import { revert } from './revert.ts'
import type { Move } from './schema.ts'
import * as store from './store.ts'
import { demandUnmerged, findChange, revisionOf } from './target.ts'

/**
 * Undoes a merge or a split. Returns everything that it moved to its person, if it was not moved again.
 * @param id the person of the request, one of the two.
 */
export async function undoMove(tx: Tx, id: string, move: Move, review: Review): Promise<Official> {
  const statements = (await lockStatements(tx, await store.statementsOfMove(tx, move.id))).filter(
    ({ speaker }) => speaker.official?.id === move.intoId,
  )
  const held = await store.lockOfficials(tx, [move.fromId, move.intoId])
  review.demand((held.get(id) as store.LockedOfficial).version)
  const into = await demandUnmerged(tx, held, move.intoId)
  const from =
    move.kind === 'merge'
      ? (held.get(move.fromId) as store.LockedOfficial)
      : await demandUnmerged(tx, held, move.fromId)
  const change = await findChange(tx, move.fromId, move.fromVersion)
  const fromAfter = withCurrent(revert(from.record, change.before ?? change.after, change.after), into.record)
  const intoAfter = await withoutMove(tx, into, move, statements)
  // First update the record that loses names and positions, because a unique identifier must be free before the other
  // record gets it.
  await store.updateOfficial(tx, into, intoAfter, review.at)
  await store.updateOfficial(tx, from, fromAfter, review.at)
  const revisions = await pointStatements(tx, statements, move.fromId, {
    ...review,
    action: move.kind === 'merge' ? 'repointed' : 'reattributed',
  })
  const official = await currentOfficial(tx, { id })
  await appendChanges(
    tx,
    [
      revisionOf(from, 'undone', fromAfter, review, move.fromVersion),
      revisionOf(into, 'undone', intoAfter, review, move.intoVersion),
      ...revisions,
    ],
    review.at,
  )
  return official
}

/**
 * Returns the receiving person without the additions of the move. If a split created the person and left no statements,
 * the person is merged back.
 */
async function withoutMove(
  tx: Tx,
  into: store.LockedOfficial,
  move: Move,
  returning: readonly Statement[],
): Promise<OfficialRecord> {
  const { before, after } = await findChange(tx, move.intoId, move.intoVersion)
  const reverted = revert(into.record, before ?? { ...after, positions: [] }, after)
  if (before !== null) return reverted
  const left = (await findIdsOfOfficial(tx, into.id)).length - returning.length
  return left === 0 ? { ...reverted, mergedInto: move.fromId } : reverted
}

/** Returns a person with positions that keep the corrections made since the move. */
const withCurrent = (record: OfficialRecord, other: OfficialRecord): OfficialRecord => ({
  ...record,
  positions: record.positions.map((one) => other.positions.find(({ id }) => id === one.id) ?? one),
})
