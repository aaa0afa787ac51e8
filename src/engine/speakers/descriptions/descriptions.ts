import type { Gender } from '../../lexicon/names/given-names.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import type { Role } from '../../people/roles/roles.ts'
import { lowerAt } from '../../reader/words.ts'
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

type Description = Extract<SpeakerPhrase, { kind: 'description' }>

/** Abbreviated titles, and the nouns for them in descriptions. */
const LONG_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['sen.', ['senator', 'lawmaker', 'legislator']],
  ['senator', ['lawmaker', 'legislator']],
  ['rep.', ['representative', 'congressman', 'congresswoman', 'lawmaker', 'legislator']],
  ['representative', ['congressman', 'congresswoman', 'lawmaker', 'legislator']],
  ['gov.', ['governor']],
  ['gen.', ['general']],
  ['lt.', ['lieutenant']],
  ['col.', ['colonel']],
  ['capt.', ['captain']],
  ['sgt.', ['sergeant']],
  ['prof.', ['professor']],
  ['dr.', ['doctor']],
  ['rev.', ['reverend', 'pastor']],
  ['spokesman', ['spokesperson']],
  ['spokeswoman', ['spokesperson']],
  ['chairman', ['chair', 'chairperson']],
  ['chairwoman', ['chair', 'chairperson']],
  ['businessman', ['entrepreneur']],
  ['pope', ['pontiff']],
])
/** Words that a description may add to a role without a change of meaning. */
const LIGHT = new Set(
  'former then current incumbent outgoing longtime veteran late embattled top senior'.split(' '),
)
export const isLightWord = (word: string): boolean => LIGHT.has(word)
/** Words that turn a role into another office: a vice president is no president. */
const OTHER_OFFICE = new Set(
  'vice deputy prime assistant associate lieutenant lt. under shadow attorney ex'.split(' '),
)
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
  { role, token, possessor }: Description,
): SpeakerDecision | null {
  const { cast, words } = context
  const gender = genderOfHead(role.head)
  const found: number[] = []
  const from = mentionBefore(cast, token)
  const field = fieldOf(role.text)
  const near = namedNearby(context, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention?.role || mention.person < 0 || found.includes(mention.person)) continue
    const isOffice = OFFICES.has(role.head) || (field !== '' && namesField(mention.role, field))
    const reach = isOffice ? OFFICE_PARAGRAPHS : ROLE_PARAGRAPHS
    if (!near.has(mention.person) && paragraphOf(words, token) - paragraphOf(words, mention.first) > reach)
      continue
    if (
      !canMean(role, mention.role) ||
      !isOwned(possessor, mention.role) ||
      !agrees(context, mention.person, gender)
    )
      continue
    found.push(mention.person)
    if (found.length > 5) break
  }
  if (found.length === 0) return null
  const [only = -1] = found
  if (found.length === 1 && isIntroducedSince(context, role.head, only, token)) return null
  const exact = field === '' ? [] : found.filter((person) => holdsFor(context, person, role.head, field))
  const meant = exact.length > 0 ? exact : found
  return meant.length === 1
    ? decided(meant[0] as number, 'description/role')
    : undecided(meant, 'description/rivals')
}

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

/** Returns true if a description can mean the bearer of a printed role. */
function canMean(description: Role, role: Role): boolean {
  const joint = role.words.lastIndexOf('and')
  if (joint > 0) {
    const words = role.words.slice(0, joint)
    const earlier = { ...role, words, head: words.at(-1) as string, text: words.join(' ') }
    if (canMean(description, earlier)) return true
  }
  if (description.former !== role.former) return false
  const printed = initialsOf(role)
  if (printed !== undefined && printed === initialsOf(description) && sameField(description.text, role.text))
    return true
  const said = description.words.slice(0, -1)
  if (role.words.join(' ') === 'deputy' && said.at(-1) === 'deputy') return true
  if (!sameHead(description.head, role.head) || !sameField(description.text, role.text)) return false
  for (const word of said)
    if (!LIGHT.has(word) && !role.printed.has(word) && !/^\d+-year-old$/.test(word)) return false
  return role.words.slice(0, -1).every((word) => !OTHER_OFFICE.has(word) || said.includes(word))
}

/**
 * Returns false if the fields of two roles differ: "the mayor of Tarn" is not "mayor of Holm". A role without a field
 * fits any field.
 */
function sameField(described: string, printed: string): boolean {
  const [one, other] = [fieldOf(described), fieldOf(printed)]
  if (one === '' || other === '' || one.includes(other) || other.includes(one)) return true
  return isShortField(one, printed)
}

const fieldOf = (text: string): string => {
  const [, field = ''] = /\s(?:of|for|to)\s(?:the\s)?(\S+)/.exec(text) ?? []
  return field.toLowerCase()
}

/** Returns true for a field that the last word of a printed one shortens: "the guild" of "head of the Growers' Guild". */
const isShortField = (described: string, printed: string): boolean =>
  described !== '' && printed.toLowerCase().endsWith(` ${described}`)

/** Returns "ceo" for "CEO", "chief executive" and "chief executive officer"; undefined for other roles. */
function initialsOf({ words, head }: Role): string | undefined {
  for (const size of [3, 2]) {
    const office = INITIALS.get(words.slice(-size).join(' '))
    if (office) return OTHER_OFFICE.has(words.at(-size - 1) ?? '') ? undefined : office
  }
  return INITIALS.get(head)
}

/** Offices by their initials and by their full words. */
const INITIALS: ReadonlyMap<string, string> = new Map(
  [
    ['ceo', 'chief executive', 'chief executive officer'],
    ['cfo', 'chief financial', 'chief financial officer'],
    ['coo', 'chief operating', 'chief operating officer'],
    ['cto', 'chief technology', 'chief technology officer'],
    ['cm', 'chief minister'],
    ['pm', 'prime minister'],
    ['dpm', 'deputy prime minister'],
    ['dg', 'director general', 'director-general'],
    ['ig', 'igp', 'inspector general', 'inspector-general'],
    ['ag', 'attorney general', 'attorney-general'],
    ['vc', 'vice chancellor', 'vice-chancellor'],
    ['fm', 'foreign minister'],
    ['mb', 'menteri besar'],
  ].flatMap(([initials = '', ...others]) => [initials, ...others].map((office) => [office, initials])),
)

/** Returns true if a description can use `described` for the printed head of a role. */
export const sameHead = (described: string, printed: string): boolean =>
  described === printed || (LONG_FORMS.get(printed)?.includes(described) ?? false)

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
