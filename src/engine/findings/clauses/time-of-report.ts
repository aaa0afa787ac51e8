/** The time and the occasion of a report, printed beside the object of its verb. */
import { recentTimeEnd } from '../../grammar/time-adverbial.ts'
import { EVENT_NOUNS } from '../../lexicon/cues/event-nouns.ts'
import { VENUE_NOUNS } from '../../lexicon/cues/venues.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { lowerAt, type Range } from '../../reader/words.ts'

/**
 * Returns the end of an object without the time of the report: "dismissed the objection yesterday", "rejected the plan at
 * a news conference on Monday". A time after an event belongs to the event ("condemned the attack on Sunday"), and a
 * time in a clause belongs to the clause. `lemma` is the verb.
 */
export function withoutTime(context: Context, lemma: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)?.form === 'finite') return end
    const run = circumstancesEnd(context, at, end)
    if (run?.end !== end) continue
    const isOwn = holdsEvent(context, start, at) || (DEMANDING.has(lemma) && lowerAt(context, at) === 'on')
    return run.isOccasion || !isOwn ? at : end
  }
  return end
}

/**
 * Returns the pieces of an object without a time of the report in its middle: "thanked the crew … for saving the church".
 * Only a preposition or "that" after the time shows that the words go on.
 */
export function piecesAroundTime(context: Context, start: number, end: number): Range[] {
  for (let at = start + 1; at < end - 1; at++) {
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)?.form === 'finite') break
    const time = recentTimeEnd(context.tokens, at)
    if (time === at || time >= end) continue
    if (!GOES_ON.test(lowerAt(context, time)) || holdsEvent(context, start, at)) break
    return [
      { first: start, last: at },
      { first: time, last: end },
    ]
  }
  return [{ first: start, last: end }]
}

const GOES_ON = /^(?:for|of|as|over|at|that)$/

/** Verbs whose object is still to come: "called for a strike on Friday". */
const DEMANDING: ReadonlySet<string> = new Set([
  'call for',
  'demand',
  'propose',
  'promise',
  'pledge',
  'vow',
  'predict',
  'forecast',
  'order',
  'suggest',
  'recommend',
])

/**
 * Returns the token after the time and the occasion between the object of a verb and the rest of its words: "on Monday"
 * of "urged residents on Monday to stay". Returns `at` if no time stands there.
 */
export const afterTimeOfReport = (context: Context, at: number, limit: number): number =>
  circumstancesEnd(context, at, limit)?.end ?? at

/** Times and occasions in a row, and whether the first is an occasion. */
interface Run {
  readonly end: number
  readonly isOccasion: boolean
}

/** Returns the run of times and occasions that begins at a token; undefined if it holds no time. */
function circumstancesEnd(context: Context, first: number, limit: number): Run | undefined {
  let at = first
  let isTimed = false
  for (;;) {
    const time = recentTimeEnd(context.tokens, at)
    const next = time > at ? time : occasionEnd(context, at)
    if (next === at || next > limit) break
    isTimed ||= time > at
    at = next
  }
  return isTimed ? { end: at, isOccasion: occasionEnd(context, first) > first } : undefined
}

/** Returns the token after an occasion of speech: "in a statement", "at a rally in Oslo"; `at` if there is none. */
function occasionEnd(context: Context, at: number): number {
  if (!/^(?:in|at|during)$/.test(lowerAt(context, at))) return at
  const phrase = nounPhraseOf(context, at + 1)
  if (phrase?.first !== at + 1 || !VENUE_NOUNS.has(lowerAt(context, phrase.head))) return at
  const place = /^(?:in|with|to)$/.test(lowerAt(context, phrase.last))
    ? nounPhraseOf(context, phrase.last + 1)
    : undefined
  return place?.first === phrase.last + 1 ? place.last : phrase.last
}

function holdsEvent(context: Context, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (EVENT_NOUNS.has(lowerAt(context, at))) return true
  return false
}
