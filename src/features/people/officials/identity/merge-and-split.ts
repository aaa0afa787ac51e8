import { fieldFault, invalidField, rejectFaults } from '../../../../core/faults.ts'
import type { IdOrSlug } from '../../../../core/id-or-slug.ts'
import { lockIdentities } from '../../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { firstRevision, type Revision } from '../../../../database/ledger.sql.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { currentOfficial } from '../../../../record/officials/domain.ts'
import { createOfficial } from '../../../../record/officials/resolution/domain.ts'
import type { Official, OfficialRecord } from '../../../../record/officials/schema.ts'
import { findIdsOfOfficial } from '../../../../record/statements/domain.ts'
import type { Statement } from '../../../../record/statements/schema.ts'
import { appendChanges } from '../../../../record/statements/sightings/domain.ts'
import { lockStatements, pointStatements } from '../../../../record/statements/writes/domain.ts'
import type { Review } from '../../../access/idempotency/schema.ts'
import { mergeOfficials, withPositionsMoved } from './merged-records.ts'
import type { Move, Split } from './schema.ts'
import * as store from './store.ts'
import { demandUnmerged, idNamed, idOf, revisionOf } from './target.ts'

/**
 * Merges a person into another. Statements, names, identifiers and positions move to the other person. The path of the
 * merged person redirects there.
 * @param given the id or slug of the person who stays.
 * @returns the person who stays.
 * @throws DomainError `not_found`; `invalid_body` if `given` is not on record, or is the same person; `conflict` for a
 * merged person; the errors of `demand`.
 */
export const mergeOfficial = (db: Db, who: IdOrSlug, given: string, review: Review): Promise<Official> =>
  inTransaction(db, async (tx) => {
    await lockIdentities(tx)
    const fromId = await idOf(tx, who)
    const intoId = await idNamed(tx, given, '/into')
    if (fromId === intoId)
      throw invalidField('/into', 'Is the same person. Give the id or slug of another one.')
    const statements = await lockStatements(tx, await findIdsOfOfficial(tx, fromId))
    const held = await store.lockOfficials(tx, [fromId, intoId])
    const from = await demandUnmerged(tx, held, fromId)
    const into = await demandUnmerged(tx, held, intoId)
    review.demand(from.version)
    const after = mergeOfficials({ from: from.record, into: into.record }, intoId)
    await store.updateOfficial(tx, from, after.from, review.at)
    await store.updateOfficial(tx, into, after.into, review.at)
    const move = moveOf('merge', from, { id: intoId, version: into.version + 1 }, review)
    const ownRevisions = [
      revisionOf(from, 'merged', after.from, review),
      revisionOf(into, 'merged', after.into, review),
    ]
    await finishMove(tx, move, statements, ownRevisions, review)
    return currentOfficial(tx, { id: intoId })
  })

/**
 * Moves some statements and positions of a person to another person, who is on record or new.
 * @returns both people after the split.
 * @throws DomainError `not_found`; `invalid_body` with pointers to statements and positions of other people; `conflict`
 * for a merged person; the errors of `demand`.
 */
export const splitOfficial = (
  db: Db,
  who: IdOrSlug,
  split: Split,
  review: Review,
): Promise<{ from: Official; into: Official }> =>
  inTransaction(db, async (tx) => {
    await lockIdentities(tx)
    const fromId = await idOf(tx, who)
    const intoId = split.into === undefined ? null : await idNamed(tx, split.into, '/into')
    if (fromId === intoId)
      throw invalidField('/into', 'Is the same person. Give the id or slug of another one.')
    const statements = await lockStatements(tx, split.statements)
    const held = await store.lockOfficials(tx, intoId === null ? [fromId] : [fromId, intoId])
    const from = await demandUnmerged(tx, held, fromId)
    review.demand(from.version)
    rejectFaults(foreignFaults(from, statements, split))
    const { positions = [] } = split
    const into = intoId === null ? newPerson(split, review) : await demandUnmerged(tx, held, intoId)
    const after = withPositionsMoved({ from: from.record, into: into.record }, positions)
    await store.updateOfficial(tx, from, after.from, review.at)
    const ownRevisions = [revisionOf(from, 'split', after.from, review)]
    if (into.version === 0) ownRevisions.push(await createPerson(tx, into, after.into, review))
    else {
      await store.updateOfficial(tx, into, after.into, review.at)
      ownRevisions.push(revisionOf(into, 'split', after.into, review))
    }
    const move = moveOf('split', from, { id: into.id, version: into.version + 1 }, review)
    await finishMove(tx, move, statements, ownRevisions, review)
    return {
      from: await currentOfficial(tx, { id: fromId }),
      into: await currentOfficial(tx, { id: into.id }),
    }
  })

/** Inserts the move and its statements, and appends the revisions of the statements and of both people. */
async function finishMove(
  tx: Tx,
  move: Move,
  statements: readonly Statement[],
  ownRevisions: readonly Revision[],
  review: Review,
): Promise<void> {
  const action = move.kind === 'merge' ? 'repointed' : 'reattributed'
  const revisions = await pointStatements(tx, statements, move.intoId, { ...review, action })
  await store.insertMove(
    tx,
    move,
    statements.map(({ id }) => id),
  )
  await appendChanges(tx, [...ownRevisions, ...revisions], review.at)
}

const moveOf = (
  kind: Move['kind'],
  from: store.LockedOfficial,
  into: { readonly id: string; readonly version: number },
  { at }: Review,
): Move => ({
  id: idMaker(at)(),
  kind,
  fromId: from.id,
  fromVersion: from.version + 1,
  intoId: into.id,
  intoVersion: into.version,
})

/** Returns a new person, at version 0. */
const newPerson = ({ name = '' }: Split, { at }: Review): store.LockedOfficial => ({
  id: idMaker(at)(),
  version: 0,
  record: { slug: '', name, aliases: [], identifiers: [], positions: [], mergedInto: null },
})

async function createPerson(
  tx: Tx,
  { id, record }: store.LockedOfficial,
  after: OfficialRecord,
  { at, actor, reason }: Review,
): Promise<Revision> {
  const { slug } = await createOfficial(tx, id, record.name, at)
  await store.updatePositions(tx, id, [], after.positions, at)
  return firstRevision('official', id, { ...after, slug }, { actor, reason })
}

/** Returns a fault for each statement or position of a split that belongs to another person. */
function foreignFaults(
  from: store.LockedOfficial,
  statements: readonly Statement[],
  { statements: ids, positions = [] }: Split,
) {
  const known = new Map(statements.map((statement) => [statement.id, statement]))
  const own = new Set(from.record.positions.map(({ id }) => id))
  return [
    ...ids.flatMap((id, index) => {
      const statement = known.get(id)
      const { official = null } = statement?.speaker ?? {}
      if (official?.id === from.id) return []
      const whose = official === null ? 'a statement without a person' : `a statement of ${official.slug}`
      const message = statement ? `Is ${whose}, not of ${from.record.slug}.` : 'No statement has this id.'
      return [fieldFault(`/statements/${index}`, message)]
    }),
    ...positions.flatMap((id, index) =>
      own.has(id) ? [] : [fieldFault(`/positions/${index}`, 'This person has no position with this id.')],
    ),
  ]
}
