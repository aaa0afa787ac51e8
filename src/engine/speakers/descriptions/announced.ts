/** Descriptions before the name of their person, and descriptions that introduce a person without a name. */
import type { NameMention } from '../../people/cast.ts'
import { lowerAt } from '../../reader/words.ts'
import {
  decided,
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  type SpeakerDecision,
  UNNAMED,
} from '../context/speaker-context.ts'
import type { SpeakerPhrase } from '../phrase/speaker-phrase.ts'
import { isOnlyBearer } from './bearers.ts'
import { canMean, isOwned, OFFICES, sameHead } from './role-forms.ts'

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
