import { surnameOf } from '../../../core/names.ts'
import { isRelation, ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import { kinBeside } from '../../people/roles/kin.ts'
import { lowerAt } from '../../reader/words.ts'
import {
  decided,
  genderIn,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
} from '../context/speaker-context.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'

type Description = Extract<SpeakerPhrase, { kind: 'description' }>

/** Kin who mostly share a family name. */
const KIN = /^(?:wife|husband|widow|widower|mother|father|mom|mum|dad|son|daughter|brother|sister)$/
/** The most mentions read of a person, and people of a text. */
const MOST_MENTIONS = 20
const MOST_PEOPLE = 60
/** The most paragraphs between a description and a name after it. */
const PARAGRAPHS_AHEAD = 1

/**
 * Resolves "his wife" and "Karr's wife" to the only person of that gender with the family name of the owner: Ruth Karr in
 * a text about Ivo and Ruth Karr. Null if there is none, or if the text calls this person another relative.
 */
export function relativeBySurname(
  context: SpeakerContext,
  { role, owned, token }: Description,
  owner: number,
): SpeakerDecision | null {
  const { cast } = context
  const gender = ROLE_GENDERS.get(role.head)
  const family = cast.people[owner]
  if (!owned || !KIN.test(role.head) || gender === undefined || !family?.name.includes(' ')) return null
  if (isCalled(context, owner, role.head)) return null
  const surname = surnameOf(family.name)
  if (!family.hasNamesake || cast.people.length > MOST_PEOPLE) return null
  const relatives: number[] = []
  for (const [index, { name, certain }] of cast.people.entries()) {
    if (index === owner || !certain || !name.includes(' ') || surnameOf(name) !== surname) continue
    if (genderIn(context, index) === gender) relatives.push(index)
  }
  const [only] = relatives
  if (only === undefined || relatives.length > 1 || !isNear(context, only, token)) return null
  return isOtherKin(context, only, role.head) ? null : decided(only, 'description/kin')
}

/** Returns true if the owner is a person of that relation: "his brother Ivo Karr". Then "his brother" is the owner. */
const isCalled = ({ words, cast }: SpeakerContext, owner: number, head: string): boolean =>
  (cast.people[owner]?.mentions ?? [])
    .slice(0, MOST_MENTIONS)
    .some((index) => lowerAt(words, (cast.mentions[index]?.first ?? 0) - 1) === head)

/** Returns true for a person named before a token, or in the next paragraph. */
function isNear({ words, cast }: SpeakerContext, person: number, token: number): boolean {
  const first = cast.mentions[cast.people[person]?.mentions[0] ?? -1]?.first ?? 0
  return paragraphOf(words, first) - paragraphOf(words, token) <= PARAGRAPHS_AHEAD
}

/** Returns true if the text names another relation of a person: no wife is a daughter as well. */
const isOtherKin = ({ words, cast }: SpeakerContext, person: number, head: string): boolean =>
  (cast.people[person]?.mentions ?? []).slice(0, MOST_MENTIONS).some((index) => {
    const mention = cast.mentions[index]
    const kin = mention && kinBeside(words, mention.first, mention.last)
    return kin !== undefined && isRelation(kin) && kin !== head
  })
