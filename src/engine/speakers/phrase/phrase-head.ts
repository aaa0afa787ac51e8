/** Which word heads a phrase that holds no name. */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { CALENDAR_WORDS } from '../../lexicon/names/calendar-words.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { foldedAt, isCapitalized, lowerAt, type Words } from '../../reader/words.ts'

/** A mark or a relative pronoun ends a phrase. */
export const endsPhrase = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.punctuation || classes[index] === WordClass.wh

/** Past the head: "Department for Transport spokesperson" is headed by its last word, "sources for it" by its first. */
export function headEnd(words: Words, start: number, end: number): number {
  if (isRoleNoun(foldedAt(words, end - 1)) && isTitled(words, start, end - 1)) return end
  const stop = lastNoun(words, start, complementStart(words, start, end))
  const noun = lowerAt(words, stop)
  const follows = stop < end && words.classes[stop] === WordClass.adjective
  return follows && (isRoleNoun(noun) || ADJECTIVES_OF_PEOPLE.has(noun)) ? stop + 1 : stop
}

/** "attorney general" and "Ghana international", "presidential hopeful": adjectives that head a description. */
export const ADJECTIVES_OF_PEOPLE = new Set([
  'international',
  'native',
  'hopeful',
  'great',
  'faithful',
  'elect',
  'designate',
])

/** "Ministry of Defence" before "official": capitals joined by "of" or "for" right before a noun in lower case. */
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

/** "last week" of "a poll last week". */
const isTimeAfter = (words: Words, index: number): boolean =>
  /^(?:last|this|next|earlier)$/.test(lowerAt(words, index)) &&
  (CALENDAR_WORDS.has(foldedAt(words, index + 1)) ||
    /^(?:week|month|year|night|summer|spring|fall|autumn|winter|season)$/.test(lowerAt(words, index + 1)))

/** Adjectives that follow what they describe: "people familiar with the matter". */
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

/** Where a complement, a number or an infinitive ends the head's part of a phrase. */
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

/** "Friday" of "a news agency report Friday". */
const isDayAfterNoun = (words: Words, index: number): boolean =>
  CALENDAR_WORDS.has(foldedAt(words, index)) && words.classes[index - 1] === WordClass.noun

/** Past the last noun or name: "sources" of "sources familiar". */
function lastNoun(words: Words, start: number, end: number): number {
  for (let last = end; last > start; last--) {
    const wordClass = words.classes[last - 1]
    if (last - start > 1 && isDayAfterNoun(words, last - 1)) continue
    if (wordClass === WordClass.noun || wordClass === WordClass.name || wordClass === WordClass.number)
      return last
  }
  return end
}
