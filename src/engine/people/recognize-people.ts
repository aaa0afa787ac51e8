import { fold } from '../../core/names.ts'
import type { Extraction, KnownPerson } from '../types/extraction.ts'
import { indexKnownPeople, knownPersonId } from './known-people.ts'

/**
 * Gives the people of an extraction the ids of known people. The result is that of an extraction with these
 * `Circumstances.knownPeople`, because they decide about nothing but ids. In a text of several slices, the printed roles
 * of all slices count.
 */
export function recognizePeople(extraction: Extraction, knownPeople: readonly KnownPerson[]): Extraction {
  const known = indexKnownPeople(knownPeople)
  const people = extraction.people.map((person) => {
    const roles = person.roles.map(({ text }) => fold(text))
    return { ...person, knownId: knownPersonId(person.name, known, roles) }
  })
  const idOf = new Map(people.map(({ name, knownId }) => [name, knownId]))
  const statements = extraction.statements.map((statement) => {
    const { speaker } = statement
    return { ...statement, speaker: { ...speaker, knownId: idOf.get(speaker.name ?? '') ?? null } }
  })
  return { ...extraction, statements, people }
}
