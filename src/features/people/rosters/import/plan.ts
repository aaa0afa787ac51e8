import type { Fault } from '../../../../core/errors.ts'
import { nameKey } from '../../../../core/names.ts'
import { organizationKey } from '../../../../record/organizations/domain.ts'
import type { Roster } from '../formats/schema.ts'
import { type ByName, indexNames, matchOrganization, matchPerson } from './match-entries.ts'
import { createMatcher, type PlannedEntity } from './plan-entities.ts'
import { membershipsByPerson, type PlannedMembership, planMemberships } from './plan-memberships.ts'
import type { KnownRecords } from './schema.ts'

export interface PlannedPerson extends PlannedEntity {
  readonly memberships: readonly PlannedMembership[]
}

/** All changes of an import. */
export interface Plan {
  readonly organizations: readonly PlannedEntity[]
  readonly persons: readonly PlannedPerson[]
}

/**
 * Plans an import: the records of all entries, the additions, and the added dates. Removes and renames nothing.
 * @param isFree returns whether an id of the roster can become the id of a new record.
 * @returns the plan. It must not be written if there are faults.
 */
export function planRoster(
  roster: Roster,
  known: KnownRecords,
  isFree: (id: string) => boolean,
  makeId: () => string,
): { plan: Plan; faults: Fault[] } {
  const faults: Fault[] = []
  const newId = ({ id }: { readonly id: string | null }): string =>
    id !== null && isFree(id) ? id : makeId()
  const matchEntries = createMatcher(newId, (identifier) => known.owners.has(identifier), faults)
  const byName = indexNames(known.organizations.values(), organizationKey)
  const organizations = matchEntries(
    roster.organizations,
    organizationKey,
    () => false,
    (entry) => matchOrganization(entry, known, byName, organizationKey),
    true,
  )
  const memberships = membershipsByPerson(roster)
  const placesOf = (index: number): Set<string> =>
    new Set(
      (memberships.get(index) ?? []).flatMap(
        ({ organization }) => organizations[organization ?? -1]?.id ?? [],
      ),
    )
  const people: ByName = indexNames(known.persons.values(), nameKey)
  const persons = matchEntries(
    roster.persons,
    nameKey,
    (a, b) => areApart(placesOf(a), placesOf(b)),
    (entry, index) => matchPerson(entry, placesOf(index), placesOf(index).size > 0, known, people),
    false,
  )
  return {
    plan: {
      organizations,
      persons: persons.map((person, index) => ({
        ...person,
        memberships: planMemberships(person, memberships.get(index) ?? [], organizations, newId, faults),
      })),
    },
    faults,
  }
}

/** Returns whether two people with the same name have no organization in common. */
const areApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((id) => b.has(id))
