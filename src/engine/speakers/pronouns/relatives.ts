import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Cast, NameMention } from '../../people/cast.ts'
import { firstTokenOfSentence, lowerAt, type Words } from '../../reader/words.ts'
import { mentionBefore } from '../context/speaker-context.ts'

/** The longest distance between a name and its "who", in tokens. */
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
 * Returns the name to which "who" at a token refers: the name right before it, or before a description ("Ana Ruiz of
 * Ohio, who", "Ana Ruiz, the head of the board, who"). Undefined if it refers to something else.
 */
export function antecedentOfWho(words: Words, cast: Cast, token: number): NameMention | undefined {
  const earlier = words.classes[token - 1] === WordClass.coordinator ? earlierRelative(words, token) : -1
  if (earlier >= 0) return antecedentOfWho(words, cast, earlier)
  const nearest = cast.mentions[mentionBefore(cast, token)]
  const mention = beforeContrast(words, cast, nearest)
  if (!mention) return undefined
  const end = words.classes[token - 1] === WordClass.punctuation ? token - 1 : token
  const beside = mention !== nearest || mention.last === end || mention.last === token
  const isName = beside && (mention.person < 0 || cast.people[mention.person]?.certain)
  if (isName || (beside && !inPlace(words, mention))) return mention
  return nameBeforeDescription(words, cast, end)
}

/** Returns the name before the one that "not" excludes: Lee in "It was Lee, not Khan, who". */
function beforeContrast(words: Words, cast: Cast, mention: NameMention | undefined): NameMention | undefined {
  const opening = mention ? Math.min(mention.phraseFirst, mention.first) : 0
  if (lowerAt(words, opening - 1) !== 'not') return mention
  const earlier = cast.mentions[mentionBefore(cast, opening)]
  return earlier?.last === opening - 2 ? earlier : mention
}

/** Returns the earlier "whose" or "who" that "and who" continues; -1 if none is near. */
function earlierRelative(words: Words, token: number): number {
  const limit = Math.max(firstTokenOfSentence(words, token), token - REACH)
  for (let at = token - 2; at >= limit; at--) if (/^who(?:se|m)?$/.test(lowerAt(words, at))) return at
  return -1
}

/** Returns true for a name after a preposition of place, because it may be a place: "Tarnholm" in "from Tarnholm". */
const inPlace = (words: Words, { first }: NameMention): boolean =>
  /^(?:of|from|in)$/.test(lowerAt(words, first - 1))

/** Returns the name before one description, unless a preposition precedes the name. */
function nameBeforeDescription(words: Words, cast: Cast, end: number): NameMention | undefined {
  const limit = Math.max(firstTokenOfSentence(words, end - 1), end - REACH)
  let at = end - 1
  while (at > limit && INSIDE.has(words.classes[at]) && !isBearer(words, cast, at)) at--
  const before = lowerAt(words, at) === ',' && words.classes[at + 1] === WordClass.determiner ? at - 1 : at
  const mention = cast.mentions[cast.mentionOf[before] ?? -1]
  if (!mention || mention.last !== before + 1 || before <= limit) return undefined
  const lead = words.classes[Math.min(mention.phraseFirst, mention.first) - 1]
  return lead === WordClass.preposition ? undefined : mention
}

/** Returns true for a person's name before "of", "from" or "in": "Ana Ruiz of Ohio". */
const isBearer = (words: Words, cast: Cast, index: number): boolean =>
  cast.mentions[cast.mentionOf[index] ?? -1]?.last === index + 1 &&
  /^(?:of|from|in)$/.test(lowerAt(words, index + 1))
