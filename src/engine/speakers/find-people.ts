import { fold, type PersonalName, parseName, surnameOf } from '../../core/names.ts'
import type { Grammar } from '../grammar/analyse.ts'
import type { Document, KnownOfficial } from '../types.ts'
import { isOrganizationBeside } from './appositives.ts'
import {
  type Cast,
  type CastPerson,
  LONGEST_NAME,
  type NameMention,
  type OrganizationMention,
  type OrganizationNames,
} from './cast.ts'
import { couldBePerson } from './could-be-person.ts'
import type { Draft, DraftPerson } from './drafts.ts'
import { type Gathered, gather } from './gather-people.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { nameRuns } from './name-runs.ts'
import { isGivenStart } from './name-words.ts'
import { nameInRole, organizationNames } from './organization-names.ts'
import { withoutPostNominals } from './post-nominals.ts'
import type { NameRun } from './read-run.ts'
import type { Role } from './roles.ts'
import { officialFor, type Roster, readRoster } from './roster.ts'
import { settingOf } from './titles.ts'
import { foldedAt, lowerAt, type Words, wordsOf } from './words.ts'

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
  const names = organizationNames(words, organizations)
  const named = withoutThings(words, withSharedSurnames(words, drafts), names)
  return castOf(words, named, gather(named), { organizations, names, roster: readRoster(roster) })
}

/** "Alan and Betty Quist": the first bears the family name of the second. */
function withSharedSurnames(words: Words, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const next = drafts[index + 1]
    if (draft.form !== 'given' || next?.form !== 'full' || next.run.first !== draft.run.last + 1) return draft
    const joined = /^(?:and|&)$/.test(lowerAt(words, draft.run.last))
    if (!joined || !isGivenStart(words, next.run.name, next.run.last)) return draft
    const text = `${draft.text} ${next.text.slice(next.text.lastIndexOf(' ') + 1)}`
    return { ...draft, text, parsed: parseName(text), form: 'full', run: { ...draft.run, kind: 'person' } }
  })
}

/**
 * "the Guardian", "the Daltons", "Norpetro" of "Norpetro Holdings" or in "Norpetro, an oil firm": a single name after an
 * article, and what is called a firm or by less than its name, is nobody's, unless it ends somebody's full name.
 */
function withoutThings(
  words: Words,
  drafts: readonly Draft[],
  { shortened }: OrganizationNames,
): readonly Draft[] {
  const surnames = new Set<string>()
  const described = new Set<string>()
  for (const { form, parsed, text, run, setting } of drafts) {
    if (run.kind !== 'person' && !setting.person && isOrganizationBeside(words, run.last)) described.add(text)
    else if (form === 'full' && !shortened.has(text)) surnames.add(parsed.surname)
  }
  return drafts.filter(({ run: { first, name, last }, text, setting, parsed }) => {
    if (name > first || setting.person || surnames.has(parsed.surname)) return true
    const single = last - name === 1 && /^(?:the|a|an)$/.test(lowerAt(words, first - 1))
    return !single && !shortened.has(text) && !described.has(text)
  })
}

function organizationMention({ tokens }: Words, { name: first, last }: NameRun): OrganizationMention {
  return { first, last, span: { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 } }
}

function draftOf(words: Words, run: NameRun, parsedNames: Map<string, PersonalName>): Draft | null {
  if (!couldBePerson(words, run)) return null
  const setting = settingOf(words, run.first, run.name, run.last)
  const start = words.tokens[run.name]?.start ?? 0
  const end = withoutPostNominals(words, run.name, run.last)
  const text = words.document.text.slice(start, words.tokens[end - 1]?.end ?? start)
  if (text.length > LONGEST_NAME) return null
  const parsed = parsedNames.get(text) ?? parseName(text)
  parsedNames.set(text, parsed)
  if (!parsed.surname) return null
  const full = parsed.given.length > 0
  const given = !full && GIVEN_NAMES.has(foldedAt(words, run.name)) && !setting.person
  return { run, text, parsed, setting, form: full ? 'full' : given ? 'given' : 'surname' }
}

function castOf(
  words: Words,
  drafts: readonly Draft[],
  { people, meanings }: Gathered,
  { organizations, names, roster }: Pick<Cast, 'organizations' | 'names'> & { readonly roster: Roster },
): Cast {
  const surnames = new Set(people.filter(({ certain }) => certain).map(({ parsed }) => parsed.surname))
  const mentionOf = new Int32Array(words.tokens.length).fill(-1)
  const mentions: NameMention[] = []
  for (const draft of drafts) {
    const index = mentions.length
    const role = withOrganization(draft.setting.role, surnames, names)
    const mention = mentionFrom(words, draft, meanings[index] as readonly number[], role)
    mentionOf.fill(index, mention.first, mention.last)
    if (mention.person >= 0) (people[mention.person] as DraftPerson).mentions.push(index)
    mentions.push(mention)
  }
  const finished = people.map(
    (person): CastPerson => ({
      name: person.name,
      gender: person.gender,
      age: person.age,
      affiliation: person.affiliation,
      official: roster.size > 0 ? officialFor(person.name, roster, rolesOf(person, mentions)) : null,
      mentions: person.mentions,
      certain: person.certain,
    }),
  )
  return { people: finished, surnames, mentions, organizations, names, mentionOf }
}

/** "Trump campaign manager" names an organization, "Trump adviser" a person: whose name is no organization. */
function withOrganization(
  role: Role | null,
  surnames: ReadonlySet<string>,
  names: OrganizationNames,
): Role | null {
  if (!role?.organization) return role
  const { organization } = role
  if (surnames.has(surnameOf(organization))) return { ...role, organization: null }
  return { ...role, organization: nameInRole(names, organization) }
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
  role: Role | null,
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
    role,
  }
}
