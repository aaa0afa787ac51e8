import { DomainError } from '../../../../core/errors.ts'
import { invalidField, isNotFound } from '../../../../core/faults.ts'
import type { IdOrSlug } from '../../../../core/id-or-slug.ts'
import type { Keyed, PageRequest } from '../../../../core/page.ts'
import { lockIdentities, lockIdentitiesShared } from '../../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { appendRevisions, type Revision } from '../../../../database/ledger.sql.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { currentOfficial } from '../../../../record/officials/domain.ts'
import type { Official } from '../../../../record/officials/schema.ts'
import { organizationNamed } from '../../../../record/organizations/domain.ts'
import type { OrganizationReference } from '../../../../record/organizations/schema.ts'
import type { Review } from '../../../access/idempotency/schema.ts'
import { changedFields, historyOf, lastUndoable } from '../../../changes/history/domain.ts'
import type { HistoryEntry } from '../../../changes/history/schema.ts'
import { editOfficial, type NamedOrganizations } from './correct.ts'
import { revert } from './revert.ts'
import type { OfficialEdit } from './schema.ts'
import * as store from './store.ts'
import { demandUnmerged, findChange, idOf, pastChanges, revisionOf } from './target.ts'
import { undoMove } from './undo-move.ts'

export { movePositionsToOrganization, returnPositions } from './holders.ts'
export { mergeOfficial, splitOfficial } from './merge-and-split.ts'
export { lockOfficials } from './store.ts'

/**
 * Corrects a person's name, aliases and positions. The slug stays, so that URLs keep working. Writes nothing if nothing
 * changes.
 * @throws DomainError `not_found`; `invalid_body` with pointers into the edit; `conflict` for a merged person; the
 * errors of `demand`.
 */
export const changeOfficial = (
  db: Db,
  who: IdOrSlug,
  edit: OfficialEdit,
  review: Review,
): Promise<Official> =>
  inTransaction(db, async (tx) => {
    await lockIdentitiesShared(tx)
    const id = await idOf(tx, who)
    const held = await demandUnmerged(tx, await store.lockOfficials(tx, [id]), id)
    review.demand(held.version)
    const makeId = idMaker(review.at)
    const { organizations, revisions } = await organizationsOf(tx, edit, makeId, review.at)
    const after = editOfficial(held.record, edit, organizations, makeId)
    const isChanged = changedFields(held.record, after).length > 0
    if (isChanged) await store.updateOfficial(tx, held, after, review.at)
    const official = await currentOfficial(tx, { id })
    const own = isChanged ? [revisionOf(held, 'corrected', after, review)] : []
    await appendRevisions(tx, [...revisions, ...own], review.at)
    return official
  })

/**
 * Undoes the latest change of a person, as a new change. Another call undoes the previous change. Undoing a merge or a
 * split returns the statements, names and positions that it moved, on both sides. Other later changes stay.
 * @throws DomainError `not_found`; `conflict` if no change can be undone, or if one of the two people was merged since;
 * the errors of `demand`.
 */
export const undoOfficialChange = (db: Db, who: IdOrSlug, review: Review): Promise<Official> =>
  inTransaction(db, async (tx) => {
    await lockIdentities(tx)
    const id = await idOf(tx, who)
    const change = lastUndoable(await pastChanges(tx, id))
    const move = change && (await store.findMove(tx, id, change.version))
    if (move) return undoMove(tx, id, move, review)
    // If a split created this person, its undo merged them into the other person. Such a merge cannot be undone.
    const held = await demandUnmerged(tx, await store.lockOfficials(tx, [id]), id, 'Change that person.')
    review.demand(held.version)
    if (change === null || change.version === 1) {
      throw new DomainError('conflict', `Nothing is left to undo: ${held.record.name} is as first recorded.`)
    }
    const { before, after } = await findChange(tx, id, change.version)
    const next = revert(held.record, before ?? after, after)
    await store.updateOfficial(tx, held, next, review.at)
    const official = await currentOfficial(tx, { id })
    await appendRevisions(tx, [revisionOf(held, 'undone', next, review, change.version)], review.at)
    return official
  })

/**
 * Lists the changes of a person: who changed what, when and why. The history of a merged person ends with the merge.
 * @throws DomainError `not_found`.
 */
export async function listOfficialHistory(
  db: Db,
  who: IdOrSlug,
  request: PageRequest,
): Promise<Keyed<HistoryEntry>[]> {
  return historyOf(db, 'official', await idOf(db, who), request)
}

/**
 * Resolves the organizations that an edit names, and inserts organizations for new names.
 * @throws DomainError `invalid_body`.
 */
async function organizationsOf(
  tx: Tx,
  { positions = {} }: OfficialEdit,
  makeId: () => string,
  at: Date,
): Promise<{ organizations: NamedOrganizations; revisions: readonly Revision[] }> {
  const organizations = new Map<string, OrganizationReference>()
  const revisions: Revision[] = []
  for (const list of ['add', 'change'] as const) {
    for (const [index, { organization: given }] of (positions[list] ?? []).entries()) {
      if (typeof given !== 'string' || organizations.has(given)) continue
      const found = await organizationNamed(tx, given, makeId, at).catch((error: unknown) => {
        if (!isNotFound(error)) throw error
        return { organization: null, revisions: [] }
      })
      if (found.organization === null) {
        throw invalidField(
          `/positions/${list}/${index}/organization`,
          'This names no organization. Give an id, a slug or a name.',
        )
      }
      organizations.set(given, found.organization)
      revisions.push(...found.revisions)
    }
  }
  return { organizations, revisions }
}
