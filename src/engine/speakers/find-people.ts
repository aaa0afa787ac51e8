import { compatibleNames, fold, type PersonalName, parseName, surnameOf } from '../../core/names.ts'
import type { Grammar } from '../grammar/analyse.ts'
import type { Document, KnownOfficial } from '../types.ts'
import type { Cast, CastPerson, NameMention, OrganizationMention } from './cast.ts'
import { type Gender, GIVEN_NAMES } from './given-names.ts'
import { couldBePerson, type NameRun, nameRuns } from './name-runs.ts'
import { PLACE_NAMES } from './place-names.ts'
import { officialFor, type Roster, readRoster } from './roster.ts'
import { type Setting, settingOf } from './titles.ts'
import { foldedAt, type Words, wordsOf } from './words.ts'

/** A mention before it is known whose it is. */
interface Draft {
  readonly run: NameRun
  readonly text: string
  readonly parsed: PersonalName
  readonly setting: Setting
  readonly form: NameMention['form']
}

interface DraftPerson {
  name: string
  parsed: PersonalName
  gender: Gender | null
  age: string | null
  certain: boolean
  /** Token where the full name first stands. */
  readonly introduced: number
  readonly mentions: number[]
  /** Tokens where the bare surname stood for this person beyond doubt. */
  readonly bare: number[]
}

/** People compared with one name: no more than this many, so that a text of namesakes stays cheap. */
const MOST_NAMESAKES = 40

/**
 * Finds the people a text names and gathers the mentions of each: full names first, then surnames, given names and
 * titled names, wherever they stand. A surname that two people share belongs to neither unless a title or what the
 * article called them before tells. `roster` entries give people their known ids.
 */
export function findPeople(document: Document, grammar: Grammar, roster: readonly KnownOfficial[]): Cast {
  const words = wordsOf(document, grammar)
  const runs = nameRuns(words)
  const drafts: Draft[] = []
  const parsedNames = new Map<string, PersonalName>()
  const organizations: OrganizationMention[] = []
  for (const run of runs) {
    if (run.kind === 'organization' || run.kind === 'place')
      organizations.push(organizationMention(words, run))
    const draft = draftOf(words, run, parsedNames)
    if (draft) drafts.push(draft)
  }
  const gathered = gather(drafts)
  return castOf(words, drafts, gathered, organizations, readRoster(roster))
}

function organizationMention({ tokens }: Words, { name: first, last }: NameRun): OrganizationMention {
  return { first, last, span: { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 } }
}

function draftOf(words: Words, run: NameRun, parsedNames: Map<string, PersonalName>): Draft | null {
  if (!couldBePerson(words, run)) return null
  const setting = settingOf(words, run.first, run.name, run.last)
  const start = words.tokens[run.name]?.start ?? 0
  const text = words.document.text.slice(start, words.tokens[run.last - 1]?.end ?? start)
  const parsed = parsedNames.get(text) ?? parseName(text)
  parsedNames.set(text, parsed)
  if (!parsed.surname) return null
  const full = parsed.given.length > 0
  const given = !full && GIVEN_NAMES.has(foldedAt(words, run.name)) && !setting.person
  return { run, text, parsed, setting, form: full ? 'full' : given ? 'given' : 'surname' }
}

interface Gathered {
  readonly people: DraftPerson[]
  /** Parallel to the drafts: the people each may mean; one where it is known. */
  readonly meanings: readonly (readonly number[])[]
}

function gather(drafts: readonly Draft[]): Gathered {
  const people: DraftPerson[] = []
  const bySurname = new Map<string, number[]>()
  const byGiven = new Map<string, number[]>()
  const meanings: (readonly number[])[] = drafts.map(() => [])
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') meanings[index] = [joinFull(draft, people, bySurname, byGiven)]
  })
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') return
    meanings[index] = meaningOfShort(draft, people, bySurname, byGiven)
  })
  return { people, meanings }
}

type Index = Map<string, number[]>

function joinFull(draft: Draft, people: DraftPerson[], bySurname: Index, byGiven: Index): number {
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

function introduce(draft: Draft, people: DraftPerson[], bySurname: Index, byGiven: Index): number {
  const number = people.length
  const { parsed, run, text } = draft
  const person: DraftPerson = {
    name: text,
    parsed,
    gender: null,
    age: null,
    certain: false,
    introduced: run.name,
    mentions: [],
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

function learn(person: DraftPerson, { run, setting, parsed }: Draft) {
  const called = GIVEN_NAMES.has(parsed.surname) && !PLACE_NAMES.has(parsed.surname)
  if (run.kind === 'person' || setting.person || called) person.certain = true
  const courtesy = setting.courtesy ? setting.gender : null
  person.gender = courtesy ?? person.gender ?? genderOfGiven(parsed) ?? setting.gender
  person.age = setting.age ?? person.age
}

const genderOfGiven = ({ given, surname }: PersonalName): Gender | null =>
  GIVEN_NAMES.get(given[0] ?? surname) ?? null

/** The people a surname, a titled surname or a given name alone may mean. A name nobody bears makes a new person. */
function meaningOfShort(
  draft: Draft,
  people: DraftPerson[],
  bySurname: Index,
  byGiven: Index,
): readonly number[] {
  const { parsed, setting } = draft
  const namesakes = (bySurname.get(parsed.surname) ?? []).slice(-MOST_NAMESAKES)
  const fitting = namesakes.filter((number) => fits(people[number] as DraftPerson, setting.gender))
  if (fitting.length > 0) {
    const chosen = fitting.length === 1 ? fitting : amongNamesakes(draft, fitting, people)
    if (chosen.length === 1) settle(draft, people[chosen[0] as number] as DraftPerson)
    return chosen
  }
  const called = byGiven.get(parsed.surname) ?? []
  if (namesakes.length === 0 && called.length > 0 && !REGAL.has(setting.role?.head ?? '')) {
    const before = called.filter((number) => (people[number] as DraftPerson).introduced < draft.run.name)
    return before.length > 0 ? before.slice(-MOST_NAMESAKES) : called.slice(0, MOST_NAMESAKES)
  }
  return [introduce(draft, people, bySurname, byGiven)]
}

/** Who bears one of these is called by the given name alone: "King Felipe" is no other Felipe. */
const REGAL = new Set(['king', 'queen', 'prince', 'princess', 'pope', 'emperor', 'sultan', 'emir', 'shah'])

const fits = (person: DraftPerson, gender: Gender | null): boolean =>
  gender === null || person.gender === null || person.gender === gender

function settle(draft: Draft, person: DraftPerson) {
  learn(person, draft)
  person.bare.push(draft.run.name)
}

/**
 * Which of several people of one surname is meant: the only one introduced so far; the one whose title this is; or
 * the one whom the article called by the bare surname before the others came in, unless another was named since.
 */
function amongNamesakes(
  draft: Draft,
  fitting: readonly number[],
  people: readonly DraftPerson[],
): readonly number[] {
  const here = draft.run.name
  const known = fitting.filter((number) => (people[number] as DraftPerson).introduced < here)
  const gendered = draft.setting.gender
    ? fitting.filter((number) => (people[number] as DraftPerson).gender === draft.setting.gender)
    : []
  if (gendered.length === 1) return gendered
  if (known.length === 1) return known
  if (known.length === 0) return fitting
  const called = known.filter((number) => calledBareFirst(people[number] as DraftPerson, known, people))
  return called.length === 1 ? called : known
}

/** True where the bare surname meant this person before any other of the given people was introduced. */
function calledBareFirst(
  person: DraftPerson,
  rivals: readonly number[],
  people: readonly DraftPerson[],
): boolean {
  const first = person.bare[0]
  if (first === undefined) return false
  return rivals.every(
    (number) => people[number] === person || (people[number] as DraftPerson).introduced > first,
  )
}

function castOf(
  words: Words,
  drafts: readonly Draft[],
  { people, meanings }: Gathered,
  organizations: readonly OrganizationMention[],
  roster: Roster,
): Cast {
  const surnames = new Set(people.filter(({ certain }) => certain).map(({ parsed }) => parsed.surname))
  const mentionOf = new Int32Array(words.tokens.length).fill(-1)
  const mentions = drafts.map((draft, index) => {
    const mention = withoutPeople(mentionFrom(words, draft, meanings[index] as readonly number[]), surnames)
    mentionOf.fill(index, mention.first, mention.last)
    if (mention.person >= 0) (people[mention.person] as DraftPerson).mentions.push(index)
    return mention
  })
  const finished = people.map(
    (person): CastPerson => ({
      name: person.name,
      gender: person.gender,
      age: person.age,
      official: officialFor(person.name, roster, rolesOf(person, mentions)),
      mentions: person.mentions,
      certain: person.certain,
    }),
  )
  return { people: finished, mentions, organizations, mentionOf }
}

/** "Trump campaign manager" names an organization, "Trump adviser" a person: whose name is no organization. */
function withoutPeople(mention: NameMention, surnames: ReadonlySet<string>): NameMention {
  const { role } = mention
  if (!role?.organization || !surnames.has(surnameOf(role.organization))) return mention
  return { ...mention, role: { ...role, organization: null } }
}

const rolesOf = (person: DraftPerson, mentions: readonly NameMention[]): string[] =>
  person.mentions.flatMap((index) => {
    const role = mentions[index]?.role
    return role ? [fold(role.text)] : []
  })

function mentionFrom(
  { tokens }: Words,
  { run, setting, form }: Draft,
  meaning: readonly number[],
): NameMention {
  const startOf = (index: number) => tokens[index]?.start ?? 0
  const endOf = (index: number) => tokens[index - 1]?.end ?? 0
  const known = meaning.length === 1
  return {
    span: { start: startOf(run.name), end: endOf(run.last) },
    phrase: { start: startOf(setting.first), end: endOf(setting.last) },
    first: run.name,
    last: run.last,
    phraseFirst: setting.first,
    form,
    person: known ? (meaning[0] as number) : -1,
    candidates: known ? [] : meaning,
    role: setting.role,
  }
}
