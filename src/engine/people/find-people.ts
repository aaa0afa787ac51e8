import { fold, type PersonalName, parseName, surnameOf } from '../../core/names.ts'
import { Listed } from '../lexicon/names/name-lists.ts'
import { listsAt, lowerAt, type Words } from '../reader/words.ts'
import type { KnownPerson } from '../types/extraction.ts'
import { LONGEST_NAME } from '../types/limits.ts'
import type { Cast, CastPerson, NameMention } from './cast.ts'
import type { DraftMention, DraftPerson } from './drafts.ts'
import { type GatheredPeople, gatherPeople } from './gather-people.ts'
import { indexKnownPeople, type KnownPeople, knownPersonId } from './known-people.ts'
import { couldBePerson } from './names/could-be-person.ts'
import { nameRuns } from './names/name-runs.ts'
import { isGivenStart } from './names/name-words.ts'
import { withoutPostNominals } from './names/post-nominals.ts'
import type { NameRun } from './names/read-run.ts'
import { nameInRole } from './organizations/full-names.ts'
import { introducedNames } from './organizations/introduced-names.ts'
import type { OrganizationMention, OrganizationNames } from './organizations/organization-names.ts'
import { organizationNames } from './organizations/organization-names.ts'
import { withOwner } from './organizations/owners.ts'
import { settingOf } from './roles/name-setting.ts'
import { organizationBeside } from './roles/organization-beside.ts'
import type { Role } from './roles/roles.ts'

/**
 * Finds the people of a text and their mentions: first full names, then surnames, given names and names with titles. If
 * two people share a surname, a mention of it counts for neither, unless a title or the earlier mentions decide. A
 * person in `knownPeople` gets the id given there.
 */
export function findPeople(words: Words, knownPeople: readonly KnownPerson[]): Cast {
  const runs = nameRuns(words)
  const drafts: DraftMention[] = []
  const parsedNames = new Map<string, PersonalName>()
  const organizations: OrganizationMention[] = []
  for (const run of runs) {
    if (run.kind === 'organization' || run.kind === 'place')
      organizations.push(organizationMention(words, run))
    const draft = draftOf(words, run, parsedNames)
    if (draft) drafts.push(draft)
  }
  const { acronyms, byHead, shortened, openings } = organizationNames(words, organizations)
  const { introduced, companies, companyMentions } = introducedNames(words, runs)
  const names = { acronyms, byHead, shortened, openings, introduced, companies, companyMentions }
  const named = withoutThings(words, withSharedSurnames(words, drafts), names)
  return castOf(words, named, gatherPeople(named), {
    organizations,
    names,
    known: indexKnownPeople(knownPeople),
  })
}

/** Gives the first of two coordinated people the family name of the second. Example: "Alan and Betty Quist". */
function withSharedSurnames(words: Words, drafts: readonly DraftMention[]): DraftMention[] {
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
 * Drops names of things: "the Guardian", "the Daltons", and "Norpetro" in a text with "Norpetro Holdings" or "Norpetro,
 * an oil firm". A single name after an article or for a company is no person, unless a person's full name ends with it.
 */
function withoutThings(
  words: Words,
  drafts: readonly DraftMention[],
  { shortened }: OrganizationNames,
): readonly DraftMention[] {
  const surnames = new Set<string>()
  const described = new Set<string>()
  for (const { form, parsed, text, run, setting } of drafts) {
    if (run.kind !== 'person' && !setting.person && organizationBeside(words, run.last)) described.add(text)
    else if (form === 'full' && !shortened.has(text)) surnames.add(parsed.surname)
  }
  return drafts.filter(({ run: { first, name, last }, text, setting, parsed }) => {
    if (name > first || setting.person || surnames.has(parsed.surname)) return true
    const single = last - name === 1 && /^(?:the|a|an)$/.test(lowerAt(words, first - 1))
    return !single && !shortened.has(text) && !described.has(text)
  })
}

function organizationMention(words: Words, { name, last }: NameRun): OrganizationMention {
  const { tokens } = words
  const first = withOwner(words, name)
  return { first, last, span: { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 } }
}

function draftOf(words: Words, run: NameRun, parsedNames: Map<string, PersonalName>): DraftMention | null {
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
  const given = !full && (listsAt(words, run.name) & Listed.givenName) !== 0 && !setting.person
  return { run, text, parsed, setting, form: full ? 'full' : given ? 'given' : 'surname' }
}

function castOf(
  words: Words,
  drafts: readonly DraftMention[],
  { people, meanings }: GatheredPeople,
  { organizations, names, known }: Pick<Cast, 'organizations' | 'names'> & { readonly known: KnownPeople },
): Cast {
  const bearers = new Map<string, number>()
  for (const { certain, parsed } of people)
    if (certain) bearers.set(parsed.surname, (bearers.get(parsed.surname) ?? 0) + 1)
  const surnames: ReadonlySet<string> = new Set(bearers.keys())
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
      genderTold: person.genderTold,
      age: person.age,
      affiliation: person.affiliation,
      knownId: known.size > 0 ? knownPersonId(person.name, known, rolesOf(person, mentions)) : null,
      mentions: person.mentions,
      hasNamesake: (bearers.get(person.parsed.surname) ?? 0) > 1,
      certain: person.certain,
    }),
  )
  return { people: finished, surnames, mentions, organizations, names, mentionOf }
}

/**
 * Returns a role with the fullest name of its organization. If the name of the organization is a person's surname
 * ("Trump adviser"), the role has none.
 */
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
  { run, setting, form }: DraftMention,
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
