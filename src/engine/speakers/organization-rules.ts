/** Rules that decide which organization a speaker is. */
import { COMPANY_WORDS } from '../lexicon/names/corporate-words.ts'
import type { Cast } from '../people/cast.ts'
import { tokenAt } from '../reader/offsets.ts'
import { lowerAt, textOf } from '../reader/words.ts'
import type { Finding } from '../types/finding.ts'
import { firstTokenOfSpan, type SpeakerContext } from './context/speaker-context.ts'
import { companyBefore } from './descriptions/companies.ts'
import { bodyNamedBy, bodyOfKind } from './descriptions/named-bodies.ts'
import { type SpeakerRule, withoutPerson } from './speaker-rule.ts'

/** Decides "which": the organization right before its comma. Example: "the Tarn Trust, which said". */
export const byWhich: SpeakerRule = ({ words, cast }, { phrase }) => {
  if (phrase.kind !== 'pronoun' || phrase.word !== 'which' || lowerAt(words, phrase.token - 1) !== ',')
    return null
  const end = phrase.token - 1
  const body = cast.organizations.find(({ last }) => last === end)
  return body ? withoutPerson('organization', 'relative', textOf(words, body.first, body.last)) : null
}

/** Decides "it". It means the organization that spoke last. */
export const byIt: SpeakerRule = (context, { finding, phrase }) => {
  if (phrase.kind !== 'pronoun' || phrase.word !== 'it') return null
  const organization = subjectOfWords(context, finding) ?? context.lastOrganization
  return organization ? withoutPerson('organization', 'it', organization) : null
}

/** Returns the name that opens the words before "it said": "Norpetro expects to grow, it said". */
function subjectOfWords({ words, cast }: SpeakerContext, { rule, content }: Finding): string | null {
  const start = content[0]
  if (!start || !/\/clause-(?:before|around)/.test(rule)) return null
  const opening = firstTokenOfSpan(words, start)
  const first = lowerAt(words, opening) === 'the' ? opening + 1 : opening
  const named = cast.mentions[cast.mentionOf[first] ?? -1]
  const person = cast.people[named?.person ?? -1]
  if (person) return person.certain ? null : person.name
  const body = cast.organizations.find((organization) => organization.first === first)
  return body ? words.document.text.slice(body.span.start, body.span.end) : null
}

/** Returns the body that opens the words before "the company said". */
const companyIn = (context: SpeakerContext, finding: Finding, noun: string): string | null =>
  COMPANY_WORDS.has(noun) ? subjectOfWords(context, finding) : null

/**
 * Decides "the company": the company that opens the words before it ("Norpetro will close, the company said"), or else
 * the company that the text named last.
 */
export const byCompany: SpeakerRule = (context, { finding, phrase }) => {
  if (phrase.kind !== 'organization' || phrase.organization === null || !finding.speaker) return null
  const first = firstTokenOfSpan(context.words, finding.speaker)
  if (lowerAt(context.words, first) !== 'the') return null
  const company =
    companyIn(context, finding, phrase.organization) ?? companyBefore(context, phrase.organization, first)
  if (company) return withoutPerson('organization', 'company', company)
  return hasOtherCompany(context.cast, phrase.organization)
    ? withoutPerson('organization', 'organization')
    : null
}

/** The most companies of a text that are compared with a name. */
const MOST_COMPANIES = 20

/** Returns true if the text names companies besides the one that it introduces with a noun. */
function hasOtherCompany({ names: { introduced, companies } }: Cast, noun: string): boolean {
  const name = COMPANY_WORDS.has(noun) ? introduced.get(noun) : undefined
  if (!name) return false
  const [opening = ''] = name.split(' ')
  const most = companies.size > MOST_COMPANIES
  return most || [...companies].some((company) => !company.startsWith(opening))
}

/** Decides "the group": the group that the text introduces, or the only name that ends with "Group". */
export const byNamedGroup: SpeakerRule = ({ words, cast }, { finding, phrase }) => {
  if (phrase.kind !== 'group' || phrase.organization !== null || !finding.speaker) return null
  const first = firstTokenOfSpan(words, finding.speaker)
  if (lowerAt(words, first) !== 'the' || lowerAt(words, first + 1) !== 'group') return null
  if (words.tokens[first + 1]?.end !== finding.speaker.end) return null
  const { introduced, byHead } = cast.names
  const group = introduced.has('group') ? introduced.get('group') : byHead.get('group')
  return group ? withoutPerson('organization', 'company', group) : null
}

/** Decides "the patrol" after "the Maritime Patrol": the only name of the text that ends with the noun. */
export const byLastWord: SpeakerRule = (context, { finding, phrase }) => {
  const { words } = context
  if (phrase.kind !== 'unknown' || !finding.speaker) return null
  const first = firstTokenOfSpan(words, finding.speaker)
  const noun = lowerAt(words, first + 1)
  if (lowerAt(words, first) !== 'the' || words.tokens[first + 1]?.end !== finding.speaker.end) return null
  if (words.tokens[first + 1]?.text !== noun) return null
  const body = bodyNamedBy(context, noun, first)
  return body ? withoutPerson('organization', 'company', body) : null
}

/** The longest "the central bank", in tokens. */
const LONGEST_NOUN = 3

/**
 * Decides "the agency", "the group" and "the regulator": the body that the text introduces with the noun, or the body of
 * that kind that spoke last.
 */
export const byKindOfBody: SpeakerRule = (context, { finding, phrase }) => {
  const { words, cast } = context
  const isBody = phrase.kind === 'organization' || phrase.kind === 'group' || phrase.kind === 'unknown'
  const isRole = phrase.kind === 'description' && phrase.definite && !phrase.owned
  if (!(isBody || isRole) || !finding.speaker) return null
  const first = firstTokenOfSpan(words, finding.speaker)
  const last = tokenAt(words.tokens, finding.speaker.end)
  if (lowerAt(words, first) !== 'the' || last - first > LONGEST_NOUN) return null
  const noun = textOf(words, first + 1, last)
  const introduced = isRole ? cast.names.introduced.get(noun) : undefined
  const body = introduced ?? bodyOfKind(context, noun, first)
  return body ? withoutPerson('organization', introduced ? 'company' : 'body', body) : null
}
