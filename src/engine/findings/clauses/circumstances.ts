/** The venue and the addressee of words, as printed beside a reporting verb. */
import { MESSENGER_NOUNS } from '../../lexicon/cues/messengers.ts'
import { VENUE_NOUNS } from '../../lexicon/cues/venues.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'

/** The longest distance of a phrase from the verb or from the start of the sentence, in tokens. */
const LOOK = 14

const VENUE_PREPOSITIONS = new Set('in on at during via over through'.split(' '))

/**
 * Returns the venue beside a reporting verb: after it ("said on Fox News", "told reporters at a rally") or first in
 * its sentence ("In a tweet, she said"). `first` and `last` bound the verb.
 */
export function venueBeside(context: Context, { first, last }: Range): Range | null {
  return venueAfter(context, last) ?? venueBefore(context, first)
}

function venueAfter(context: Context, last: number): Range | null {
  const { lastToken } = sentenceAt(context, last - 1)
  const limit = Math.min(lastToken, last + LOOK)
  for (let at = last; at < limit; ) {
    const range = placeAt(context, at, lastToken)
    if (range) return range
    const next = Math.max(at, nounPhraseOf(context, at)?.last ?? at)
    if (
      next === at &&
      classAt(context, at) !== WordClass.adverb &&
      classAt(context, at) !== WordClass.preposition
    )
      return null
    at = Math.max(next, at + 1)
  }
  return null
}

function venueBefore(context: Context, first: number): Range | null {
  const { firstToken } = sentenceAt(context, first)
  if (first - firstToken > LOOK) return null
  const range = placeAt(context, firstToken, first)
  if (!range || lowerAt(context, range.last) !== ',') return null
  return hasVenueNoun(context, range) ? range : null
}

/** Returns the phrase of place after the preposition at `at`; undefined if there is none, or if it is a time. */
function placeAt(context: Context, at: number, limit: number): Range | undefined {
  if (!VENUE_PREPOSITIONS.has(lowerAt(context, at)) || classAt(context, at) !== WordClass.preposition)
    return undefined
  const phrase = nounPhraseOf(context, at + 1)
  if (!phrase || phrase.first !== at + 1 || isTimePhrase(context, phrase)) return undefined
  const range = { first: at + 1, last: phraseEnd(context, at + 1, limit) }
  return phrase.kind === 'name' || hasVenueNoun(context, range) ? range : undefined
}

function hasVenueNoun(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (VENUE_NOUNS.has(lowerAt(context, at))) return true
  return false
}

/**
 * Returns the messenger of a reporting verb: "said through her lawyer", "through an interpreter, she said". `first`
 * and `last` bound the verb.
 */
export function messengerBeside(context: Context, { first, last }: Range): Range | null {
  const { firstToken } = sentenceAt(context, first)
  const opening = first - firstToken <= LOOK ? messengerAt(context, firstToken) : null
  return messengerAt(context, last) ?? opening
}

function messengerAt(context: Context, at: number): Range | null {
  if (!/^(?:through|via)$/.test(lowerAt(context, at))) return null
  const phrase = nounPhraseOf(context, at + 1)
  const carries = phrase?.first === at + 1 && MESSENGER_NOUNS.has(lowerAt(context, phrase.head))
  return carries ? { first: phrase.first, last: phrase.last } : null
}

/** Returns the addressee of a verb without an object. Example: "said to reporters". */
export function hearerBeside(context: Context, last: number): Range | null {
  if (lowerAt(context, last) !== 'to' || classAt(context, last) !== WordClass.preposition) return null
  const phrase = nounPhraseOf(context, last + 1)
  return phrase && phrase.first === last + 1 && !isTimePhrase(context, phrase)
    ? { first: phrase.first, last: phrase.last }
    : null
}

/** Nouns for gatherings. If one is the addressee, it is the venue. */
const GATHERINGS = new Set(
  'conference briefing rally meeting hearing forum fundraiser dinner luncheon convention summit ceremony'.split(
    ' ',
  ),
)

/**
 * Returns the gathering with its place; null if the hearer is no gathering. Example: "told a news conference in Oslo
 * that".
 */
export function gatheringTold(context: Context, hearer: Range | null): Range | null {
  const phrase = hearer && nounPhraseOf(context, hearer.first)
  if (!hearer || phrase?.kind !== 'common' || !GATHERINGS.has(lowerAt(context, phrase.head))) return null
  return {
    first: hearer.first,
    last: phraseEnd(context, hearer.first, sentenceAt(context, hearer.first).lastToken),
  }
}
