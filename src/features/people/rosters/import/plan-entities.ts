import type { Fault } from '../../../../core/errors.ts'
import { fault } from '../formats/faults.ts'
import { contradict, identifierText } from '../formats/identifiers.ts'
import type { RosterEntry } from '../formats/schema.ts'
import type { Match } from './match-entries.ts'
import type { KnownEntity } from './schema.ts'

/** The planned result of one entry of a roster. */
export interface PlannedEntity {
  readonly entry: RosterEntry
  readonly id: string
  /** The record before the import; null for a new record. */
  readonly before: KnownEntity | null
  readonly name: string
  /** True for a new record with the name of another record. */
  readonly isNamesake: boolean
  /** The new aliases and identifiers. */
  readonly aliases: readonly string[]
  readonly identifiers: RosterEntry['identifiers']
}

/** Returns whether the plan leaves an entity unchanged, apart from its memberships. */
export const isUntouched = ({ before, aliases, identifiers }: PlannedEntity): boolean =>
  before !== null && aliases.length === 0 && identifiers.length === 0

/**
 * Creates the function that matches entries with records. It reports entries that mean the same record, or whose record
 * is unclear.
 */
export function createMatcher(
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
    isNameUnique: boolean,
  ): PlannedEntity[] => {
    const byRecord = new Map<string, RosterEntry>()
    const newByName = new Map<string, number[]>()
    return entries.map((entry, index) => {
      const { place, name, identifiers } = entry
      const key = keyOf(name ?? '')
      if (name !== null && key === '') faults.push(fault(`${place}/name`, 'Must contain a letter.'))
      for (const identifier of identifiers) {
        const other = byIdentifier.get(identifierText(identifier))
        if (other && other !== entry)
          faults.push(
            fault(
              place,
              `Has the identifier ${identifierText(identifier)}, which ${other.place} has too. Remove it from one of them.`,
            ),
          )
        byIdentifier.set(identifierText(identifier), entry)
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
      const isNamesake = !record && (newByName.get(key)?.length ?? 0) > 1
      const isKnownName = 'isNamesake' in matched && (matched.isNamesake ?? false)
      return planEntity(entry, record, newId, isOwned, isNamesake || isKnownName, isNameUnique)
    })
  }
}

const TELL_APART = 'Combine them into one entry, or give each an identifier.'

function planEntity(
  entry: RosterEntry,
  before: KnownEntity | null,
  newId: (entry: RosterEntry) => string,
  isOwned: (identifier: string) => boolean,
  isNamesake: boolean,
  isNameUnique: boolean,
): PlannedEntity {
  const name = before?.name ?? entry.name ?? ''
  const names = new Set([...(entry.name === null ? [] : [entry.name]), ...entry.otherNames])
  for (const known of [name, ...(before?.aliases ?? [])]) names.delete(known)
  // The key of a name belongs to the first organization with it. An alias lets searches find the others.
  if (isNamesake && isNameUnique) names.add(name)
  const identifiers = new Map(entry.identifiers.map((identifier) => [identifierText(identifier), identifier]))
  for (const text of identifiers.keys()) if (isOwned(text)) identifiers.delete(text)
  return {
    entry,
    id: before?.id ?? newId(entry),
    before,
    name,
    isNamesake,
    aliases: [...names].sort(),
    identifiers: [...identifiers.values()],
  }
}
