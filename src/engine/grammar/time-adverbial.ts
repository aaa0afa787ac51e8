import { DAY_NAMES, MONTH_NAMES, PARTS_OF_DAY, SPECIAL_DAYS } from '../lexicon/cues/time-words.ts'
import { WordClass } from '../lexicon/grammar/word-class.ts'
import { Listed } from '../lexicon/names/name-lists.ts'
import type { Token } from '../types/document.ts'
import type { Tags } from './tag-context.ts'

type Classes = Pick<Tags, 'classes'>

const isPointing = (word: string): boolean => word === 'last' || word === 'this' || word === 'next'

const isCalendar = (token: Token | undefined): boolean =>
  token !== undefined && (token.spelling.lists & Listed.calendar) !== 0

const PERIODS = new Set(
  'week month year night weekend spring summer autumn winter morning afternoon evening'.split(' '),
)

/**
 * Returns the token after a time that stands before another phrase without a comma; `first` if there is none. Examples:
 * "Monday" of "On Monday Mayor Ada Brandt said", "Last month" of "Last month police said".
 */
export function openingTimeEnd(
  tags: Classes,
  tokens: readonly Token[],
  first: number,
  limit: number,
): number {
  const pointed = isPointing(lowerOf(tokens, first))
  if (!pointed && !isCalendar(tokens[first])) return first
  const at = pointed ? first + 1 : first
  const word = lowerOf(tokens, at)
  const day = DAY_NAMES.has(word)
  const month = MONTH_NAMES.has(word)
  const period = pointed && PERIODS.has(word)
  if (!(day || month || period) || at >= limit) return first
  let end = at + 1
  if (day && PARTS_OF_DAY.has(lowerOf(tokens, end))) end++
  if (end >= limit || !opensOtherPhrase(tags, tokens, end)) return first
  if (pointed) return end
  const preposition = lowerOf(tokens, first - 1)
  return (day && preposition === 'on') || (month && preposition === 'in') ? end : first
}

/** Returns true if a token ends such a time. */
export function endsOpeningTime(tags: Classes, tokens: readonly Token[], index: number): boolean {
  for (let first = index; first >= 0 && first > index - LONGEST_TIME; first--)
    if (openingTimeEnd(tags, tokens, first, tokens.length) === index + 1) return true
  return false
}

/** The longest time, in tokens: "last Monday night". */
const LONGEST_TIME = 3

/** Returns true for a word that begins another phrase, and that is neither part of a date nor part of a name. */
function opensOtherPhrase({ classes }: Classes, tokens: readonly Token[], index: number): boolean {
  const wordClass = classes[index]
  if (wordClass === WordClass.name)
    return !/^(?:night|nights|times|post|club|group|prayers)$/.test(lowerOf(tokens, index))
  const counts = wordClass === WordClass.number && /^[a-z]+$/.test(lowerOf(tokens, index))
  return (
    counts ||
    wordClass === WordClass.noun ||
    wordClass === WordClass.adjective ||
    lowerOf(tokens, index) === 'acting'
  )
}

/** Returns true for "last week" after a noun or a name: "Ada Lund last week called", "told residents last week". */
export const isClosingPeriod = (tokens: readonly Token[], index: number): boolean =>
  lowerOf(tokens, index) === 'last' &&
  (PERIODS.has(lowerOf(tokens, index + 1)) || DAY_NAMES.has(lowerOf(tokens, index + 1)))

/**
 * Returns true for a day after a phrase that does not belong to the phrase. Example: "Tuesday" of "staffing shortages
 * Tuesday".
 */
export function isClosingDay(
  { classes }: Classes,
  tokens: readonly Token[],
  index: number,
  limit: number,
): boolean {
  if (
    !isCalendar(tokens[index]) ||
    !DAY_NAMES.has(lowerOf(tokens, index)) ||
    SPECIAL_DAYS.has(lowerOf(tokens, index - 1))
  )
    return false
  const before = classes[index - 1]
  if (before !== WordClass.noun && before !== WordClass.name) return false
  let next = index + 1
  if (next < limit && PARTS_OF_DAY.has(lowerOf(tokens, next))) next++
  if (next >= limit) return true
  const after = classes[next]
  return (
    after !== WordClass.noun &&
    after !== WordClass.name &&
    after !== WordClass.possessive &&
    after !== WordClass.adjective
  )
}

/**
 * Returns the token after a recent time that may stand anywhere in a clause; `first` if there is none. Examples: "on
 * Monday night", "yesterday", "last week", "earlier this month", "on 10 April".
 */
export function recentTimeEnd(tokens: readonly Token[], first: number): number {
  let at = EARLY_OR_LATE.has(lowerOf(tokens, first)) ? first + 1 : first
  const isOn = lowerOf(tokens, at) === 'on'
  if (isOn) at++
  if (/^(?:early|late)$/.test(lowerOf(tokens, at))) at++
  const pointed = /^(?:last|this)$/.test(lowerOf(tokens, at))
  const word = lowerOf(tokens, pointed ? at + 1 : at)
  if (DAY_NAMES.has(word) && !SPECIAL_DAYS.has(lowerOf(tokens, at - 1))) {
    const end = pointed ? at + 2 : at + 1
    if (lowerOf(tokens, end) === "'s") return first
    return PARTS_OF_DAY.has(lowerOf(tokens, end)) ? end + 1 : end
  }
  if (pointed) return PERIODS.has(word) && lowerOf(tokens, at + 2) !== "'s" ? at + 2 : first
  if (/^(?:the|that)$/.test(word) && isOn) {
    const day = lowerOf(tokens, at + 1) === 'same' ? at + 2 : at + 1
    return day > at + 1 && lowerOf(tokens, day) === 'day' ? day + 1 : first
  }
  if (!isOn) return first
  if (MONTH_NAMES.has(word) && DAY_NUMBER.test(lowerOf(tokens, at + 1))) return at + 2
  return DAY_NUMBER.test(word) && MONTH_NAMES.has(lowerOf(tokens, at + 1)) ? at + 2 : first
}

const EARLY_OR_LATE = new Set(['early', 'late', 'earlier', 'later'])
const DAY_NUMBER = /^[0-3]?\d(?:st|nd|rd|th)?$/

const lowerOf = (tokens: readonly Token[], index: number): string => tokens[index]?.lower ?? ''
