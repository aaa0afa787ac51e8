/** Tests of the words around a date. They tell the relation of the date to a statement. */
import { SPEAKING_WORDS } from '../../lexicon/dates/said-words.ts'
import type { Range } from '../../reader/words.ts'
import type { Token } from '../../types/document.ts'

/**
 * Returns true if another clause begins between a date and the speaker. Example: "sent a team on Thursday, but a source
 * said".
 */
export function endsClause(tokens: readonly Token[], from: number, to: number): boolean {
  if (to === from + 1 && tokens[from]?.lower === 'and') return true
  for (let index = from; index < to; index++)
    if (
      tokens[index]?.lower === ';' ||
      tokens[index]?.lower === 'because' ||
      (tokens[index]?.lower === ',' && /^(?:but|while|although|though)$/.test(tokens[index + 1]?.lower ?? ''))
    )
      return true
  return false
}

/** Words before "before" and "after" that place the words on the day of the event: "hours before the race Tuesday". */
export const MOMENTS: ReadonlySet<string> = new Set([
  'hours',
  'minutes',
  'moments',
  'shortly',
  'just',
  'immediately',
  'soon',
])

/**
 * Returns true for a date between commas after an event. Example: "Shortly after the march, in June 2023, Lee wrote".
 */
export const setOff = (tokens: readonly Token[], { last }: Range, lead: readonly string[]): boolean =>
  /^(?:in|on)$/.test(lead.at(-1) ?? '') && lead.at(-2) === ',' && tokens[last]?.lower === ','

/** Returns true for words that will be heard later. Example: "an interview to be broadcast on Friday". */
export const isLater = (lead: readonly string[], index: number): boolean =>
  (lead[index] === 'to' && /^(?:be|air|run|appear)$/.test(lead[index + 1] ?? '')) ||
  (lead[index] === 'due' && lead[index + 1] === 'to')

/**
 * Returns true if the words accompany an act on a date. Examples: "closed the gate on July 2 when announcing", ",
 * saying".
 */
export const isAccompanied = (tokens: readonly Token[], { first, last }: Range, cue: Range): boolean =>
  cue.first - last === 1 &&
  /^(?:,|when|while)$/.test(tokens[last]?.lower ?? '') &&
  (tokens[cue.first]?.lower.endsWith('ing') ?? false) &&
  /^(?:on|in)$/.test(tokens[first - 1]?.lower ?? '')

/** The longest dateline, in tokens. */
const LONGEST_DATELINE = 12

/** Returns the token after a dateline: "BUFFALO, N.Y. —". */
export function afterDateline(tokens: readonly Token[], first: number, limit: number): number {
  const head = tokens[first]
  if (!head || head.text.length < 3 || head.text !== head.text.toUpperCase() || head.kind !== 'word')
    return first
  for (let index = first + 1; index < Math.min(limit, first + LONGEST_DATELINE); index++)
    if (tokens[index]?.lower === '—' || tokens[index]?.lower === '-' || tokens[index]?.lower === '--')
      return index + 1
  return first
}

/** Media after "by": "told the mayor by telephone on Tuesday". */
export const MEDIA = /^(?:telephone|phone|email|e-mail|text|letter|video|radio|fax|videolink|satellite)$/

/** Returns true for a date that tells how old a thing is. Example: "seven questions from February". */
export const isSourceOfThing = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1]?.lower === 'from' && !SPEAKING_WORDS.has(tokens[first - 2]?.lower ?? '')

/** Returns true for an act that is still to come. Example: "is expected to answer questions in the House on Thursday". */
export function isExpected(tokens: readonly Token[], first: number, date: number): boolean {
  for (let index = Math.max(first, date - REACH); index < date; index++) {
    const { lower } = tokens[index]!
    if (lower === 'will') return true
    if (/^(?:expected|due|set|scheduled|likely)$/.test(lower) && tokens[index + 1]?.lower === 'to')
      return true
    if (lower === 'to' && /^(?:be|air|run|appear)$/.test(tokens[index + 1]?.lower ?? '')) return true
  }
  return false
}

/** The tokens before a date that are searched for a word of expectation. */
const REACH = 20
