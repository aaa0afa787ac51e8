import { DomainError } from '../../../core/errors.ts'
import { invalidField } from '../../../core/faults.ts'
import { type IdOrSlug, idOrSlug } from '../../../core/id-or-slug.ts'
import type { Db } from '../../../database/handle.ts'
import type { Revision } from '../../../database/ledger.ts'
import { getOrganization } from '../../organizations/domain.ts'
import type { Organization, OrganizationRecord } from '../../organizations/schema.ts'
import type { Review } from '../../review/schema.ts'
import * as store from './store.ts'

/** The id of an organization on record, merged or not. @throws DomainError `not_found`. */
export async function idOf(db: Db, who: IdOrSlug): Promise<string> {
  const id = await store.findId(db, who)
  if (id === undefined) await getOrganization(db, who)
  return id as string
}

/** The id of an organization that a body names. @throws DomainError `invalid_body`. */
export async function idNamed(db: Db, given: string, pointer: string): Promise<string> {
  const id = await store.findId(db, idOrSlug(given))
  if (id === undefined) {
    const message = `No organization has this id or slug: ${given}. GET /v1/organizations?q=… finds them.`
    throw invalidField(pointer, message)
  }
  return id
}

/** One of the organizations held, which can be changed. @throws DomainError `conflict` for one that was merged. */
export async function demandOwn(
  tx: Db,
  held: ReadonlyMap<string, store.HeldOrganization>,
  id: string,
): Promise<store.HeldOrganization> {
  const organization = held.get(id) as store.HeldOrganization
  const { mergedInto, name, slug } = organization.record
  if (mergedInto === null) return organization
  const there = await getOrganization(tx, { id })
  const target = 'mergedInto' in there ? there.mergedInto : there.slug
  throw new DomainError(
    'conflict',
    `${name} was merged into /v1/organizations/${target}. Change that one, or undo the merger: POST /v1/organizations/${slug}/undo.`,
    [{ code: 'merged', message: target }],
  )
}

/** The revision of a held organization that a review leaves as `after`. */
export const revisionOf = (
  { id, version, record }: store.HeldOrganization,
  action: string,
  after: OrganizationRecord,
  { actor, reason }: Review,
  undoes?: number,
): Revision => ({
  subject: 'organization',
  subjectId: id,
  version: version + 1,
  action,
  actor,
  reason,
  before: record,
  after: undoes === undefined ? after : { ...after, undoes },
})

/** An organization as readers see it; of one that was merged, the one it turned out to be. */
export async function readOrganization(db: Db, who: IdOrSlug): Promise<Organization> {
  const found = await getOrganization(db, who)
  return 'mergedInto' in found ? readOrganization(db, { slug: found.mergedInto }) : found
}
