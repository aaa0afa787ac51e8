import { HEARERS } from '../lexicon/cues/hearing-bodies.ts'
import { PERSONAL_PRONOUNS } from '../lexicon/grammar/closed-classes.ts'
import { SURNAMES_IN_S } from '../lexicon/grammar/surnames-in-s.ts'
import { WordClass } from '../lexicon/grammar/word-class.ts'
import { Can } from '../lexicon/grammar/word-readings.ts'
import { Listed } from '../lexicon/names/name-lists.ts'
import type { Token } from '../types/document.ts'
import type { Tags } from './tag-context.ts'
import { isClosingDay, isClosingPeriod, openingTimeEnd } from './time-adverbial.ts'

/**
 * A base noun phrase, tokens `[first, last)`: determiners, modifiers and head, with possessors ("the mayor's aide").
 */
export interface NounPhrase {
  readonly first: number
  readonly last: number
  /** The head token: the last noun, name or number, or the pronoun. */
  readonly head: number
  readonly kind: 'pronoun' | 'name' | 'common' | 'number'
  readonly plural: boolean
}

const isInside = (wordClass: number): boolean =>
  wordClass === WordClass.noun ||
  wordClass === WordClass.name ||
  wordClass === WordClass.adjective ||
  wordClass === WordClass.number ||
  wordClass === WordClass.possessive

/**
 * The longest noun phrase, in tokens. Longer runs of modifiers and nouns are cut here. Without this limit chunking
 * would not be linear, because each token can begin a phrase.
 */
const LONGEST_PHRASE = 40

/** Returns true for the classes of "Monday", "last" and "this". */
const opensTime = (wordClass: number | undefined): boolean =>
  wordClass === WordClass.name ||
  wordClass === WordClass.adjective ||
  wordClass === WordClass.determiner ||
  wordClass === WordClass.adverb

/**
 * Returns the noun phrase that begins at `index`; undefined if there is none. A phrase never crosses the end of its
 * sentence.
 */
export function nounPhraseAt(
  tags: Tags,
  tokens: readonly Token[],
  index: number,
  end: number,
): NounPhrase | undefined {
  const { classes } = tags
  const starts = classes[index]
  if (starts === WordClass.number && CLOCK.test(tokens[index]?.text ?? '')) return undefined
  if (starts === WordClass.pronoun) return pronounPhrase(tags, tokens, index, end)
  const limit = Math.min(end, index + LONGEST_PHRASE)
  const time = opensTime(starts) ? openingTimeEnd(tags, tokens, index, limit) : index
  if (time > index) return makePhrase(tags, tokens, index, time, time - 1)
  let at = index
  while (at < limit && classes[at] === WordClass.determiner) at++
  let head = -1
  let owned = false
  while (at < limit) {
    const wordClass = classes[at] as number
    if (head >= 0 && wordClass === WordClass.name && isClosingDay(tags, tokens, at, end)) break
    if (head === at - 1 && isClosingPeriod(tokens, at)) break
    if (head === at - 1 && wordClass === WordClass.name && isHearer(classes, tokens, head)) break
    if (head === at - 1 && wordClass === WordClass.name && isAfterEvent(tags, tokens, index, head)) break
    if (wordClass === WordClass.noun || wordClass === WordClass.name || wordClass === WordClass.number)
      head = at
    else if (wordClass === WordClass.possessive) {
      owned ||= head >= 0
      head = -1
    } else if (wordClass === WordClass.adverb && at > index && isAdjectiveAt(classes, at + 1, limit))
      head = -1
    else if (!isInside(wordClass) && !(head < 0 && joinsAdjectives(classes, at, limit))) break
    at++
  }
  if (head < 0)
    return at > index && classes[at - 1] === WordClass.adjective && (owned || starts === WordClass.determiner)
      ? makePhrase(tags, tokens, index, at, at - 1)
      : undefined
  const last = isRoleAfterNoun(classes, tokens, head + 1, at) ? head + 1 : head
  return makePhrase(tags, tokens, index, last + 1, last)
}

/** Returns true for hearers before the subject of what they hear: "told the court Ali Khan had left". */
const isHearer = (classes: Uint8Array, tokens: readonly Token[], index: number): boolean =>
  classes[index] === WordClass.noun && HEARERS.has((tokens[index] as Token).lower)

/** Returns true for an event before the subject of a clause: "after legal consultation Washington had concluded". */
function isAfterEvent({ classes }: Tags, tokens: readonly Token[], first: number, head: number): boolean {
  if (classes[head] !== WordClass.noun || !EVENT_OPENERS.has(tokens[first - 1]?.lower ?? '')) return false
  if (((tokens[head] as Token).spelling.lists & (Listed.role | Listed.attribute)) !== 0) return false
  let end = head + 1
  while (classes[end] === WordClass.name) end++
  return classes[end] === WordClass.auxiliary
}

const EVENT_OPENERS = new Set('after before since following despite amid'.split(' '))

/** Returns true for the conjunction of "current and former officials". */
const joinsAdjectives = (classes: Uint8Array, at: number, limit: number): boolean =>
  classes[at] === WordClass.coordinator &&
  classes[at - 1] === WordClass.adjective &&
  isAdjectiveAt(classes, at + 1, limit)

const isAdjectiveAt = (classes: Uint8Array, index: number, limit: number): boolean =>
  index < limit && classes[index] === WordClass.adjective

/** Returns true for "chief" of "the fire chief", which is an adjective before a noun only. */
const isRoleAfterNoun = (
  classes: Uint8Array,
  tokens: readonly Token[],
  index: number,
  end: number,
): boolean =>
  index === end - 1 &&
  classes[index] === WordClass.adjective &&
  ((tokens[index] as Token).spelling.lists & Listed.role) !== 0

/** A time of day, which opens no phrase: "09:10 Mayor Ada Lund says". */
const CLOCK = /^\d{1,2}:\d\d$/

const PLURAL_PRONOUNS = new Set(
  'we us they them these those both many some others all several few'.split(' '),
)

function pronounPhrase(tags: Tags, tokens: readonly Token[], index: number, limit: number): NounPhrase {
  const owns = index + 2 < limit && tags.classes[index + 1] === WordClass.possessive
  if (owns && tags.classes[index + 2] !== WordClass.pronoun) {
    const owned = nounPhraseAt(tags, tokens, index + 2, limit)
    if (owned) return { ...owned, first: index }
  }
  const plural = PLURAL_PRONOUNS.has((tokens[index] as Token).lower)
  return { first: index, last: index + 1, head: index, kind: 'pronoun', plural }
}

function makePhrase(
  tags: Tags,
  tokens: readonly Token[],
  first: number,
  last: number,
  head: number,
): NounPhrase {
  const wordClass = tags.classes[head]
  const kind = wordClass === WordClass.name ? 'name' : wordClass === WordClass.number ? 'number' : 'common'
  const can = tags.cans[head] as number
  const { lower } = tokens[head] as Token
  const isPronoun = can & Can.pronoun && kind !== 'number' && PERSONAL_PRONOUNS.has(lower)
  const plural = (can & Can.plural) !== 0 && !(kind === 'name' && SURNAMES_IN_S.has(lower))
  return { first, last, head, kind: isPronoun ? 'pronoun' : kind, plural }
}
