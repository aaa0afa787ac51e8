import type { Fault } from '../../../../core/errors.ts'
import { nameKey } from '../../../../core/names.ts'
import { fault } from '../formats/faults.ts'
import { contradict, identifierText } from '../formats/identifiers.ts'
import type { RosterEntry } from '../formats/schema.ts'
import type { KnownEntity, KnownRecords, Owner } from './schema.ts'

/** The record of an entry, null for a new entry; or the reason why the record is unclear. */
export type Match =
  | {
      readonly record: KnownEntity | null
      /** True if another record has the name of a new one. */
      readonly isNamesake?: boolean
    }
  | { readonly fault: Fault }

const NEW: Match = { record: null }

/** The records by the keys of all their names. */
export type ByName = ReadonlyMap<string, readonly KnownEntity[]>

export function indexNames(
  records: Iterable<KnownEntity>,
  keyOf: (name: string) => string,
): Map<string, KnownEntity[]> {
  const index = new Map<string, KnownEntity[]>()
  for (const record of records) {
    for (const key of new Set([record.name, ...record.aliases].map(keyOf))) {
      const known = index.get(key)
      if (known) known.push(record)
      else index.set(key, [record])
    }
  }
  return index
}

/** Returns the record with the id or an identifier of an entry; undefined if there is none. */
function matchById(
  entry: RosterEntry,
  kind: Owner['kind'],
  records: ReadonlyMap<string, KnownEntity>,
  { mergedInto, owners }: KnownRecords,
): Match | undefined {
  const own = entry.id === null ? undefined : records.get(mergedInto.get(entry.id) ?? entry.id)
  if (entry.name === null)
    return own ? { record: own } : { fault: fault(entry.place, 'Is not the id of an entry or of a record.') }
  let found = own
  for (const [index, identifier] of entry.identifiers.entries()) {
    const place = `${entry.place}/identifiers/${index}`
    const owner = owners.get(identifierText(identifier))
    if (!owner) continue
    const record = owner.kind === kind ? records.get(owner.id) : undefined
    if (!record)
      return { fault: fault(place, `${identifierText(identifier)} is ${A[owner.kind]} on record.`) }
    if (found && found.id !== record.id) {
      return {
        fault: fault(place, `${identifierText(identifier)} is ${record.name} on record, not ${found.name}.`),
      }
    }
    found = record
  }
  return found && { record: found }
}

const A = { person: 'a person', organization: 'an organization' } as const

/**
 * Returns the organization of an entry: by id, by identifier, or by name. With another
 * identifier of the same scheme, it is another organization with the same name.
 */
export function matchOrganization(
  entry: RosterEntry,
  known: KnownRecords,
  byName: ByName,
  keyOf: (name: string) => string,
): Match {
  const matched = matchById(entry, 'organization', known.organizations, known)
  if (matched) return matched
  const key = keyOf(entry.name ?? '')
  const named = byName.get(key) ?? []
  const others = entry.otherNames.flatMap((name) => byName.get(keyOf(name)) ?? [])
  const record = named.find(({ name }) => keyOf(name) === key) ?? single(named) ?? single(others)
  if (!record) return NEW
  if (!contradict(record.identifiers, entry.identifiers)) return { record }
  return { record: null, isNamesake: true }
}

/**
 * Returns the person of an entry: by id, by identifier, or by name and organization. If either the roster or the record
 * gives no organization, a single record with that name matches. With different organizations they are different
 * people.
 * @param organizations the ids of the organizations in which the roster places the person.
 * @param isPlaced true if the roster places the person in any organization, known or new.
 */
export function matchPerson(
  entry: RosterEntry,
  organizations: ReadonlySet<string>,
  isPlaced: boolean,
  known: KnownRecords,
  byName: ByName,
): Match {
  const matched = matchById(entry, 'person', known.persons, known)
  if (matched) return matched
  const key = nameKey(entry.name ?? '')
  const fits = ({ identifiers }: KnownEntity): boolean => !contradict(identifiers, entry.identifiers)
  const named = (byName.get(key) ?? []).filter(fits)
  const own = named.filter(({ name }) => nameKey(name) === key)
  for (const records of [own, named, withAliases(entry, byName).filter(fits)]) {
    const shared = [...new Set(records.filter(isIn(organizations)))]
    if (shared.length > 1) return { fault: ambiguityFault(entry, shared) }
    if (shared[0]) return { record: shared[0] }
  }
  const candidates = own.length > 0 ? own : named
  const open = isPlaced ? candidates.filter(({ positions }) => !positions.some(hasOrganization)) : candidates
  if (candidates.length === 1 && open[0]) return { record: open[0] }
  return isPlaced || candidates.length === 0 ? NEW : { fault: ambiguityFault(entry, candidates) }
}

/**
 * Returns the records with one of the aliases of an entry. Family names alone do not count, because many people share
 * them.
 */
const withAliases = (entry: RosterEntry, byName: ByName): KnownEntity[] =>
  entry.otherNames
    .map(nameKey)
    .filter((key) => key.includes(' '))
    .flatMap((key) => byName.get(key) ?? [])

const hasOrganization = ({ organization }: KnownEntity['positions'][number]): boolean => organization !== null

const isIn =
  (organizations: ReadonlySet<string>) =>
  ({ positions }: KnownEntity): boolean =>
    positions.some(({ organization }) => organization !== null && organizations.has(organization.id))

const ambiguityFault = ({ place, name }: RosterEntry, records: readonly KnownEntity[]): Fault => {
  const slugs = records
    .map(({ slug }) => slug)
    .sort()
    .slice(0, 5)
  return fault(place, `${name} can be ${slugs.join(' or ')}. Give an identifier, or the id of one of them.`)
}

const single = <Item>(items: readonly Item[]): Item | undefined =>
  new Set(items).size === 1 ? items[0] : undefined
