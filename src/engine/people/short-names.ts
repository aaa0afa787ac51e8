import type { Gender } from '../lexicon/names/given-names.ts'
import { introduce, settle } from './draft-person.ts'
import type { DraftMention, DraftPerson } from './drafts.ts'
import { amongNamesakes } from './namesakes.ts'
import { consonantsOf, type Index, type Indices } from './people-index.ts'

/** The most people that a name is compared with. It limits the time for a text with many people of one name. */
export const MOST_NAMESAKES = 40

/**
 * Returns the people that a surname, a surname with a title or a given name may mean. A name that fits no person
 * makes a new person.
 */
export function meaningOfShort(
  draft: DraftMention,
  people: DraftPerson[],
  { bySurname, byGiven, byMiddle, bySound }: Indices,
): readonly number[] {
  const { parsed, setting } = draft
  const isRegal = ROYAL_TITLES.has(setting.role?.head ?? '')
  const namesakes = (bySurname.get(parsed.surname) ?? [])
    .slice(-MOST_NAMESAKES)
    .filter((number) => !isRegal || isRoyal(people[number] as DraftPerson))
  const possible = namesakes.filter((number) => fits(people[number] as DraftPerson, setting.gender))
  const certain = possible.filter((number) => people[number]?.certain || isNamedInFull(people[number], draft))
  const fitting = certain.length > 0 ? certain : possible
  if (fitting.length > 0) {
    const chosen = fitting.length === 1 ? fitting : amongNamesakes(draft, fitting, people)
    if (chosen.length === 1) settle(draft, people[chosen[0] as number] as DraftPerson)
    return chosen
  }
  const called = byGiven.get(parsed.surname) ?? []
  if (namesakes.length === 0 && called.length > 0 && !isRegal) {
    const before = called.filter((number) => (people[number] as DraftPerson).introduced < draft.run.name)
    return before.length > 0 ? before.slice(-MOST_NAMESAKES) : called.slice(0, MOST_NAMESAKES)
  }
  const [middle, ...others] = (byMiddle.get(parsed.surname) ?? []).filter(
    (number) => (people[number] as DraftPerson).introduced < draft.run.name,
  )
  if (middle !== undefined && others.length === 0 && fits(people[middle] as DraftPerson, setting.gender))
    return [middle]
  if (middle !== undefined && others.length > 0 && namesakes.length === 0)
    return [middle, ...others].slice(-MOST_NAMESAKES)
  const misprinted = misprintOf(draft, people, bySound)
  if (misprinted !== undefined) return [misprinted]
  return [introduce(draft, people, bySurname, byGiven)]
}

/**
 * The shortest surname that can be a misprint of another, in letters. A shorter surname, or one with few consonants, is
 * too similar to other names.
 */
const SHORTEST_MISPRINT = 6
const FEWEST_CONSONANTS = 4

/**
 * Returns the only person whose family name has the same consonants, if no person has the name as written. Example:
 * "Ms. Peterson" in a text about Ada Petersen.
 */
function misprintOf({ parsed, setting }: DraftMention, people: readonly DraftPerson[], bySound: () => Index) {
  if (parsed.surname.length < SHORTEST_MISPRINT) return undefined
  const consonants = consonantsOf(parsed.surname)
  if (consonants.length < FEWEST_CONSONANTS) return undefined
  const alike = bySound().get(consonants) ?? []
  const [only] = alike
  const person = people[only ?? -1]
  return alike.length === 1 && person?.certain && fits(person, setting.gender) ? only : undefined
}

/** People with these titles are called by their given name alone. "King Felipe" never means another Felipe. */
const ROYAL_TITLES = new Set([
  'king',
  'queen',
  'prince',
  'princess',
  'pope',
  'emperor',
  'sultan',
  'emir',
  'shah',
])

/** Returns true if "King Hussein" can mean this person: a person without a given name, or with a royal title. */
const isRoyal = ({ roles, parsed }: DraftPerson): boolean =>
  parsed.given.length === 0 || [...roles].some((head) => ROYAL_TITLES.has(head))

const fits = (person: DraftPerson, gender: Gender | null): boolean =>
  gender === null || person.gender === null || person.gender === gender

/**
 * Returns true for a person whom the text has named in full before, even if only the form of the name suggests a
 * person.
 */
const isNamedInFull = (person: DraftPerson | undefined, { run }: DraftMention): boolean =>
  person !== undefined && person.full.length > 0 && person.introduced < run.name
