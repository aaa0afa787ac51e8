import { countFirst } from '../../../core/bisection.ts'
import { COMPANY_HEADS, COMPANY_WORDS } from '../../lexicon/names/corporate-words.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { ORGANIZATION_NOUNS } from '../../lexicon/names/organization-words.ts'
import type { Cast } from '../../people/cast.ts'
import type { Role } from '../../people/roles/roles.ts'
import { isCapitalized, listsAt, lowerAt, textOf, type Words } from '../../reader/words.ts'
import { mentionBefore, paragraphOf, type SpeakerContext, sentenceOf } from '../context/speaker-context.ts'
import { initialsOf } from './role-forms.ts'

/** The most paragraphs between "the company" and its name, and the only name of a company in the text. */
const PARAGRAPHS_BACK = 3
const ONLY_PARAGRAPHS_BACK = 8
/** The number of names read before a description. */
const NAMES_BACK = 12

/**
 * Returns the company that "the company" or "the airline" means: the last name before a token that the text introduces
 * as a company's. Null if that last name may be another company's, or if there is none.
 */
export function companyBefore(context: SpeakerContext, noun: string, token: number): string | null {
  if (!COMPANY_WORDS.has(noun)) return null
  const { cast, words } = context
  const named = nearest(context, token)
  const { companies, shortened } = cast.names
  if (named === undefined || isJoined(words, named) || hasRival(context, named)) return null
  const only = onlyCompany(context, named, token)
  if (only) return only
  const apart = paragraphOf(words, token) - paragraphOf(words, named.first)
  if (apart > (companies.size === 1 ? ONLY_PARAGRAPHS_BACK : PARAGRAPHS_BACK)) return null
  if (named.employer) return named.employer
  const name = textOf(words, named.first, named.last)
  const full = shortened.get(name) ?? longerName(context, named) ?? name
  const isHeaded = named.last - named.first > 1 && isCompanyNoun(lowerAt(words, named.last - 1))
  return isHeaded || companies.has(name) || companies.has(full) || speaksAsCompany(context, named, full)
    ? full
    : null
}

/**
 * Returns the only company that the text has named before a token, if it is named shortly before it and no other name
 * that can be a company's stands in the paragraph of the token.
 */
function onlyCompany({ cast, words }: SpeakerContext, named: Named, token: number): string | undefined {
  const { companyMentions, shortened } = cast.names
  if (paragraphOf(words, named.first) === paragraphOf(words, token)) return undefined
  const count = countFirst(companyMentions, ({ name }) => name < token)
  const last = companyMentions[count - 1]
  if (!last || paragraphOf(words, token) - paragraphOf(words, last.name) > ONLY_PARAGRAPHS_BACK)
    return undefined
  const name = textOf(words, last.name, last.last)
  const full = shortened.get(name) ?? name
  const opening = full.split(' ')[0] as string
  const isOnly = companyMentions
    .slice(Math.max(0, count - MOST_COMPANIES), count)
    .every((company) => words.tokens[company.name]?.text === opening)
  return isOnly && count <= MOST_COMPANIES ? full : undefined
}

/** The most mentions of companies that are compared. */
const MOST_COMPANIES = 12

const isCompanyNoun = (noun: string): boolean => COMPANY_WORDS.has(noun) || COMPANY_HEADS.has(noun)

/** Returns the longer name of the mention's bearer: "Norpetro Alta" for "Norpetro". */
function longerName({ cast }: SpeakerContext, { first }: Named): string | undefined {
  const person = cast.people[cast.mentions[cast.mentionOf[first] ?? -1]?.person ?? -1]
  return person?.certain === false ? person.name : undefined
}

/** Returns true for the body that spoke last or whose words have "it": "Norpetro said it would close the plant". */
function speaksAsCompany(
  { cast, lastOrganization, organizations }: SpeakerContext,
  { first }: Named,
  name: string,
): boolean {
  const mention = cast.mentions[cast.mentionOf[first] ?? -1]
  return mention !== undefined && (name === lastOrganization || organizations.has(mention.person))
}

/** Returns true for a name that is joined to another: "Norpetro and Coastair signed". Either is "the company" then. */
const isJoined = (words: Words, { first, last, employer }: Named): boolean =>
  employer === undefined &&
  ((JOINT.test(lowerAt(words, first - 1)) && isCapitalized(words, first - 2)) ||
    (JOINT.test(lowerAt(words, last)) && isCapitalized(words, last + 1)))

const JOINT = /^(?:and|&|or)$/

/** Returns true if the sentence of a name has another company before it: "Norpetro sued Coastair". */
function hasRival({ cast: { names }, words }: SpeakerContext, { first, employer }: Named): boolean {
  const at = countFirst(names.companyMentions, ({ name }) => name < first)
  const other = names.companyMentions[at - 1]
  const isCompany = names.companyMentions[at]?.name === first && employer === undefined
  if (!isCompany || !other || sentenceOf(words, other.name) !== sentenceOf(words, first)) return false
  return words.tokens[other.name]?.text !== words.tokens[first]?.text
}

interface Named {
  readonly first: number
  readonly last: number
  /** The company of an executive: "Norpetro" of "Norpetro chief executive Ana Ruiz". */
  readonly employer?: string
}

/** Returns the last name before a token that can be a company's. */
function nearest({ cast, words }: SpeakerContext, token: number): Named | undefined {
  const { companyMentions } = cast.names
  const introduced = companyMentions[countFirst(companyMentions, ({ name }) => name < token) - 1]
  const named = introduced && { first: introduced.name, last: introduced.last }
  const other = lastOf(cast, words, token)
  const body = named && other ? (named.first < other.first ? other : named) : (named ?? other)
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - NAMES_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || (body && mention.first < body.first)) break
    const employer = mention.role && employerOf(mention.role)
    if (employer) return { first: mention.first, last: mention.last, employer }
    if (mention.person >= 0 && cast.people[mention.person]?.certain === false) return mention
  }
  return body
}

/** Returns the company of a chief executive. */
function employerOf(role: Role): string | undefined {
  const { organization, former } = role
  const isCompany = organization !== null && organization !== organization.toLowerCase() && !former
  return isCompany && EXECUTIVES.has(initialsOf(role) ?? '') ? organization : undefined
}

const EXECUTIVES = new Set(['ceo', 'cfo', 'coo', 'cto'])

/** Returns the last organization before a token that is no place and no public body. */
function lastOf({ organizations }: Cast, words: Words, token: number): Named | undefined {
  const from = countFirst(organizations, ({ first }) => first < token) - 1
  for (let index = from; index >= 0 && index > from - NAMES_BACK; index--) {
    const body = organizations[index]
    if (!body) return undefined
    const head = listsAt(words, body.last - 1)
    const noun = words.tokens[body.last - 1]?.lower ?? ''
    if (head & Listed.place && !(head & Listed.corporate)) continue
    if (ORGANIZATION_NOUNS.has(noun) && !isCompanyNoun(noun) && !(head & Listed.corporate)) continue
    return body
  }
  return undefined
}
