import type { Plan } from './plan.ts'
import { isUntouched, type PlannedEntity } from './plan-entities.ts'
import { isUnchanged } from './plan-memberships.ts'
import type { Counts, RosterChange } from './schema.ts'

/** The most changes in one response. */
const MOST_CHANGES = 200

/** The URLs of people and organizations by id. */
export type Addresses = ReadonlyMap<string, string>

export const addressOf = (table: string, slug: string): string => `/v1/${table}/${slug}`

/** Returns the URLs of the planned entities that are on record. */
export function addressesOnRecord({ organizations, persons }: Plan): Map<string, string> {
  const known =
    (table: string) =>
    ({ id, before }: PlannedEntity): [string, string][] =>
      before ? [[id, addressOf(table, before.slug)]] : []
  return new Map([...organizations.flatMap(known('organizations')), ...persons.flatMap(known('officials'))])
}

/** Returns, for each kind, how many entries a plan creates, updates and leaves unchanged. */
export function countsOf({ organizations, persons }: Plan) {
  const isTold = ({ entry }: PlannedEntity): boolean => entry.name !== null
  return {
    persons: count(persons.filter(isTold), isUntouched),
    organizations: count(organizations.filter(isTold), isUntouched),
    memberships: count(
      persons.flatMap(({ memberships }) => memberships),
      isUnchanged,
    ),
  }
}

function count<Planned extends { readonly before: unknown }>(
  planned: readonly Planned[],
  isSame: (one: Planned) => boolean,
): Counts {
  const created = planned.filter(({ before }) => before === null).length
  const unchanged = planned.filter(isSame).length
  return { created, updated: planned.length - created - unchanged, unchanged }
}

/** Lists the entries that a plan creates or updates, in order. */
export function changesOf({ organizations, persons }: Plan, addresses: Addresses): RosterChange[] {
  const action = (before: unknown): RosterChange['action'] => (before === null ? 'created' : 'updated')
  const entity =
    (kind: RosterChange['kind']) =>
    (one: PlannedEntity): RosterChange[] => {
      const { entry, before, name, id } = one
      if (isUntouched(one)) return []
      return [{ kind, action: action(before), place: entry.place, name, url: addresses.get(id) ?? null }]
    }
  const memberships = persons.flatMap(({ id, name, memberships: planned }) =>
    planned
      .filter((one) => !isUnchanged(one))
      .map(
        ({ membership, before, after }): RosterChange => ({
          kind: 'membership',
          action: action(before),
          place: membership.place,
          name: `${name}, ${after.title}`,
          url: addresses.get(id) ?? null,
        }),
      ),
  )
  return [
    ...organizations.flatMap(entity('organization')),
    ...persons.flatMap(entity('person')),
    ...memberships,
  ].slice(0, MOST_CHANGES)
}
