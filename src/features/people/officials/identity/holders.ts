import type { Tx } from '../../../../database/db.ts'
import type { Revision } from '../../../../database/ledger.sql.ts'
import type { OfficialRecord } from '../../../../record/officials/schema.ts'
import type { OrganizationReference } from '../../../../record/organizations/schema.ts'
import type { Review } from '../../../access/idempotency/schema.ts'
import type { BeforeAndAfter } from '../../../changes/history/schema.ts'
import { isPrintedIn } from './merged-records.ts'
import { revert } from './revert.ts'
import * as store from './store.ts'
import { findChange, revisionOf } from './target.ts'

/**
 * Moves the positions of locked people from one organization to another. If both organizations have the same printed
 * position, one remains.
 * @returns one revision for each person.
 */
export const movePositionsToOrganization = (
  tx: Tx,
  people: readonly store.LockedOfficial[],
  fromId: string,
  into: OrganizationReference,
  review: Review,
): Promise<Revision[]> => rewritePeople(tx, people, (record) => inOrganization(record, fromId, into), review)

/**
 * Reverts the changes that an organization's merge made to the positions of some locked people.
 * @param versions by id, the version of each person after the merge.
 * @returns one revision for each person.
 */
export async function returnPositions(
  tx: Tx,
  people: readonly store.LockedOfficial[],
  versions: ReadonlyMap<string, number>,
  review: Review,
): Promise<Revision[]> {
  const changes = new Map<string, BeforeAndAfter<OfficialRecord>>()
  for (const [person, version] of versions) changes.set(person, await findChange(tx, person, version))
  const back = (record: OfficialRecord, person: string): OfficialRecord => {
    const { before, after } = changes.get(person)!
    return revert(record, before ?? after, after)
  }
  return rewritePeople(tx, people, back, review)
}

async function rewritePeople(
  tx: Tx,
  people: readonly store.LockedOfficial[],
  change: (record: OfficialRecord, id: string) => OfficialRecord,
  review: Review,
): Promise<Revision[]> {
  const revisions: Revision[] = []
  for (const person of people) {
    const after = change(person.record, person.id)
    await store.updateOfficial(tx, person, after, review.at)
    revisions.push(revisionOf(person, 'repointed', after, review))
  }
  return revisions
}

function inOrganization(record: OfficialRecord, fromId: string, into: OrganizationReference): OfficialRecord {
  return {
    ...record,
    positions: record.positions.flatMap((position) => {
      if (position.organization?.id !== fromId) return [position]
      const moved = { ...position, organization: into }
      return isPrintedIn(moved, record.positions) ? [] : [moved]
    }),
  }
}
