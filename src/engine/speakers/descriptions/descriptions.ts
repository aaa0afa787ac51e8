import type { Gender } from '../../lexicon/names/given-names.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import { TITLE_NOUNS, UNPRINTED_NOUNS, VERB_NOUNS } from '../../lexicon/names/role-synonyms.ts'
import type { NameMention } from '../../people/cast.ts'
import type { Role } from '../../people/roles/roles.ts'
import { foldedAt, lowerAt } from '../../reader/words.ts'
import { agrees } from '../context/sightings.ts'
import {
  decided,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
  undecided,
} from '../context/speaker-context.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'
import { introducedAfter, isIntroducedSince, isNewcomerBetween } from './announced.ts'
import { isOnlyBearer, occursBefore } from './bearers.ts'
import {
  asDeputized,
  canMean,
  fieldOf,
  initialsOf,
  isOwned,
  isShortField,
  isSynonym,
  OFFICES_OF_ONE_HOLDER,
  sameHead,
} from './role-forms.ts'
import { isOfficer, rolesToldAt, WITNESS } from './told-roles.ts'

type Description = Extract<SpeakerPhrase, { kind: 'description' }>

/** The number of mentions read before a description. */
const MENTIONS_BACK = 150
/** The most paragraphs between a description and the person it means, for offices and for other roles. */
const OFFICE_PARAGRAPHS = 15
const ROLE_PARAGRAPHS = 1

/**
 * Resolves "the minister" or "the former senator" to the only person before it whose printed role has that head and
 * does not contradict its words. If several fit, all are candidates.
 */
export function resolveDescription(
  context: SpeakerContext,
  description: Description,
): SpeakerDecision | null {
  const { role, token, possessor } = description
  const { cast, words } = context
  const gender = genderOfHead(role.head)
  const found: number[] = []
  const unowned = new Map<number, number>()
  const distant = new Map<number, number>()
  const from = mentionBefore(cast, token)
  const field = fieldOf(role.text)
  const near = namedNearby(context, token)
  const isPlain =
    !description.owned &&
    role.words.length === 1 &&
    !role.text.includes(' ') &&
    UNPRINTED_NOUNS.has(role.head)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || mention.person < 0 || found.includes(mention.person)) continue
    const apart = near.has(mention.person) ? 0 : paragraphOf(words, token) - paragraphOf(words, mention.first)
    if (apart > OFFICE_PARAGRAPHS) continue
    if (!agrees(context, mention.person, gender)) continue
    if (!mention.role || !canMean(role, mention.role) || !isOwned(possessor, mention.role)) {
      const told = rolesToldAt(words, mention).find(
        (one) => canMean(role, one.role) && isOwned(possessor, one.role),
      )
      if (told && role.head === WITNESS && isOfficer(mention.role)) continue
      if (mention.role && canMean(role, mention.role)) unowned.set(mention.person, ownerless(mention))
      if (told && (apart <= 1 || !occursBefore(words, role.head, mention.first)))
        distant.set(mention.person, told.last)
      else if (canMeanAlone(description, mention.role)) distant.set(mention.person, mention.last)
      else if (isPlain && isTitled(context, mention, description)) distant.set(mention.person, mention.last)
      if (told && role.head === WITNESS) break
      continue
    }
    const isOffice =
      OFFICES_OF_ONE_HOLDER.has(role.head) ||
      initialsOf(role) !== undefined ||
      (field !== '' && namesField(mention.role, field))
    const isWeak = isSynonym(role.head, mention.role.head)
    if (isWeak && apart > 1 && occursBefore(words, role.head, mention.first)) continue
    if (isWeak || apart > (isOffice ? OFFICE_PARAGRAPHS : ROLE_PARAGRAPHS))
      distant.set(mention.person, mention.last)
    else found.push(mention.person)
    if (found.length > 5) break
  }
  if (found.length === 0) {
    const [bearer] = distant
    if (distant.size === 0)
      return onlyOfCompany(context, description, unowned) ?? introducedAfter(context, description)
    if (!bearer || distant.size > 1 || !isOnlyBearer(context, role.head, bearer[1], token)) return null
    found.push(bearer[0])
  }
  const [only = -1] = found
  if (found.length === 1 && isIntroducedSince(context, role.head, only, token)) return null
  if (found.length === 1 && !description.owned && isNewcomerBetween(context, role.head, only, token))
    return null
  const exact = field === '' ? [] : found.filter((person) => holdsFor(context, person, role.head, field))
  const meant = exact.length > 0 ? exact : found
  return meant.length === 1
    ? decided(meant[0] as number, 'description/role')
    : undecided(meant, 'description/rivals')
}

/** Returns true for "the minister" after "Deputy Minister Lee". */
function canMeanAlone({ role, possessor }: Description, printed: Role | null): boolean {
  const office = printed && asDeputized(printed)
  return office != null && canMean(role, office) && isOwned(possessor, office)
}

/** Returns true for "the doctor" after "Dr Lee" and "the editor" after "Lee, who edits a paper". */
function isTitled(
  { words }: SpeakerContext,
  { first, last, phraseFirst }: NameMention,
  { role }: Description,
): boolean {
  const titled = phraseFirst < first ? TITLE_NOUNS.get(foldedAt(words, first - 1)) : undefined
  const isClause = lowerAt(words, last) === ',' && lowerAt(words, last + 1) === 'who'
  const doing = isClause ? VERB_NOUNS.get(lowerAt(words, last + 2)) : undefined
  return [...(titled ?? []), ...(doing ?? [])].includes(role.head)
}

/** Returns the last token of a mention whose role names no body and no field; -1 for other roles. */
const ownerless = ({ role, last }: NameMention): number =>
  role && role.organization === null && !role.text.includes(' of ') ? last : -1

/**
 * Resolves "Norpetro's president" after "Its president, Ana Ruiz" to the only person with that role, if the text has one
 * company with that name.
 */
function onlyOfCompany(
  { words, cast }: SpeakerContext,
  { possessor, role, token }: Description,
  unowned: ReadonlyMap<number, number>,
): SpeakerDecision | null {
  const [bearer] = unowned
  const [owner = '', ...others] = possessor
  if (!bearer || unowned.size > 1 || bearer[1] < 0 || owner === '' || others.length > 0) return null
  if (cast.names.companies.size > MOST_COMPANIES) return null
  const names = [...cast.names.companies].filter((name) => name.toLowerCase().split(' ')[0] === owner)
  if (names.length !== 1) return null
  return isOnlyBearer({ words, cast }, role.head, bearer[1], token)
    ? decided(bearer[0], 'description/role')
    : null
}

/** The most companies of a text that are compared with a possessor. */
const MOST_COMPANIES = 20

/** Returns true if a printed role names the field of a description, in full or by its last word. */
const namesField = ({ text }: Role, field: string): boolean =>
  fieldOf(text) === field || isShortField(field, text)

/** Returns true if a person has a printed role in the same field: "mayor of Tarn". */
function holdsFor({ cast }: SpeakerContext, person: number, head: string, field: string): boolean {
  return (cast.people[person]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const role = cast.mentions[index]?.role
    return role != null && sameHead(head, role.head) && fieldOf(role.text) === field
  })
}

/** Returns the people named before a token in its paragraph and in the paragraph before. */
function namedNearby({ cast, words }: SpeakerContext, token: number): Set<number> {
  const near = new Set<number>()
  const paragraph = paragraphOf(words, token)
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || paragraph - paragraphOf(words, mention.first) > 1 || near.size > 20) break
    near.add(mention.person)
  }
  return near
}

const genderOfHead = (head: string): Gender | null => ROLE_GENDERS.get(head) ?? null

/** Resolves "the 68-year-old" to the only person before the token with that printed age. */
export function resolveAge({ cast }: SpeakerContext, age: string, token: number): SpeakerDecision | null {
  const found = new Set<number>()
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const person = cast.mentions[index]?.person ?? -1
    if (cast.people[person]?.age === age) found.add(person)
  }
  const [only] = found
  if (only === undefined) return null
  return found.size === 1 ? decided(only, 'description/age') : undecided([...found], 'description/rivals')
}
