import type { Fault } from '../../../../core/errors.ts'
import { nameKey } from '../../../../core/names.ts'
import { isBackwards } from '../../../../core/tenure.ts'
import type { Position } from '../../../../record/officials/schema.ts'
import { organizationKey } from '../../../../record/organizations/domain.ts'
import { fault } from '../formats/faults.ts'
import { contradict, textOf } from '../formats/identifiers.ts'
import type { Roster, RosterEntry, RosterMembership } from '../formats/schema.ts'
import { type ByName, indexNames, type Match, matchOrganization, matchPerson } from './match-entries.ts'
import { distinct, matchPositions, type Told, updated } from './match-positions.ts'
import type { Known, KnownEntity } from './schema.ts'

/** The planned result of one entry of a roster. */
export interface PlannedEntity {
  readonly entry: RosterEntry
  readonly id: string
  /** The record before the import; null for a new one. */
  readonly before: KnownEntity | null
  readonly name: string
  /** The new aliases and identifiers. */
  readonly aliases: readonly string[]
  readonly identifiers: RosterEntry['identifiers']
}

export interface PlannedMembership {
  readonly membership: RosterMembership
  /** The position before the import; null for a new one. */
  readonly before: Position | null
  readonly after: Omit<Position, 'organization'> & { readonly organizationId: string | null }
}

export interface PlannedPerson extends PlannedEntity {
  readonly memberships: readonly PlannedMembership[]
}

/** All changes of an import. */
export interface Plan {
  readonly organizations: readonly PlannedEntity[]
  readonly persons: readonly PlannedPerson[]
}

/** Returns whether the plan leaves an entity unchanged, apart from its memberships. */
export const isUntouched = ({ before, aliases, identifiers }: PlannedEntity): boolean =>
  before !== null && aliases.length === 0 && identifiers.length === 0

export const isUnchanged = ({ before, after }: PlannedMembership): boolean =>
  before !== null && before.title === after.title && before.from === after.from && before.to === after.to

/**
 * Plans an import: which records are meant, what is added, and which dates are filled in. Nothing is removed or
 * renamed.
 *
 * @param isFree whether an id of the roster can become the id of a new record.
 * @returns the plan. If there are faults, it must not be written.
 */
export function planRoster(
  roster: Roster,
  known: Known,
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

function membershipsByPerson({ memberships }: Roster): Map<number, RosterMembership[]> {
  const byPerson = new Map<number, RosterMembership[]>()
  for (const membership of memberships) {
    const known = byPerson.get(membership.person)
    if (known) known.push(membership)
    else byPerson.set(membership.person, [membership])
  }
  return byPerson
}

/** Returns whether two people of one name have no organization in common. */
const areApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((id) => b.has(id))

/**
 * Creates the function that matches entries with records and reports entries that are the same, or cannot be told
 * apart.
 */
function createMatcher(
  newId: (entry: RosterEntry) => string,
  isOwned: (identifier: string) => boolean,
  faults: Fault[],
) {
  const byIdentifier = new Map<string, RosterEntry>()
  return (
    entries: readonly RosterEntry[],
    keyOf: (name: string) => string,
    isApart: (index: number, other: number) => boolean,
    match: (entry: RosterEntry, index: number) => Match,
  ): PlannedEntity[] => {
    const byRecord = new Map<string, RosterEntry>()
    const newByName = new Map<string, number[]>()
    return entries.map((entry, index) => {
      const { place, name, identifiers } = entry
      const key = keyOf(name ?? '')
      if (name !== null && key === '') faults.push(fault(`${place}/name`, 'Must contain a letter.'))
      for (const identifier of identifiers) {
        const other = byIdentifier.get(textOf(identifier))
        if (other && other !== entry)
          faults.push(
            fault(
              place,
              `Has the identifier ${textOf(identifier)}, which ${other.place} has too. Remove it from one of them.`,
            ),
          )
        byIdentifier.set(textOf(identifier), entry)
      }
      const matched = match(entry, index)
      if ('fault' in matched) faults.push(matched.fault)
      const record = 'fault' in matched ? null : matched.record
      if (record) {
        const other = byRecord.get(record.id)
        if (other)
          faults.push(fault(place, `Is ${record.name} on record, and so is ${other.place}. ${TELL_APART}`))
        byRecord.set(record.id, entry)
      } else if (name !== null) {
        const namesakes = newByName.get(key) ?? []
        const same = namesakes.find(
          (other) => !isApart(index, other) && !contradict(entries[other]?.identifiers ?? [], identifiers),
        )
        if (same !== undefined)
          faults.push(fault(place, `Has the same name as ${entries[same]?.place}. ${TELL_APART}`))
        newByName.set(key, [...namesakes, index])
      }
      return planEntity(entry, record, newId, isOwned)
    })
  }
}

const TELL_APART = 'Combine them into one entry, or give each an identifier.'

function planEntity(
  entry: RosterEntry,
  before: KnownEntity | null,
  newId: (entry: RosterEntry) => string,
  isOwned: (identifier: string) => boolean,
): PlannedEntity {
  const name = before?.name ?? entry.name ?? ''
  const names = new Set([...(entry.name === null ? [] : [entry.name]), ...entry.otherNames])
  for (const known of [name, ...(before?.aliases ?? [])]) names.delete(known)
  const identifiers = new Map(entry.identifiers.map((identifier) => [textOf(identifier), identifier]))
  for (const text of identifiers.keys()) if (isOwned(text)) identifiers.delete(text)
  return {
    entry,
    id: before?.id ?? newId(entry),
    before,
    name,
    aliases: [...names].sort(),
    identifiers: [...identifiers.values()],
  }
}

function planMemberships(
  person: PlannedEntity,
  memberships: readonly RosterMembership[],
  organizations: readonly PlannedEntity[],
  newId: (membership: RosterMembership) => string,
  faults: Fault[],
): PlannedMembership[] {
  const told = distinct(
    memberships.map((membership): Told & { membership: RosterMembership } => {
      const { id, title, from, to, organization } = membership
      const organizationId = organization === null ? null : (organizations[organization]?.id ?? null)
      return { membership, id, title, from, to, organizationId }
    }),
  )
  const matches = matchPositions(told, person.before?.positions ?? [])
  return told.map((one, index): PlannedMembership => {
    const { membership, title, from, to, organizationId } = one
    const before = matches[index] ?? null
    if (!before) {
      const after = { id: newId(membership), title, from, to, basis: 'roster' as const, organizationId }
      return { membership, before, after }
    }
    const { organization: _organization, ...after } = updated(before, one)
    if (isBackwards(after.from, after.to)) {
      faults.push(
        fault(membership.place, `Would end (${after.to}) before it begins (${after.from}) on record.`),
      )
    }
    return { membership, before, after: { ...after, organizationId } }
  })
}
