import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Cast, NameMention } from '../../people/cast.ts'
import { firstTokenOfSentence, lowerAt, type Words } from '../../reader/words.ts'
import { mentionBefore } from '../scene/scene.ts'

/** Between a name and the "who" that means it stand no more tokens than these. */
const REACH = 24

const INSIDE: ReadonlySet<number | undefined> = new Set([
  WordClass.noun,
  WordClass.name,
  WordClass.adjective,
  WordClass.determiner,
  WordClass.number,
  WordClass.preposition,
  WordClass.possessive,
])

/**
 * The name that "who" at a token means: right before it, or before what describes it ("Ana Ruiz of Ohio, who", "Ana
 * Ruiz, the head of the board, who"); undefined where it means something else.
 */
export function antecedentOfWho(words: Words, cast: Cast, token: number): NameMention | undefined {
  const earlier = words.classes[token - 1] === WordClass.coordinator ? earlierRelative(words, token) : -1
  if (earlier >= 0) return antecedentOfWho(words, cast, earlier)
  const mention = cast.mentions[mentionBefore(cast, token)]
  if (!mention) return undefined
  const end = words.classes[token - 1] === WordClass.punctuation ? token - 1 : token
  const beside = mention.last === end || mention.last === token
  const isName = beside && (mention.person < 0 || cast.people[mention.person]?.certain)
  if (isName || (beside && !inPlace(words, mention))) return mention
  return describing(words, cast, end)
}

/** The "whose" or "who" that "and who" goes on from; -1 where there is none near. */
function earlierRelative(words: Words, token: number): number {
  const limit = Math.max(firstTokenOfSentence(words, token), token - REACH)
  for (let at = token - 2; at >= limit; at--) if (/^who(?:se|m)?$/.test(lowerAt(words, at))) return at
  return -1
}

/** "Tarnholm" of "from Tarnholm", which may be a place. */
const inPlace = (words: Words, { first }: NameMention): boolean =>
  /^(?:of|from|in)$/.test(lowerAt(words, first - 1))

/** Back over one description to the name it belongs to, which no preposition leads to. */
function describing(words: Words, cast: Cast, end: number): NameMention | undefined {
  const limit = Math.max(firstTokenOfSentence(words, end - 1), end - REACH)
  let at = end - 1
  while (at > limit && INSIDE.has(words.classes[at]) && !isBearer(words, cast, at)) at--
  const before = lowerAt(words, at) === ',' && words.classes[at + 1] === WordClass.determiner ? at - 1 : at
  const mention = cast.mentions[cast.mentionOf[before] ?? -1]
  if (!mention || mention.last !== before + 1 || before <= limit) return undefined
  const lead = words.classes[Math.min(mention.phraseFirst, mention.first) - 1]
  return lead === WordClass.preposition ? undefined : mention
}

/** A person's name that "of", "from" or "in" follows: "Ana Ruiz of Ohio". */
const isBearer = (words: Words, cast: Cast, index: number): boolean =>
  cast.mentions[cast.mentionOf[index] ?? -1]?.last === index + 1 &&
  /^(?:of|from|in)$/.test(lowerAt(words, index + 1))
