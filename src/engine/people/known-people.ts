import { fold, nameKey, parseName, sameName } from '../../core/names.ts'
import type { KnownPerson } from '../types/extraction.ts'

/** The known officials, by the surnames of all names they go by. */
export type KnownPeople = ReadonlyMap<string, readonly KnownPerson[]>

export function indexKnownPeople(officials: readonly KnownPerson[]): KnownPeople {
  const bySurname = new Map<string, KnownPerson[]>()
  for (const official of officials) {
    for (const name of [official.name, ...official.aliases]) {
      const { surname } = parseName(name)
      if (!surname) continue
      const known = bySurname.get(surname)
      if (!known) bySurname.set(surname, [official])
      else if (!known.includes(official)) known.push(official)
    }
  }
  return bySurname
}

/** Entries of one surname looked at for one name: more say nothing. */
const MOST_ENTRIES = 200

/**
 * The id of the one entry that a person of the text can be; null where none fits or several do. A surname alone
 * is not enough: then an alias must be exactly that, or a role (folded) must be the entry's.
 */
export function knownPersonId(name: string, known: KnownPeople, roles: readonly string[]): string | null {
  const parsed = parseName(name)
  const entries = (known.get(parsed.surname) ?? []).slice(0, MOST_ENTRIES)
  const key = nameKey(name)
  const exact = entries.filter((entry) => namesOf(entry).some((other) => nameKey(other) === key))
  if (exact.length > 0) return onlyId(exact)
  if (parsed.given.length > 0) {
    return onlyId(
      entries.filter((entry) => namesOf(entry).some((other) => isFull(other) && sameName(other, name))),
    )
  }
  return onlyId(entries.filter((entry) => entry.roles.some((role) => roles.includes(fold(role)))))
}

const namesOf = (entry: KnownPerson): readonly string[] => [entry.name, ...entry.aliases]
const isFull = (name: string): boolean => parseName(name).given.length > 0
const onlyId = (entries: readonly KnownPerson[]): string | null =>
  entries.length === 1 ? (entries[0]?.id ?? null) : null
