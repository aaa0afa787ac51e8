/** Descriptions before the name of their person, and descriptions that introduce a person without a name. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import type { NameMention } from '../../people/cast.ts'
import { lowerAt, type Words } from '../../reader/words.ts'
import {
  decided,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
  sentenceOf,
  UNNAMED,
} from '../context/speaker-context.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'
import { isOnlyBearer } from './bearers.ts'
import { canMean, isOwned, isSynonym, OFFICES_OF_ONE_HOLDER, sameHead } from './role-forms.ts'
import { rolesToldAt, WITNESS } from './told-roles.ts'

type Description = Extract<SpeakerPhrase, { kind: 'description' }>

/** The most paragraphs and names read after a description for the person it announces. */
const PARAGRAPHS_AHEAD = 2
const MENTIONS_AHEAD = 20

/**
 * Resolves a description whose name follows: "The governor said … Governor Ada Lee told reporters". Returns the only
 * person of the next paragraphs who is first named there, with that role.
 */
export function introducedAfter(
  context: SpeakerContext,
  { role, token, possessor, owned }: Description,
): SpeakerDecision | null {
  const { cast, words } = context
  if (owned || !OFFICES_OF_ONE_HOLDER.has(role.head)) return null
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
export function isIntroducedSince(
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

/** The most sentences read between a person and a description. */
const SENTENCES_BETWEEN = 12

/**
 * Returns true if a sentence between a person and a description opens with another person who can have the role: "Another
 * analyst disagreed" before "the analyst", "A drummer fell" before "the musician", "A nurse gave evidence" before "the
 * witness".
 */
export function isNewcomerBetween(
  { cast, words }: SpeakerContext,
  head: string,
  person: number,
  token: number,
): boolean {
  let last = -1
  for (const index of (cast.people[person]?.mentions ?? []).slice(-MENTIONS_AHEAD)) {
    const { first = -1 } = cast.mentions[index] ?? {}
    if (first < token) last = first
  }
  const to = sentenceOf(words, token)
  for (let at = Math.max(sentenceOf(words, last) + 1, to - SENTENCES_BETWEEN); last >= 0 && at < to; at++) {
    const first = words.document.sentences[at]?.firstToken ?? -1
    if (!/^(?:an?|another|one)$/.test(lowerAt(words, first))) continue
    for (let noun = first + 1; noun <= first + INTRODUCTION; noun++) {
      const word = lowerAt(words, noun)
      if (words.classes[noun] === WordClass.name) break
      if (!isRoleNoun(word)) continue
      if (sameHead(head, word) || isSynonym(head, word) || head === WITNESS) return true
    }
  }
  return false
}

/** The most sentences from a description to the name after it. */
const SENTENCES_AHEAD = 2

/**
 * Resolves a description whose person is named right after it, as a speaker whom the text introduces by nothing else:
 * "Its founder said it rained. “It snowed as well,” Ada Lee said." A person with a role, an age or an earlier mention is
 * another person.
 */
export function namedNext(
  { words, cast, speakers, owners }: SpeakerContext,
  { role, token }: Description,
): SpeakerDecision | null {
  const from = mentionBefore(cast, token) + 1
  let index = from
  while (index < from + MENTIONS_AHEAD && (owners[cast.mentions[index]?.first ?? -1] ?? -1) >= 0) index++
  const mention = cast.mentions[index]
  const person = cast.people[mention?.person ?? -1]
  if (mention?.form !== 'full' || !person?.certain || person.mentions[0] !== index) return null
  if (!person.name.includes(' ')) return null
  if (sentenceOf(words, mention.first) - sentenceOf(words, token) > SENTENCES_AHEAD) return null
  if (sentenceOf(words, mention.first) === sentenceOf(words, token) || person.age || person.affiliation)
    return null
  const gender = ROLE_GENDERS.get(role.head) ?? null
  if (gender !== null && person.gender !== null && gender !== person.gender) return null
  const isDescribed = person.mentions
    .slice(0, MENTIONS_AHEAD)
    .some((at) => isDescribedAt(words, cast.mentions[at] as NameMention))
  if (isDescribed) return null
  const isBesideVerb =
    words.classes[mention.last] === WordClass.verb ||
    words.classes[Math.min(mention.phraseFirst, mention.first) - 1] === WordClass.verb
  return isBesideVerb && speakers.has(mention.person) ? decided(mention.person, 'description/epithet') : null
}

/** Returns true for a name with a role or an appositive, and for "Ada Lee is a baker". */
const isDescribedAt = (words: Words, mention: NameMention): boolean =>
  mention.role !== null ||
  /^(?:[,(]|of|from|at|with|in|who|whose)$/.test(lowerAt(words, mention.last)) ||
  rolesToldAt(words, mention).length > 0
