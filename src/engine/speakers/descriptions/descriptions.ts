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
  UNNAMED,
  undecided,
} from '../context/speaker-context.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'
import { isOnlyBearer } from './bearers.ts'
import { canMean, fieldOf, initialsOf, isShortField, isSynonym, sameHead } from './role-forms.ts'

type Description = Extract<SpeakerPhrase, { kind: 'description' }>

/** Roles that only one person holds at a time. A description with such a role may refer to a distant mention. */
const OFFICES = new Set(
  (
    'president premier minister chancellor king queen prince princess pope sultan emir governor senator mayor congressman congresswoman ' +
    'representative speaker secretary ambassador envoy commissioner judge justice prosecutor sheriff chief general admiral colonel ' +
    'chairman chairwoman chair ceo director spokesman spokeswoman spokesperson leader archbishop cardinal bishop coach attorney nominee ' +
    'pm dpm cm mb dg ig igp ag cj cji vc fm besar'
  ).split(' '),
)
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
    if (!mention.role && !isPlain) continue
    const apart = near.has(mention.person) ? 0 : paragraphOf(words, token) - paragraphOf(words, mention.first)
    if (apart > OFFICE_PARAGRAPHS) continue
    if (!mention.role) {
      if (isTitled(context, mention, description)) distant.set(mention.person, mention.last)
      continue
    }
    if (
      !canMean(role, mention.role) ||
      !isOwned(possessor, mention.role) ||
      !agrees(context, mention.person, gender)
    )
      continue
    const isOffice =
      OFFICES.has(role.head) ||
      initialsOf(role) !== undefined ||
      (field !== '' && namesField(mention.role, field))
    const isWeak = isSynonym(role.head, mention.role.head)
    if (isWeak || apart > (isOffice ? OFFICE_PARAGRAPHS : ROLE_PARAGRAPHS))
      distant.set(mention.person, mention.last)
    else found.push(mention.person)
    if (found.length > 5) break
  }
  if (found.length === 0) {
    const [bearer] = distant
    if (distant.size === 0) return introducedAfter(context, description)
    if (!bearer || distant.size > 1 || !isOnlyBearer(context, role.head, bearer[1], token)) return null
    found.push(bearer[0])
  }
  const [only = -1] = found
  if (found.length === 1 && isIntroducedSince(context, role.head, only, token)) return null
  const exact = field === '' ? [] : found.filter((person) => holdsFor(context, person, role.head, field))
  const meant = exact.length > 0 ? exact : found
  return meant.length === 1
    ? decided(meant[0] as number, 'description/role')
    : undecided(meant, 'description/rivals')
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

/** The most paragraphs and names read after a description for the person it announces. */
const PARAGRAPHS_AHEAD = 2
const MENTIONS_AHEAD = 20

/**
 * Resolves a description whose name follows: "The governor said … Governor Ada Lee told reporters". Returns the only
 * person of the next paragraphs who is first named there, with that role.
 */
function introducedAfter(
  context: SpeakerContext,
  { role, token, possessor, owned }: Description,
): SpeakerDecision | null {
  const { cast, words } = context
  if (owned || !OFFICES.has(role.head)) return null
  const from = mentionBefore(cast, token) + 1
  const announced = new Set<number>()
  for (let index = from; index < Math.min(cast.mentions.length, from + MENTIONS_AHEAD); index++) {
    const mention = cast.mentions[index] as NameMention
    if (paragraphOf(words, mention.first) - paragraphOf(words, token) > PARAGRAPHS_AHEAD) break
    if (!mention.role || mention.person < 0 || (cast.people[mention.person]?.mentions[0] ?? -1) < from)
      continue
    if (sameHead(role.head, mention.role.head) || canMean(role, mention.role)) {
      if (!canMean(role, mention.role) || !isOwned(possessor, mention.role)) return null
      announced.add(mention.person)
    }
  }
  const [only] = announced
  return only !== undefined &&
    announced.size === 1 &&
    isOnlyBearer(context, role.head, Math.max(0, token - MOST_BEFORE), token)
    ? decided(only, 'description/role')
    : null
}

/** The number of tokens before an announcing description in which no other person may have its role. */
const MOST_BEFORE = 300

/** The turns read before a description. */
const TURNS_BACK = 6
/** The longest description that introduces a person without a name, in tokens. */
const INTRODUCTION = 5

/**
 * Returns true if another person of the same role has spoken without a name since the person was last named: "A second
 * witness said" before "the witness".
 */
function isIntroducedSince(
  { cast, turns, words }: SpeakerContext,
  head: string,
  person: number,
  token: number,
): boolean {
  for (const { named, person: speaker } of turns.slice(-TURNS_BACK)) {
    if (speaker !== UNNAMED || named < 0 || !/^(?:an?|another)$/.test(lowerAt(words, named))) continue
    for (let at = named + 1; at <= named + INTRODUCTION; at++) {
      if (lowerAt(words, at) !== head) continue
      const mentions = cast.people[person]?.mentions ?? []
      return !mentions.some((index) => {
        const first = cast.mentions[index]?.first ?? 0
        return first > named && first < token
      })
    }
  }
  return false
}

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

/**
 * Returns true if a description with a possessor can mean a printed role. "Tunisia's coach" means only a coach who is
 * printed with Tunisia.
 */
function isOwned(possessor: readonly string[], role: Role): boolean {
  const printed = `${role.text} ${role.organization ?? ''}`.toLowerCase()
  return possessor.every((word) => printed.includes(word))
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
