import type { Fault } from '../../../../core/errors.ts'
import { isUuid } from '../../../../core/id-or-slug.ts'
import { isBackwards } from '../../../../core/tenure.ts'
import type { Identifier } from '../../../../record/organizations/schema.ts'
import { fault, rejectRosterFaults } from './faults.ts'
import { schemeOf } from './identifiers.ts'
import { ignoredIn } from './ignored-terms.ts'
import { periodsOf } from './legislative-periods.ts'
import type { PopoloInput } from './popolo-input.ts'
import type { Roster, RosterEntry, RosterMembership } from './schema.ts'

type Entity = PopoloInput['persons'][number] | PopoloInput['organizations'][number]

/**
 * Converts Popolo to a roster.
 * @throws DomainError `invalid_body`, with a pointer to each unknown id and each impossible date.
 */
export function fromPopolo(input: PopoloInput): Roster {
  const faults: Fault[] = []
  const persons = createEntries('persons', input.persons, faults)
  const organizations = createEntries('organizations', input.organizations, faults)
  const periods = periodsOf(input.events ?? [])
  const posts = new Map(input.posts.map((post) => [post.id, post]))
  const memberships = input.memberships.map((membership, index): RosterMembership => {
    const place = `/memberships/${index}`
    const { from, to } = periods.datesOf(membership)
    const post = membership.post_id ? posts.get(membership.post_id) : undefined
    if (membership.post_id && !post) faults.push(fault(`${place}/post_id`, 'Is not the id of a post.'))
    const organizationId = membership.organization_id || post?.organization_id || null
    const title = [post?.label, post?.role, membership.role, membership.label].find((text) => text?.trim())
    if (!title)
      faults.push(fault(`${place}/role`, 'Give the title of the office: a role, or a post with a label.'))
    if (isBackwards(from, to))
      faults.push(fault(`${place}/end_date`, `Ends (${to}) before it begins (${from}).`))
    return {
      place,
      id: ownId(membership.id),
      person: persons.indexOf(membership.person_id, `${place}/person_id`),
      organization:
        organizationId === null ? null : organizations.indexOf(organizationId, `${place}/organization_id`),
      title: title?.trim() ?? '',
      from,
      to,
    }
  })
  rejectRosterFaults(faults)
  return {
    persons: persons.entries,
    organizations: organizations.entries,
    memberships,
    ignored: ignoredIn(input),
  }
}

/** Returns the entries of a list, and a function that finds them by id. */
function createEntries(list: 'persons' | 'organizations', given: readonly Entity[], faults: Fault[]) {
  const indexes = new Map<string, number>()
  const entries = given.map((entity, index): RosterEntry => {
    const place = `/${list}/${index}`
    if (entity.id) {
      const known = indexes.get(entity.id)
      if (known !== undefined)
        faults.push(fault(`${place}/id`, `Is also the id of /${list}/${known}. Give each entry its own id.`))
      indexes.set(entity.id, index)
    }
    return {
      place,
      id: ownId(entity.id),
      name: entity.name,
      otherNames: (entity.other_names ?? [])
        .map((other) => other.name)
        .filter((other) => other.trim() !== ''),
      identifiers: (entity.identifiers ?? []).filter(({ identifier }) => identifier !== '').map(toIdentifier),
    }
  })
  return {
    entries,
    /**
     * Returns the index of the entry with this id. If no entry has it and it is a UUID, adds an entry that may be on
     * record.
     */
    indexOf(id: string, place: string): number {
      const known = indexes.get(id)
      if (known !== undefined) return known
      const own = ownId(id)
      if (own === null) {
        faults.push(fault(place, `No entry of ${list} has the id “${id}”.`))
        return -1
      }
      indexes.set(id, entries.length)
      return entries.push({ place, id: own, name: null, otherNames: [], identifiers: [] }) - 1
    },
  }
}

const ownId = (id: string | null | undefined): string | null => (id && isUuid(id) ? id.toLowerCase() : null)

const toIdentifier = ({ scheme, identifier }: { scheme: string; identifier: string }): Identifier => ({
  scheme: schemeOf(scheme),
  value: identifier,
})
