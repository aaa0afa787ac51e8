/** The relation of a date to a statement, by the words before the date. */
import { DAY_NAMES } from '../../lexicon/cues/time-words.ts'
import {
  AFTER_EVENT,
  ARTICLES,
  ASIDE_OPENERS,
  BEFORE_EVENT,
  EVENT_PREPOSITIONS,
  PARTS_OF_TIME,
  PHRASE_OPENERS,
  SPEAKING_WORDS,
  SPEECH_OCCASIONS,
} from '../../lexicon/dates/said-words.ts'
import type { Range } from '../../reader/words.ts'
import type { Token } from '../../types/document.ts'
import { isLater, isSourceOfThing, MEDIA, MOMENTS, setOff } from './lead-words.ts'

/** The relation of a date to a statement: it is the date of the words, the date of an event before them, or neither. */
export type DateRole = 'dates' | 'bounds' | 'none'

/** The number of tokens read before a date. */
export const REACH = 20

/** Returns the relation of a statement to a date that opens a sentence. The words from `from` lead to the date. */
export function roleBefore(tokens: readonly Token[], at: Range, from: number): DateRole {
  const lead = tokens.slice(Math.max(from, at.first - REACH), at.first).map(({ lower }) => lower)
  const opens = lead.length === 0 || isOpener(lead[0]!, lead[1]) || isActOf(tokens, at, lead)
  if (lead.length === at.first - from && !opens) return 'none'
  if (at.first - from > REACH) return 'none'
  return roleFromLead(tokens, at, lead)
}

const isOpener = (word: string, next: string | undefined): boolean =>
  PHRASE_OPENERS.has(word) || AFTER_EVENT.has(word) || (word === 'the' && TIME_AFTER_THE.has(next ?? ''))

/** Returns true for an act at which the words were said: "Moving it on Thursday, Lee said", "Arriving in Oslo on Monday, he said". */
const isActOf = (tokens: readonly Token[], { last }: Range, lead: readonly string[]): boolean =>
  /^[a-z]{2,}ing$/.test(lead[0]!) &&
  lead.at(-1) === 'on' &&
  tokens[last]?.lower === ',' &&
  !/ed$/.test(lead.at(-2) ?? '') &&
  !lead.includes(',')

/** Words after "the" that open a time: "the next day", "the morning of 4 May". */
const TIME_AFTER_THE = new Set(
  'next same following previous day night morning afternoon evening week weekend month late'.split(' '),
)

/**
 * Returns the relation of a date after the cue: "Lee said in an interview on Tuesday", "Lee said of Tuesday's vote".
 */
export function roleAfter(tokens: readonly Token[], at: Range, from: number): DateRole {
  if (at.first - from > REACH) return 'none'
  const lead = tokens.slice(from, at.first).map(({ lower }) => lower)
  return roleFromLead(tokens, at, lead)
}

/**
 * Returns the relation of a date between speaker and cue. "Lee on Tuesday said" and "Lee, speaking in Cairo on Tuesday,
 * said" date the words; "Lee, elected in 2016, said" does not.
 */
export function roleBetween(tokens: readonly Token[], at: Range, from: number, to: number): DateRole {
  const lead = tokens.slice(from, at.first).map(({ lower }) => lower)
  const adjacent = lead.length <= 1 && lead[0] !== ',' && to - at.last <= 3
  if (to === at.last && lead.at(-1) === 'on' && AND.test(lead.at(-2) ?? '')) return 'dates'
  if (sharesDay(tokens, at, to, lead)) return 'dates'
  const set = lead[0] === ',' && lead.length <= 2 && tokens[at.last]?.lower === ','
  if (adjacent || set || lead.some((word) => SPEAKING_WORDS.has(word))) return roleFromLead(tokens, at, lead)
  return 'none'
}

/** Returns true for two acts of one day: "Lee ordered an inquiry on Tuesday and said". */
function sharesDay(tokens: readonly Token[], at: Range, to: number, lead: readonly string[]): boolean {
  if (lead.at(-1) !== 'on' || lead.length > SHORT_ACT || lead.some((word) => OTHER_CLAUSES.has(word)))
    return false
  const joint = tokens[at.last]?.lower
  return (
    joint === 'and' &&
    (to === at.last + 1 || (to === at.last + 2 && /^(?:also|then)$/.test(tokens[to - 1]!.lower)))
  )
}

/** The longest act before the day of both, in tokens. */
const SHORT_ACT = 12
/** Words of another clause. */
const OTHER_CLAUSES: ReadonlySet<string> = new Set([
  ',',
  ';',
  'who',
  'which',
  'that',
  'elected',
  'born',
  'killed',
  'scheduled',
  'due',
])

/** Before the day of a second verb: "Lee opened the mill and on Monday announced". */
const AND = /^(?:and|but)$/

/** Returns the relation that the words before a date tell. The word nearest to the date decides. */
function roleFromLead(tokens: readonly Token[], at: Range, lead: readonly string[]): DateRole {
  const before = lead.at(-1) ?? ''
  const nouns = modifiesNoun(tokens, at, before)
  const preposition = lead.at(ARTICLES.has(before) ? -2 : -1) ?? ''
  if (nouns && EVENT_PREPOSITIONS.has(preposition))
    return lead.some((word) => ASIDE_OPENERS.has(word)) ? 'none' : 'dates'
  if (isSourceOfThing(tokens, at.first)) return 'none'
  if (before === 'of' && !PARTS_OF_TIME.has(lead.at(-2) ?? '')) return 'none'
  if (setOff(tokens, at, lead)) return 'dates'
  if (lead.some((_word, index) => isLater(lead, index))) return 'none'
  if (!nouns && ANSWERED.test(lead.slice(-6).join(' '))) return 'dates'
  for (let index = lead.length - 1; index >= 0; index--) {
    const word = lead[index]!
    if (MOMENTS.has(lead[index - 1] ?? '') && /^(?:before|after)$/.test(word) && !nouns) return 'dates'
    const direct = index >= lead.length - 2 && !nouns
    if (/^(?:before|after)$/.test(word) && TIMES_OF_DAY.has(lead[index + 1] ?? '')) continue
    if (word === 'after' && !nouns && before === 'on' && DAY_NAMES.has(tokens[at.first]?.lower ?? ''))
      return 'dates'
    if (AFTER_EVENT.has(word)) return direct && (word === 'asked' || word === 'comments') ? 'dates' : 'bounds'
    if (word === 'over' && index >= lead.length - 2 && tokens[at.last - 1]?.lower === 'weekend') continue
    if (word === 'by' && MEDIA.test(lead[index + 1] ?? '')) continue
    if (BEFORE_EVENT.has(word)) return 'none'
    if (ASIDE_OPENERS.has(word)) return 'none'
    if (SPEECH_OCCASIONS.has(word) && lead.slice(0, index).some((other) => AFTER_EVENT.has(other)))
      return 'bounds'
    if (SPEAKING_WORDS.has(word)) return nouns ? 'none' : 'dates'
  }
  return nouns ? 'none' : 'dates'
}

/** "in reply to a question on Tuesday", "asked about it on Tuesday" */
const ANSWERED =
  /(?:(?:reply|response|answer) to (?:an? |the )?questions?|asked about (?:it|this|that|them|him|her)) on$/
const TIMES_OF_DAY = new Set(
  'dawn daybreak sunrise noon midday lunch sunset dusk nightfall midnight'.split(' '),
)

/** Returns true if the date belongs to the noun after it. Examples: "Tuesday's vote", "the 2016 election". */
function modifiesNoun(tokens: readonly Token[], { first, last }: Range, before: string): boolean {
  const after = tokens[last]
  if (after?.lower === "'s" || after?.lower === "'") return true
  const begun = ARTICLES.has(tokens[first]?.lower ?? '')
  return !begun && ARTICLES.has(before) && after?.kind === 'word'
}
