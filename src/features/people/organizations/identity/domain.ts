import { DomainError } from '../../../../core/errors.ts'
import { rejectFaults } from '../../../../core/faults.ts'
import type { IdOrSlug } from '../../../../core/id-or-slug.ts'
import type { Keyed, PageRequest } from '../../../../core/page.ts'
import { lockIdentities, lockNaming } from '../../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { appendRevisions } from '../../../../database/ledger.sql.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { currentOrganization, organizationKey } from '../../../../record/organizations/domain.ts'
import type { Organization, OrganizationRecord } from '../../../../record/organizations/schema.ts'
import type { Review } from '../../../access/idempotency/schema.ts'
import { changedFields, historyOf, lastUndoable } from '../../../changes/history/domain.ts'
import type { HistoryEntry } from '../../../changes/history/schema.ts'
import { nameFaults, namesAfter, revertNames } from '../../identity/names.ts'
import type { NamesEdit } from '../../identity/schema.ts'
import { undoMerger } from './merge.ts'
import { findOwner } from './store.sql.ts'
import * as store from './store.ts'
import { demandUnmerged, findChange, idOf, pastChanges, revisionOf } from './target.ts'

export { mergeOrganization } from './merge.ts'

/**
 * Corrects the name and the aliases of an organization. The slug stays. Writes nothing if nothing changes.
 * @throws DomainError `not_found`; `invalid_body` with pointers into the edit; `conflict` for a merged organization,
 * and for the name of another organization; the errors of `demand`.
 */
export const changeOrganization = (
  db: Db,
  who: IdOrSlug,
  edit: NamesEdit,
  review: Review,
): Promise<Organization> =>
  inTransaction(db, async (tx) => {
    const id = await idOf(tx, who)
    const held = await demandUnmerged(tx, await store.lockOrganizations(tx, [id]), id)
    review.demand(held.version)
    rejectFaults(nameFaults(held.record, edit, organizationKey))
    const after = { ...held.record, ...namesAfter(held.record, edit) }
    if (changedFields(held.record, after).length === 0) return currentOrganization(tx, { id })
    await lockNaming(tx)
    await demandFree(tx, after, held)
    await store.updateOrganization(tx, held, after, organizationKey, review.at)
    const organization = await currentOrganization(tx, { id })
    await appendRevisions(tx, [revisionOf(held, 'corrected', after, review)], review.at)
    return organization
  })

/**
 * Checks that no other organization has one of the names.
 * @throws DomainError `conflict` with the slug of the other organization.
 */
async function demandFree(
  tx: Tx,
  { name, aliases }: OrganizationRecord,
  { id, record }: store.LockedOrganization,
): Promise<void> {
  const known = [record.name, ...record.aliases]
  const keys = [name, ...aliases].filter((one) => !known.includes(one)).map(organizationKey)
  const owner = await findOwner(tx, keys, [id])
  if (!owner) return
  throw new DomainError(
    'conflict',
    `“${owner.key}” is a name of /v1/organizations/${owner.slug}. If the two are one, merge them: POST /v1/organizations/${record.slug}/merge.`,
    [{ code: 'name_taken', message: owner.slug }],
  )
}

/**
 * Undoes the latest change of an organization, as a new change.
 * @throws DomainError `not_found`; `conflict` if no change can be undone, or if one of the two organizations was merged
 * since; the errors of `demand`.
 */
export const undoOrganizationChange = (db: Db, who: IdOrSlug, review: Review): Promise<Organization> =>
  inTransaction(db, async (tx) => {
    await lockIdentities(tx)
    const id = await idOf(tx, who)
    const change = lastUndoable(await pastChanges(tx, id))
    const move = change && (await store.findMove(tx, id, change.version))
    if (move) return undoMerger(tx, id, move, review)
    const held = (await store.lockOrganizations(tx, [id])).get(id) as store.LockedOrganization
    review.demand(held.version)
    if (change === null || change.version === 1) {
      throw new DomainError('conflict', `Nothing is left to undo: ${held.record.name} is as first recorded.`)
    }
    const { before, after } = await findChange(tx, id, change.version)
    const next = { ...held.record, ...revertNames(held.record, before ?? after, after) }
    await lockNaming(tx)
    await demandFree(tx, next, held)
    await store.updateOrganization(tx, held, next, organizationKey, review.at)
    const organization = await currentOrganization(tx, { id })
    await appendRevisions(tx, [revisionOf(held, 'undone', next, review, change.version)], review.at)
    return organization
  })

/**
 * Lists the changes of an organization: who changed what, when and why.
 * @throws DomainError `not_found`.
 */
export async function listOrganizationHistory(
  db: Db,
  who: IdOrSlug,
  request: PageRequest,
): Promise<Keyed<HistoryEntry>[]> {
  return historyOf(db, 'organization', await idOf(db, who), request)
}
