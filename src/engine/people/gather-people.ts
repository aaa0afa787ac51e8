import { compatibleNames, type PersonalName } from '../../core/names.ts'
import { type Gender, GIVEN_NAMES } from '../lexicon/names/given-names.ts'
import { PLACE_NAMES } from '../lexicon/names/place-names.ts'
import type { DraftMention, DraftPerson } from './drafts.ts'
import { amongNamesakes } from './namesakes.ts'

/** The most people that a name is compared with, so that a text full of namesakes stays cheap. */
const MOST_NAMESAKES = 40

/** The people of a text, and whom each draft may mean. */
export interface GatheredPeople {
  readonly people: DraftPerson[]
  /** Parallel to the drafts: the people that each may mean, one where it is known. */
  readonly meanings: readonly (readonly number[])[]
}

/** Gathers drafts into people: first the full names, then the short names. */
export function gatherPeople(drafts: readonly DraftMention[]): GatheredPeople {
  const people: DraftPerson[] = []
  const bySurname = new Map<string, number[]>()
  const byGiven = new Map<string, number[]>()
  const byFirstSurname = new Map<string, number[]>()
  const meanings: (readonly number[])[] = drafts.map(() => [])
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') meanings[index] = [joinFull(draft, people, bySurname, byGiven)]
  })
  people.forEach(({ parsed }, number) => {
    const first = firstSurnameOf(parsed)
    if (first) addTo(byFirstSurname, first, number)
  })
  const bySound = soundsOf(people)
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') return
    meanings[index] = meaningOfShort(draft, people, { bySurname, byGiven, byFirstSurname, bySound })
  })
  return { people, meanings }
}

type Index = Map<string, number[]>

/** People by family name, by first given name, by the first of two family names, and by consonants. */
interface Indices {
  readonly bySurname: Index
  readonly byGiven: Index
  readonly byFirstSurname: Index
  readonly bySound: () => Index
}

/**
 * Returns a function that indexes people by the consonants of their names when it is first called, because few texts
 * need it.
 */
function soundsOf(people: readonly DraftPerson[]): () => Index {
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
 * "ortega" of "María José Ortega Villalobos": returns the word before the last, if it is no known given name or
 * initial.
 */
function firstSurnameOf({ given }: PersonalName): string | undefined {
  const word = given.length > 1 ? given.at(-1) : undefined
  return word && word.length > 2 && !GIVEN_NAMES.has(word) ? word : undefined
}

function joinFull(draft: DraftMention, people: DraftPerson[], bySurname: Index, byGiven: Index): number {
  const namesakes = bySurname.get(draft.parsed.surname) ?? []
  for (let at = namesakes.length - 1; at >= 0 && at >= namesakes.length - MOST_NAMESAKES; at--) {
    const number = namesakes[at] as number
    const person = people[number] as DraftPerson
    if (!compatibleNames(person.parsed, draft.parsed)) continue
    if (draft.text.length > person.name.length)
      Object.assign(person, { name: draft.text, parsed: draft.parsed })
    learn(person, draft)
    return number
  }
  return introduce(draft, people, bySurname, byGiven)
}

function introduce(draft: DraftMention, people: DraftPerson[], bySurname: Index, byGiven: Index): number {
  const number = people.length
  const { parsed, run, text } = draft
  const person: DraftPerson = {
    name: text,
    parsed,
    gender: null,
    age: null,
    affiliation: null,
    certain: false,
    introduced: run.name,
    mentions: [],
    full: [],
    roles: new Set(),
    bare: [],
  }
  learn(person, draft)
  people.push(person)
  addTo(bySurname, parsed.surname, number)
  if (parsed.given[0]) addTo(byGiven, parsed.given[0], number)
  return number
}

function addTo(index: Index, key: string, number: number) {
  const known = index.get(key)
  if (known) known.push(number)
  else index.set(key, [number])
}

function learn(person: DraftPerson, { run, setting, parsed }: DraftMention) {
  const called = GIVEN_NAMES.has(parsed.surname) && !PLACE_NAMES.has(parsed.surname)
  if (run.kind === 'person' || setting.person || called) person.certain = true
  const courtesy = setting.courtesy ? setting.gender : null
  person.gender = courtesy ?? person.gender ?? genderOfGiven(parsed) ?? setting.gender
  person.age = setting.age ?? person.age
  person.affiliation = setting.affiliation ?? person.affiliation
  if (parsed.given.length > 0) person.full.push(run.name)
  if (setting.role) person.roles.add(setting.role.head)
}

/** "Jean-Claude" is a man's name, though "Jean" alone does not tell. */
function genderOfGiven({ given, surname }: PersonalName): Gender | null {
  const [first = surname, second = ''] = given
  const gender = GIVEN_NAMES.get(first)
  if (gender !== null || (first === 'jean' && second === 'marie')) return gender ?? null
  return GIVEN_NAMES.get(second) ?? null
}

/**
 * Returns the people that a surname, a surname with a title or a given name may mean. A name that fits no person
 * makes a new person.
 */
function meaningOfShort(
  draft: DraftMention,
  people: DraftPerson[],
  { bySurname, byGiven, byFirstSurname, bySound }: Indices,
): readonly number[] {
  const { parsed, setting } = draft
  const isRegal = ROYAL_TITLES.has(setting.role?.head ?? '')
  const namesakes = (bySurname.get(parsed.surname) ?? [])
    .slice(-MOST_NAMESAKES)
    .filter((number) => !isRegal || isRoyal(people[number] as DraftPerson))
  const possible = namesakes.filter((number) => fits(people[number] as DraftPerson, setting.gender))
  const certain = possible.filter((number) => people[number]?.certain)
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
  const [doubled, ...others] = (byFirstSurname.get(parsed.surname) ?? []).filter(
    (number) => (people[number] as DraftPerson).introduced < draft.run.name,
  )
  if (doubled !== undefined && others.length === 0 && fits(people[doubled] as DraftPerson, setting.gender))
    return [doubled]
  const misprinted = misprintOf(draft, people, bySound)
  if (misprinted !== undefined) return [misprinted]
  return [introduce(draft, people, bySurname, byGiven)]
}

/** Shorter surnames, or surnames with fewer consonants, are too easily another name. */
const SHORTEST_MISPRINT = 6
const FEWEST_CONSONANTS = 4

/**
 * "Ms. Peterson" in a text about Ada Petersen: returns the only person whose family name has the same consonants, if
 * no person has the name as written.
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

/** Returns the first letter of a name and its consonants, double consonants once. */
const consonantsOf = (surname: string): string =>
  surname.slice(0, 1) +
  surname
    .slice(1)
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1')

/** People with these titles go by their given name alone: "King Felipe" is no other Felipe. */
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

/** "King Hussein" means a person without a given name or with a royal title, no other Hussein. */
const isRoyal = ({ roles, parsed }: DraftPerson): boolean =>
  parsed.given.length === 0 || [...roles].some((head) => ROYAL_TITLES.has(head))

const fits = (person: DraftPerson, gender: Gender | null): boolean =>
  gender === null || person.gender === null || person.gender === gender

function settle(draft: DraftMention, person: DraftPerson) {
  learn(person, draft)
  person.bare.push(draft.run.name)
}
