import type { PersonalName } from '../../core/names.ts'
import type { DraftPerson } from './drafts.ts'

/** The numbers of people by a part of their names. */
export type Index = Map<string, number[]>

/** People by family name, by first given name, by the words between, and by consonants. */
export interface Indices {
  readonly bySurname: Index
  readonly byGiven: Index
  readonly byMiddle: Index
  readonly bySound: () => Index
}

/**
 * Returns a function that returns people by the consonants of their names. It builds the index at its first call,
 * because few texts need it.
 */
export function soundsOf(people: readonly DraftPerson[]): () => Index {
  const { length } = people
  let sounds: Index | undefined
  return () => {
    if (sounds) return sounds
    sounds = new Map()
    for (let number = 0; number < length; number++)
      addTo(sounds, consonantsOf((people[number] as DraftPerson).parsed.surname), number)
    return sounds
  }
}

/**
 * Returns the words between the first and the last word of a name, initials left out: "ortega" of "María Ortega
 * Villalobos", "sadiq" of "Ayaz Sadiq Khan", and the parts of a family name with a hyphen: "dupont" of "Dupont-Leroy".
 * Many people are called by such a word.
 */
export const middleNamesOf = ({ given, surname }: PersonalName): string[] =>
  [...given.slice(1), ...(surname.includes('-') ? surname.split('-') : [])].filter((word) => word.length > 2)

/** Adds a number to the numbers under a key. */
export function addTo(index: Index, key: string, number: number) {
  const known = index.get(key)
  if (known) known.push(number)
  else index.set(key, [number])
}

/** Returns the first letter of a name and its consonants, double consonants once. */
export const consonantsOf = (surname: string): string =>
  surname.slice(0, 1) +
  surname
    .slice(1)
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1')
