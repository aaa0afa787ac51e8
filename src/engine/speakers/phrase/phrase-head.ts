/** The head word of a phrase without a name. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { CALENDAR_WORDS } from '../../lexicon/names/calendar-words.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { foldedAt, isCapitalized, lowerAt, type Words } from '../../reader/words.ts'

/** Returns true for a mark or a relative pronoun. Either ends a phrase. */
export const endsPhrase = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.punctuation || classes[index] === WordClass.wh

/**
 * Returns the token after the head: the last word of "Department for Transport spokesperson", the first of "sources
 * for it".
 */
export function headEnd(words: Words, start: number, end: number): number {
  if (isRoleNoun(foldedAt(words, end - 1)) && isTitled(words, start, end - 1)) return end
  const stop = lastNoun(words, start, complementStart(words, start, end))
  const noun = lowerAt(words, stop)
  const follows = stop < end && words.classes[stop] === WordClass.adjective
  return follows && (isRoleNoun(noun) || ADJECTIVES_OF_PEOPLE.has(noun)) ? stop + 1 : stop
}

/** Adjectives that head a description: "Ghana international", "presidential hopeful". */
export const ADJECTIVES_OF_PEOPLE = new Set([
  'international',
  'native',
  'hopeful',
  'great',
  'faithful',
  'elect',
  'designate',
  'accused',
])

/** Returns true for "Ministry of Defence" before "official": capitals with "of" or "for" before a lower-case noun. */
export function isTitled(words: Words, start: number, head: number): boolean {
  if (isCapitalized(words, head) || !isCapitalized(words, head - 1)) return false
  let at = head - 1
  let linked = false
  while (at > start && (isCapitalized(words, at) || /^(?:of|for|the|and|&)$/.test(lowerAt(words, at)))) {
    if (/^(?:of|for)$/.test(lowerAt(words, at))) linked = true
    at--
  }
  return linked
}

/** Returns true for "last week" in "a poll last week". */
const isTimeAfter = (words: Words, index: number): boolean =>
  /^(?:last|this|next|earlier)$/.test(lowerAt(words, index)) &&
  (CALENDAR_WORDS.has(foldedAt(words, index + 1)) ||
    /^(?:week|month|year|night|summer|spring|fall|autumn|winter|season)$/.test(lowerAt(words, index + 1)))

/** Adjectives after the noun they describe: "people familiar with the matter". */
const POSTPOSED = new Set([
  'familiar',
  'close',
  'aware',
  'briefed',
  'knowledgeable',
  'involved',
  'present',
  'privy',
])

/** Returns the first token of a complement, a number or an infinitive after the head. */
function complementStart(words: Words, start: number, end: number): number {
  for (let index = start + 1; index < end; index++) {
    const wordClass = words.classes[index]
    if (POSTPOSED.has(lowerAt(words, index)) || isTimeAfter(words, index)) return index
    if (wordClass === WordClass.preposition || wordClass === WordClass.to || wordClass === WordClass.number) {
      if (wordClass !== WordClass.number || index + 1 >= end) return index
    }
  }
  return end
}

/** Returns true for "Friday" in "a news agency report Friday". */
const isDayAfterNoun = (words: Words, index: number): boolean =>
  CALENDAR_WORDS.has(foldedAt(words, index)) && words.classes[index - 1] === WordClass.noun

/** Returns the token after the last noun or name: after "sources" of "sources familiar". */
function lastNoun(words: Words, start: number, end: number): number {
  for (let last = end; last > start; last--) {
    const wordClass = words.classes[last - 1]
    if (last - start > 1 && isDayAfterNoun(words, last - 1)) continue
    if (wordClass === WordClass.noun || wordClass === WordClass.name || wordClass === WordClass.number)
      return last
  }
  return end
}
