import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import { ORGANIZATION_NOUNS } from '../../lexicon/names/organization-words.ts'
import { NATIONAL_NOUNS, PLURAL_NATIONAL_NOUNS } from '../../lexicon/names/place-names.ts'
import { isRoleNoun, singularRole } from '../../lexicon/names/role-words.ts'
import type { Cast, NameMention } from '../../people/cast.ts'
import { isOrganizationName } from '../../people/names/name-words.ts'
import { nameInRole } from '../../people/organizations/full-names.ts'
import {
  isDocumentWord,
  isGroupWord,
  isNewspaper,
  isOrganizationWord,
  isPluralOrganization,
} from '../../people/organizations/organization-nouns.ts'
import { isParentOf } from '../../people/roles/ranks.ts'
import { complementEnd, makeRole, type Role } from '../../people/roles/roles.ts'
import { foldedAt, isCapitalized, lowerAt, textOf, type Words } from '../../reader/words.ts'
import { ADJECTIVES_OF_PEOPLE, headEnd, isTitled } from './phrase-head.ts'
import { mentionsIn } from './phrase-names.ts'
import {
  isProperName,
  ORGANIZATION_OFFICIALS,
  organizationAt,
  skipDeterminers,
} from './phrase-organization.ts'
import type { SpeakerPhrase } from './speaker-phrase.ts'

/** Reads a phrase without a name, tokens `[first, end)`. */
export function readCommonPhrase(words: Words, cast: Cast, first: number, end: number): SpeakerPhrase {
  const body = skipDeterminers(words, first, end)
  if (end - body > 1 && isOrganizationName(words, body, end))
    return { kind: 'organization', organization: textOf(words, body, end) }
  if (lowerAt(words, first) === 'the' && isRanked(words, body, end))
    return { kind: 'national', definite: true, gender: null, token: first }
  const start = afterPossessor(words, first, end)
  const stop = headEnd(words, start, end)
  const head = stop - 1
  const noun = foldedAt(words, head)
  const definite = /^(?:the|this|that)$/.test(lowerAt(words, first)) || !isArticle(words, first)
  if (/^\d\d-year-old$/.test(noun)) return { kind: 'age', definite, age: noun.slice(0, 2), token: head }
  const organization =
    words.classes[head] === WordClass.adjective && !ORGANIZATION_NOUNS.has(noun)
      ? null
      : organizationAt(words, cast, start, stop, end)
  if (organization && isProperName(words, skipDeterminers(words, start, stop), stop))
    return { kind: 'organization', organization }
  const isPerson = isRoleNoun(noun) || ADJECTIVES_OF_PEOPLE.has(noun) || isParentOf(words, head)
  if (isPerson && words.classes[head] !== WordClass.verb) {
    const opening = skipDeterminers(words, start, head)
    const last = Math.min(end, complementEnd(words, stop, end))
    const role = withoutPerson(words, cast, roleOf(words, opening, last, head, first), first, last)
    return {
      kind: 'description',
      role,
      definite,
      token: head,
      possessor: contentWords(words, first, start),
      owned: start > first || OWNERS.test(lowerAt(words, first)),
    }
  }
  if (
    isGroupWord(noun) ||
    singularRole(noun) ||
    isPluralOrganization(noun) ||
    PLURAL_NATIONAL_NOUNS.has(noun) ||
    (PLURAL_OF_DOERS.test(noun) && !isCapitalized(words, head)) ||
    (noun.endsWith('s') && isCapitalized(words, head) && cast.surnames.has(noun.slice(0, -1))) ||
    words.classes[head] === WordClass.number
  )
    return {
      kind: 'group',
      organization: cast.surnames.has(noun.slice(0, -1)) ? null : organization,
      official: ORGANIZATION_OFFICIALS.has(noun),
    }
  if (NATIONAL_NOUNS.has(noun) || noun === 'person' || noun === 'individual')
    return {
      kind: 'national',
      definite: /^(?:the|this|that)$/.test(lowerAt(words, first)),
      gender: genderOfNational(noun),
      token: head,
    }
  if (isDocumentWord(noun) && !isNewspaper(words, head)) return { kind: 'document', organization }
  const isOwn = isCapitalized(words, head) || isOrganizationWord(words, head)
  return organization && isOwn ? { kind: 'organization', organization } : { kind: 'unknown' }
}

/** Returns the role without its organization, if that is a person: "spokesman for Ana Ruiz". */
function withoutPerson(words: Words, cast: Cast, role: Role, first: number, last: number): Role {
  const { organization } = role
  if (!organization) return role
  if (ORGANIZATION_NOUNS.has(lastWord(organization)))
    return { ...role, organization: nameInRole(cast.names, organization) }
  const { text } = words.document
  const names = mentionsIn(cast, first, last).some((index) => {
    const { span, person } = cast.mentions[index] as NameMention
    return cast.people[person]?.certain && organization.includes(text.slice(span.start, span.end))
  })
  return names ? { ...role, organization: null } : role
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()

/** Returns the folded names and nouns of a possessor: "tunisia" of "Tunisia's coach". */
function contentWords(words: Words, first: number, last: number): string[] {
  const found: string[] = []
  for (let index = first; index < last; index++) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.name || wordClass === WordClass.noun || wordClass === WordClass.pronoun)
      found.push(foldedAt(words, index))
  }
  return found
}

/** Returns true for a player by rank: "the former world number nine". */
function isRanked(words: Words, first: number, end: number): boolean {
  for (let at = first; at < end - 1; at++)
    if (lowerAt(words, at) === 'world' && /^(?:number|no\.?)$/.test(lowerAt(words, at + 1))) return true
  return false
}

const OWNERS = /^(?:my|your|his|her|its|our|their|whose)$/

const isArticle = (words: Words, index: number): boolean =>
  /^(?:a|an|one|another|some|any)$/.test(lowerAt(words, index))

/**
 * Returns the token after the last possessive before the first preposition. The head of the phrase cannot stand before
 * it.
 */
function afterPossessor(words: Words, first: number, end: number): number {
  let start = first
  for (let index = first; index < end; index++) {
    if (words.classes[index] === WordClass.preposition && index > first) break
    if (words.classes[index] === WordClass.possessive && index + 1 < end) start = index + 1
  }
  return start
}

/** Plural nouns for people by an activity, in lower case: "watchers", "dissidents". */
const PLURAL_OF_DOERS = /(?:ers|ors|ists|ians|ants|ents|ees)$/

const genderOfNational = (noun: string): Gender | null =>
  noun.endsWith('woman') ? 'female' : noun.endsWith('man') ? 'male' : null

/** Returns the role of a head. The organization of "Ministry of Defence official" is the whole name of the ministry. */
function roleOf(words: Words, first: number, last: number, head: number, possessor: number): Role {
  const role = makeRole(words, first, last, head, possessor)
  if (!isTitled(words, first, head)) return role
  let start = first
  while (start < head && !isCapitalized(words, start)) start++
  return { ...role, organization: textOf(words, start, head) }
}
