import type { Fault } from '../../../../core/errors.ts'
import { nameKey } from '../../../../core/names.ts'
import { organizationKey } from '../../../../record/organizations/domain.ts'
import type { Identifier } from '../../../../record/organizations/schema.ts'
import { type Cells, cellsOf } from './csv-cells.ts'
import { fault, rejectRosterFaults } from './faults.ts'
import { contradict, identifierText, SCHEME, schemeOf } from './identifiers.ts'
import type { Roster, RosterEntry, RosterMembership } from './schema.ts'

const SEPARATOR = ';'
const VALUE_MAX = 300

/**
 * Parses a roster in CSV. Each line is one office, with its person. Lines with the same name are one person, unless
 * their identifiers differ.
 * @throws DomainError `invalid_body`, with the line and the column of each fault.
 */
export function fromCsv(text: string): Roster {
  const faults: Fault[] = []
  const people = createPeople()
  const organizations = createOrganizations()
  const memberships: RosterMembership[] = []
  for (const { place, cells } of cellsOf(text, faults)) {
    const person = people.add(place, cells, identifiersOf(cells, place, faults))
    if (cells.title === '') continue
    memberships.push({
      place,
      id: null,
      person,
      organization: cells.organization === '' ? null : organizations.add(place, cells.organization),
      title: cells.title,
      from: cells.from || null,
      to: cells.to || null,
    })
  }
  rejectRosterFaults(faults)
  return { persons: people.entries, organizations: organizations.entries, memberships, ignored: [] }
}

const listOf = (cell: string): string[] =>
  cell
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Parses identifiers such as `wikidata:Q42;parliament:1423`. */
function identifiersOf({ identifiers }: Cells, place: string, faults: Fault[]): Identifier[] {
  return listOf(identifiers).flatMap((text) => {
    const colon = text.indexOf(':')
    const scheme = text.slice(0, Math.max(colon, 0))
    const value = text.slice(colon + 1).trim()
    if (SCHEME.test(scheme) && value !== '' && value.length <= VALUE_MAX)
      return [{ scheme: schemeOf(scheme), value }]
    faults.push(
      fault(
        `${place}/identifiers`,
        `“${text.slice(0, 40)}” is not an identifier. Write scheme:value, such as wikidata:Q42.`,
      ),
    )
    return []
  })
}

function createPeople() {
  const people: (RosterEntry & { otherNames: string[]; identifiers: Identifier[] })[] = []
  const byName = new Map<string, number[]>()
  const byIdentifier = new Map<string, number>()
  const find = (key: string, identifiers: readonly Identifier[]): number | undefined => {
    const known = identifiers.map(identifierText).find((text) => byIdentifier.has(text))
    if (known !== undefined) return byIdentifier.get(known)
    return byName.get(key)?.find((index) => !contradict(people[index]?.identifiers ?? [], identifiers))
  }
  return {
    entries: people as readonly RosterEntry[],
    /** Returns the index of the person on a line. Adds the person if they are new. */
    add(place: string, { name, other_names }: Cells, identifiers: readonly Identifier[]): number {
      const key = nameKey(name)
      let index = find(key, identifiers)
      if (index === undefined) {
        index = people.push({ place, id: null, name, otherNames: [], identifiers: [] }) - 1
        byName.set(key, [...(byName.get(key) ?? []), index])
      }
      const person = people[index]!
      for (const other of [...(name === person.name ? [] : [name]), ...listOf(other_names)])
        if (!person.otherNames.includes(other)) person.otherNames.push(other)
      for (const identifier of identifiers) {
        if (!person.identifiers.some((known) => identifierText(known) === identifierText(identifier)))
          person.identifiers.push(identifier)
        byIdentifier.set(identifierText(identifier), index)
      }
      return index
    },
  }
}

function createOrganizations() {
  const entries: RosterEntry[] = []
  const indexes = new Map<string, number>()
  return {
    entries: entries as readonly RosterEntry[],
    add(place: string, name: string): number {
      const key = organizationKey(name)
      const known = indexes.get(key)
      if (known !== undefined) return known
      const index = entries.push({ place, id: null, name, otherNames: [], identifiers: [] }) - 1
      indexes.set(key, index)
      return index
    },
  }
}
