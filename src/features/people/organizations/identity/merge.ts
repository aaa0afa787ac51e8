import { invalidField } from '../../../../core/faults.ts'
import type { IdOrSlug } from '../../../../core/id-or-slug.ts'
import { lockIdentities, lockNaming } from '../../../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../../../database/db.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { idMaker } from '../../../../database/uuid.ts'
import { currentOrganization, organizationKey } from '../../../../record/organizations/domain.ts'
import type { Organization } from '../../../../record/organizations/schema.ts'
import { findIdsOfOrganization } from '../../../../record/statements/domain.ts'
import { appendChanges } from '../../../../record/statements/sightings/domain.ts'
import { lockStatements, pointToOrganization } from '../../../../record/statements/writes/domain.ts'
import type { Review } from '../../../access/idempotency/schema.ts'
import { namesOfBoth, revertNames } from '../../identity/names.ts'
import * as officials from '../../officials/identity/domain.ts'
import * as store from './store.ts'
import { demandUnmerged, findChange, idNamed, idOf, revisionOf } from './target.ts'

/**
 * Merges an organization into another. Names, identifiers, statements and positions move to the other organization.
 * @param given the id or slug of the organization that stays.
 * @throws DomainError `not_found`; `invalid_body` if `given` is not on record, or is the same organization; `conflict`
 * for a merged organization; the errors of `demand`.
 */
export const mergeOrganization = (
  db: Db,
  who: IdOrSlug,
  given: string,
  review: Review,
): Promise<Organization> =>
  inTransaction(db, async (tx) => {
    await lockIdentities(tx)
    const fromId = await idOf(tx, who)
    const intoId = await idNamed(tx, given, '/into')
    if (fromId === intoId)
      throw invalidField('/into', 'Is the same organization. Give the id or slug of another one.')
    const statements = await lockStatements(tx, await findIdsOfOrganization(tx, fromId))
    const people = await officials.lockOfficials(tx, await store.findHolders(tx, fromId))
    const held = await store.lockOrganizations(tx, [fromId, intoId])
    const from = await demandUnmerged(tx, held, fromId)
    const into = await demandUnmerged(tx, held, intoId)
    review.demand(from.version)
    await lockNaming(tx)
    const fromAfter = { ...from.record, aliases: [], identifiers: [], mergedInto: intoId }
    const intoAfter = { ...into.record, ...namesOfBoth(from.record, into.record) }
    await store.updateOrganization(tx, from, fromAfter, organizationKey, review.at)
    await store.updateOrganization(tx, into, intoAfter, organizationKey, review.at)
    const target = { id: intoId, slug: into.record.slug, name: into.record.name }
    const revisions = [
      revisionOf(from, 'merged', fromAfter, review),
      revisionOf(into, 'merged', intoAfter, review),
      ...(await officials.movePositionsToOrganization(tx, [...people.values()], fromId, target, review)),
      ...(await pointToOrganization(tx, statements, target, { ...review, action: 'repointed' })),
    ]
    await store.insertMove(tx, {
      id: idMaker(review.at)(),
      fromId,
      fromVersion: from.version + 1,
      intoId,
      intoVersion: into.version + 1,
      statementIds: statements.map(({ id }) => id),
      officials: [...people.values()].map(({ id, version }) => ({ id, version: version + 1 })),
    })
    const organization = await currentOrganization(tx, { id: intoId })
    await appendChanges(tx, revisions, review.at)
    return organization
  })

/**
 * Undoes a merge. Returns everything that the merge moved to its organization, if it was not moved again.
 * @param id the organization of the request, one of the two.
 */
export async function undoMerger(
  tx: Tx,
  id: string,
  move: store.OrganizationMove,
  review: Review,
): Promise<Organization> {
  const statements = (await lockStatements(tx, move.statementIds)).filter(
    ({ speaker }) => speaker.organization?.id === move.intoId,
  )
  const versions = new Map(move.officials.map((official) => [official.id, official.version]))
  const people = await officials.lockOfficials(tx, [...versions.keys()])
  const held = await store.lockOrganizations(tx, [move.fromId, move.intoId])
  review.demand((held.get(id) as store.LockedOrganization).version)
  const into = await demandUnmerged(tx, held, move.intoId)
  const from = held.get(move.fromId) as store.LockedOrganization
  await lockNaming(tx)
  const [fromChange, intoChange] = [
    await findChange(tx, move.fromId, move.fromVersion),
    await findChange(tx, move.intoId, move.intoVersion),
  ]
  const without = (one: store.LockedOrganization, change: typeof fromChange) => ({
    ...one.record,
    ...revertNames(one.record, change.before ?? change.after, change.after),
  })
  const [fromAfter, intoAfter] = [without(from, fromChange), without(into, intoChange)]
  await store.updateOrganization(tx, into, intoAfter, organizationKey, review.at)
  await store.updateOrganization(tx, from, fromAfter, organizationKey, review.at)
  const source = { id: move.fromId, name: fromAfter.name }
  const revisions = [
    revisionOf(from, 'undone', fromAfter, review, move.fromVersion),
    revisionOf(into, 'undone', intoAfter, review, move.intoVersion),
    ...(await officials.returnPositions(tx, [...people.values()], versions, review)),
    ...(await pointToOrganization(tx, statements, source, { ...review, action: 'repointed' })),
  ]
  const organization = await currentOrganization(tx, { id })
  await appendChanges(tx, revisions, review.at)
  return organization
}
