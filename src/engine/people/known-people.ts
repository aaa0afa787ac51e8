import { fold, nameKey, parseName, sameName } from '../../core/names.ts'
import type { KnownPerson } from '../types/extraction.ts'

/** The known people by the surnames of all their names. */
export type KnownPeople = ReadonlyMap<string, readonly KnownPerson[]>

/** Indexes known people by the surnames of their names and aliases. */
export function indexKnownPeople(people: readonly KnownPerson[]): KnownPeople {
  const bySurname = new Map<string, KnownPerson[]>()
  for (const person of people) {
    for (const name of [person.name, ...person.aliases]) {
      const { surname } = parseName(name)
      if (!surname) continue
      const known = bySurname.get(surname)
      if (!known) bySurname.set(surname, [person])
      else if (!known.includes(person)) known.push(person)
    }
  }
  return bySurname
}

/** The most known people with one surname that are compared with a name. */
const MOST_ENTRIES = 200

/**
 * Returns the id of the known person that a person of the text can be; null if no known person fits, or several fit. A
 * surname alone is not enough: an alias must be equal to it, or the known person must have one of the roles (folded).
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
