import type { Gender } from '../../lexicon/names/given-names.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import type { Role } from '../../people/roles/roles.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'
import {
  decided,
  mentionBefore,
  paragraphOf,
  type SpeakerDecision,
  type SpeakerScene,
  undecided,
} from '../scene/scene.ts'
import { agrees } from '../scene/sightings.ts'

type Description = Extract<SpeakerPhrase, { kind: 'description' }>

/** Abbreviated titles and the nouns that stand for them in descriptions. */
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
/** Words that a description may add to a role without meaning another. */
const LIGHT = new Set(
  'former then current incumbent outgoing longtime veteran late embattled top senior'.split(' '),
)
export const isLightWord = (word: string): boolean => LIGHT.has(word)
/** Words that make another office of a role: a vice president is no president. */
const OTHER_OFFICE = new Set(
  'vice deputy prime assistant associate lieutenant lt. under shadow attorney ex'.split(' '),
)
/** Roles that one person at a time holds, so that the article may come back to them from afar. */
const OFFICES = new Set(
  (
    'president premier minister chancellor king queen prince princess pope sultan emir governor senator mayor congressman congresswoman ' +
    'representative speaker secretary ambassador envoy commissioner judge justice prosecutor sheriff chief general admiral colonel ' +
    'chairman chairwoman chair ceo director spokesman spokeswoman spokesperson leader archbishop cardinal bishop coach attorney nominee'
  ).split(' '),
)
/** "the prime minister": an office with nothing beside it, whose holder the text need not name. */
export const isBareOffice = ({ head, words, former }: Role): boolean =>
  OFFICES.has(head) &&
  !former &&
  words.slice(0, -1).every((word) => word === 'first' || OTHER_OFFICE.has(word))

/** Mentions looked at before a description. */
const MENTIONS_BACK = 150
/** Paragraphs an office, and any other role, is remembered for. */
const OFFICE_PARAGRAPHS = 15
const ROLE_PARAGRAPHS = 1

/**
 * Whom "the minister" or "the former senator" means: the one person before it whose printed role has that head and
 * does not contradict its words. Two such people are candidates; nobody is chosen.
 */
export function resolveDescription(
  scene: SpeakerScene,
  { role, token, possessor }: Description,
): SpeakerDecision | null {
  const { cast, words } = scene
  const gender = genderOfHead(role.head)
  const found: number[] = []
  const from = mentionBefore(cast, token)
  const reach = OFFICES.has(role.head) ? OFFICE_PARAGRAPHS : ROLE_PARAGRAPHS
  const near = namedNearby(scene, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention?.role || mention.person < 0 || found.includes(mention.person)) continue
    if (!near.has(mention.person) && paragraphOf(words, token) - paragraphOf(words, mention.first) > reach)
      continue
    if (
      !canMean(role, mention.role) ||
      !isOwned(possessor, mention.role) ||
      !agrees(scene, mention.person, gender)
    )
      continue
    found.push(mention.person)
    if (found.length > 5) break
  }
  if (found.length === 0) return null
  const field = fieldOf(role.text)
  const exact = field === '' ? [] : found.filter((person) => holdsFor(scene, person, role.head, field))
  const meant = exact.length > 0 ? exact : found
  return meant.length === 1
    ? decided(meant[0] as number, 'description/role')
    : undecided(meant, 'description/rivals')
}

/** True where a role is printed of somebody with the very field: "mayor of Tarn". */
function holdsFor({ cast }: SpeakerScene, person: number, head: string, field: string): boolean {
  return (cast.people[person]?.mentions ?? []).slice(0, MENTIONS_BACK).some((index) => {
    const role = cast.mentions[index]?.role
    return role != null && sameHead(head, role.head) && fieldOf(role.text) === field
  })
}

/** Everybody named in the paragraph of a token before it, and in the one before that. */
function namedNearby({ cast, words }: SpeakerScene, token: number): Set<number> {
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

/** "Tunisia's coach" means nobody but a coach printed with Tunisia. */
function isOwned(possessor: readonly string[], role: Role): boolean {
  const printed = `${role.text} ${role.organization ?? ''}`.toLowerCase()
  return possessor.every((word) => printed.includes(word))
}

const genderOfHead = (head: string): Gender | null => ROLE_GENDERS.get(head) ?? null

/** True where a description can mean the bearer of a printed role. */
export function canMean(description: Role, role: Role): boolean {
  if (description.former !== role.former) return false
  const printed = initialsOf(role)
  if (printed !== undefined && printed === initialsOf(description)) return true
  if (!sameHead(description.head, role.head) || !sameField(description.text, role.text)) return false
  const said = description.words.slice(0, -1)
  for (const word of said)
    if (!LIGHT.has(word) && !role.printed.has(word) && !/^\d+-year-old$/.test(word)) return false
  return role.words.slice(0, -1).every((word) => !OTHER_OFFICE.has(word) || said.includes(word))
}

/** "the mayor of Tarn" is not "mayor of Holm"; one printed without a field can be either. */
function sameField(described: string, printed: string): boolean {
  const [one, other] = [fieldOf(described), fieldOf(printed)]
  return one === '' || other === '' || one.includes(other) || other.includes(one)
}

const fieldOf = (text: string): string => {
  const [, field = ''] = /\s(?:of|for|to)\s(?:the\s)?(\S+)/.exec(text) ?? []
  return field.toLowerCase()
}

/** "ceo" of "CEO", "chief executive" and "chief executive officer"; undefined for other roles. */
const initialsOf = ({ words, head }: Role): string | undefined =>
  INITIALS.get(words.slice(-3).join(' ')) ?? INITIALS.get(words.slice(-2).join(' ')) ?? INITIALS.get(head)

const INITIALS: ReadonlyMap<string, string> = new Map(
  [
    ['ceo', 'executive'],
    ['cfo', 'financial'],
    ['coo', 'operating'],
    ['cto', 'technology'],
  ].flatMap(([initials = '', kind = '']) => [
    [initials, initials],
    [`chief ${kind}`, initials],
    [`chief ${kind} officer`, initials],
  ]),
)

export const sameHead = (described: string, printed: string): boolean =>
  described === printed || (LONG_FORMS.get(printed)?.includes(described) ?? false)

/** Whom "the 68-year-old" at a token means: the one person before it whose printed age that is. */
export function resolveAge({ cast }: SpeakerScene, age: string, token: number): SpeakerDecision | null {
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
