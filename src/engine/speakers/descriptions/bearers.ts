import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { firstTokenOfSentence, foldedAt, lowerAt, type Words } from '../../reader/words.ts'
import type { SpeakerContext } from '../context/speaker-context.ts'

/** The number of tokens read between a person and a description. */
const REACH = 1200
/** The number of words read before a noun for its determiner. */
const PHRASE_REACH = 4

/**
 * Returns true if the text between two tokens has no other person with a role: no "another lawyer", "lawyers" or "a
 * lawyer for the city" before "the lawyer". Returns false if the tokens are too far apart to be read, and for a
 * description that introduces a person: "the captain, a Ukrainian".
 */
export function isOnlyBearer(
  { words, cast }: Pick<SpeakerContext, 'words' | 'cast'>,
  head: string,
  from: number,
  to: number,
): boolean {
  if (to - from > REACH) return false
  if (lowerAt(words, to + 1) === ',' && /^an?$/.test(lowerAt(words, to + 2))) return false
  for (let at = from; at < to; at++) {
    const noun = foldedAt(words, at)
    if (!noun.startsWith(head)) continue
    if (noun === `${head}s`) return false
    if (noun === head && (cast.mentionOf[at] ?? -1) < 0 && !isDefinite(words, at)) return false
  }
  return true
}

/** Returns true if a sentence before that of a token has a noun, so that a description with it can mean another person. */
export function occursBefore(words: Words, noun: string, token: number): boolean {
  for (let at = firstTokenOfSentence(words, token) - 1; at >= 0 && at > token - REACH; at--)
    if (foldedAt(words, at) === noun) return true
  return false
}

/** The most tokens between "a" and its noun. */
const INDEFINITE_REACH = 4

/** Returns true if the text between two tokens brings up another bearer of a noun: "a group of anglers", "another analyst". */
export function isBroughtUp(words: Words, noun: string, from: number, to: number): boolean {
  for (let at = Math.max(from, to - REACH); at < to; at++) {
    if (foldedAt(words, at) !== noun) continue
    for (let before = at - 1; before >= at - INDEFINITE_REACH; before--) {
      if (words.classes[before] === WordClass.punctuation || words.classes[before] === WordClass.verb) break
      if (/^(?:an?|another|one)$/.test(lowerAt(words, before)) && words.classes[at + 1] !== WordClass.name)
        return true
    }
  }
  return false
}

/** Returns true for a noun after "the" or before a name: "the lawyer", "lawyer Ali Khan". */
function isDefinite(words: Words, noun: number): boolean {
  const { classes } = words
  if (classes[noun + 1] === WordClass.name) return true
  for (let at = noun - 1; at >= noun - PHRASE_REACH; at--) {
    if (/^(?:the|this|that)$/.test(lowerAt(words, at))) return true
    if (
      classes[at] !== WordClass.adjective &&
      classes[at] !== WordClass.noun &&
      classes[at] !== WordClass.name
    )
      return false
  }
  return false
}
