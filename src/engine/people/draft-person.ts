import type { PersonalName } from '../../core/names.ts'
import { type Gender, GIVEN_NAMES } from '../lexicon/names/given-names.ts'
import { PLACE_NAMES } from '../lexicon/names/place-names.ts'
import type { DraftMention, DraftPerson } from './drafts.ts'
import { addTo, type Index } from './people-index.ts'
import type { NameSetting } from './roles/name-setting.ts'

/**
 * Adds the person of a mention to `people` and to the indices by family name and by first given name. Returns the
 * number of the person.
 */
export function introduce(
  draft: DraftMention,
  people: DraftPerson[],
  bySurname: Index,
  byGiven: Index,
): number {
  const number = people.length
  const { parsed, run, text } = draft
  const person: DraftPerson = {
    name: text,
    parsed,
    gender: null,
    genderTold: false,
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

/** Adds to a person what a mention tells: gender, age, affiliation and role. */
export function learn(person: DraftPerson, { run, setting, parsed }: DraftMention) {
  const called = GIVEN_NAMES.has(parsed.surname) && !PLACE_NAMES.has(parsed.surname)
  if (run.kind === 'person' || setting.person || called) person.certain = true
  learnGender(person, setting, parsed)
  person.age = setting.age ?? person.age
  person.affiliation = setting.affiliation ?? person.affiliation
  if (parsed.given.length > 0) person.full.push(run.name)
  if (setting.role) person.roles.add(setting.role.head)
}

/**
 * Adds the gender that a mention tells. A courtesy title decides, then the given name, then a role. A role of the other
 * gender leaves the gender open, because the same given name can be a woman's in one country and a man's in another:
 * "Andrea Conti, a fisherman".
 */
function learnGender(person: DraftPerson, { courtesy, gender }: NameSetting, parsed: PersonalName) {
  const given = person.genderTold ? null : genderOfGiven(parsed)
  const isContradicted = !courtesy && gender !== null && given !== null && gender !== given
  person.genderTold ||= gender !== null
  if (isContradicted) person.gender = null
  else if (courtesy && gender) person.gender = gender
  else person.gender ??= given ?? gender
}

/** Returns the gender of given names. "Jean-Claude" is a man's name, although "Jean" alone does not tell a gender. */
function genderOfGiven({ given, surname }: PersonalName): Gender | null {
  const [first = surname, second = ''] = given
  const gender = GIVEN_NAMES.get(first)
  if (gender !== null || (first === 'jean' && second === 'marie')) return gender ?? null
  return GIVEN_NAMES.get(second) ?? null
}

/** Records a short name that certainly means this person. */
export function settle(draft: DraftMention, person: DraftPerson) {
  learn(person, draft)
  person.bare.push(draft.run.name)
}
