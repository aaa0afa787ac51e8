import { DomainError } from '../../core/errors.ts'
import { type IdOrSlug, idOrSlug, isSlug } from '../../core/id-or-slug.ts'
import { organizationKey } from '../../core/organization-key.ts'
import { lockNaming } from '../../database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../database/db.ts'
import { BY_MACHINE, firstRevision, type Revision } from '../../database/ledger.sql.ts'
import { lockNewNames, type NewName } from '../../database/named-record-inserts.sql.ts'
import { resolveNameSearch } from '../names/domain.ts'
import type { NameSearch } from '../names/schema.ts'
import { describeUnknown } from '../references/domain.ts'
import type { Organization, OrganizationReference } from './schema.ts'
import * as store from './store.sql.ts'

export { organizationKey } from '../../core/organization-key.ts'
export { countOrganizations, listOrganizations, organizationExpansion } from './store.sql.ts'

/**
 * Returns an organization by id or slug. If it was merged, returns the slug of the organization it was merged into.
 * @throws DomainError `not_found`.
 */
export async function getOrganization(
  db: Db,
  who: IdOrSlug,
): Promise<Organization | { readonly mergedInto: string }> {
  const organization = await store.findOrganization(db, who)
  if (!organization) throw await notFound(db, who)
  return organization
}

/**
 * Returns an organization by id or slug. If it was merged, returns the organization it was merged into.
 * @throws DomainError `not_found`.
 */
export async function currentOrganization(db: Db, who: IdOrSlug): Promise<Organization> {
  const organization = await findCurrent(db, who)
  if (!organization) throw await notFound(db, who)
  return organization
}

async function findCurrent(db: Db, who: IdOrSlug): Promise<Organization | undefined> {
  const found = await store.findOrganization(db, who)
  return found && 'mergedInto' in found ? findCurrent(db, { slug: found.mergedInto }) : found
}

async function notFound(db: Db, who: IdOrSlug): Promise<DomainError> {
  const given = 'id' in who ? who.id : who.slug
  return new DomainError('not_found', await describeUnknown(db, 'organization', given))
}

/**
 * Resolves printed names to organizations, and inserts unknown organizations. `organizationKey` decides which names are
 * equal.
 * @param lock locks the unknown names. A transaction that resolves names one after another must lock all names.
 * @returns the organizations by printed name, without the names whose key is empty, and the revisions to append.
 */
export async function resolveOrganizations(
  tx: Tx,
  names: readonly string[],
  makeId: () => string,
  at: Date,
  lock: (tx: Tx, unknown: readonly NewName[]) => Promise<unknown> = lockUnknown,
): Promise<{ byName: Map<string, OrganizationReference>; revisions: Revision[] }> {
  const printed = new Map<string, string>()
  for (const name of names) {
    const key = organizationKey(name)
    if (key && !printed.has(key)) printed.set(key, name.replace(/^the\s+/i, ''))
  }
  const keys = [...printed.keys()]
  let known = await store.findByKeys(tx, keys)
  let unknown: NewName[] = []
  for (;;) {
    const locked = new Set(unknown.map(({ nameKey }) => nameKey))
    unknown = [...printed].flatMap(([nameKey, name]) => (known.has(nameKey) ? [] : { name, nameKey }))
    // After a wait, a name that was known can be free: another transaction renamed its organization.
    if (unknown.every(({ nameKey }) => locked.has(nameKey))) break
    await lock(tx, unknown)
    known = await store.findByKeys(tx, keys)
  }
  const revisions: Revision[] = []
  const added = unknown.map((named) => ({ id: makeId(), ...named }))
  for (const organization of await store.insertOrganizations(tx, added, at)) {
    known.set(organization.nameKey, organization)
    const { id, slug, name } = organization
    revisions.push(firstRevision('organization', id, { slug, name }, BY_MACHINE))
  }
  const byName = new Map<string, OrganizationReference>()
  for (const name of names) {
    const found = known.get(organizationKey(name))
    if (found) byName.set(name, { id: found.id, slug: found.slug, name: found.name })
  }
  return { byName, revisions }
}

const lockUnknown = (tx: Tx, unknown: readonly NewName[]) => lockNewNames(tx, 'organizations', unknown)

/**
 * Resolves an id, a slug or a name that a person gave to an organization. Inserts an organization for a new name.
 * @returns the organization, or null for a name whose key is empty; and the revisions to append.
 * @throws DomainError `not_found` for an unknown id.
 */
export async function organizationNamed(
  tx: Tx,
  given: string,
  makeId: () => string,
  at: Date,
): Promise<{ organization: OrganizationReference | null; revisions: readonly Revision[] }> {
  const named = idOrSlug(given)
  if ('id' in named || isSlug(given)) {
    const found = await findCurrent(tx, named)
    if (found) {
      const { id, slug, name } = found
      return { organization: { id, slug, name }, revisions: [] }
    }
    if ('id' in named) throw await notFound(tx, named)
  }
  const { byName, revisions } = await resolveOrganizations(tx, [given], makeId, at, lockNaming)
  return { organization: byName.get(given) ?? null, revisions }
}

/**
 * Returns the search of the list of organizations: `q`, or the organizations with similar names if no name matches `q`.
 */
export const resolveOrganizationSearch = (db: Db, q: string): Promise<NameSearch> =>
  resolveNameSearch(db, 'organizations', q, organizationKey(q))
