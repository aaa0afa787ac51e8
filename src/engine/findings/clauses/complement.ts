import type { VerbCue } from '../../cues/verb-cues.ts'
import { type Frame, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, quotationEnd } from '../../reader/context.ts'
import { nounPhraseOf, phraseEnd } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { hearerAt, skipAdjunct, skipAdverbs } from './adjuncts.ts'
import { distantThat, thatAfterRelative } from './distant-that.ts'
import { frameAt, opensInfinitive } from './frame.ts'
import { openingOfWords } from './opening-of-words.ts'
import { afterTimeOfReport } from './time-of-report.ts'

/** The complement of a reporting verb: its frame, its first token, and the hearer. */
export interface Complement {
  readonly frame: Frame
  /** The first token of the reported words. */
  readonly start: number
  readonly hearer: Range | null
}

/** The most phrases between a verb and its clause. */
const ADJUNCTS_PASSED = 5
/** The longest relative clause of a hearer, in tokens. */
const LONGEST_HEARER_CLAUSE = 24
/** The lowest rate, in tenths, at which a complement that is no clause is taken before a distant "that". */
const WEAK_RATE = 5
/** The lowest rate with a hearer, in tenths, at which a verb needs a hearer. */
const TELLING_RATE = 9

/** Returns the complement after the verb of a cue; undefined if nothing fits. */
export function complementOf(context: Context, cue: VerbCue, limit: number): Complement | undefined {
  let at = skipAdverbs(context, cue.last, limit)
  const hearer = hearerAt(context, cue, at, limit)
  if (hearer) at = afterAppositive(context, hearer.last)
  const told = toldThat(context, cue, at, hearer, limit)
  if (told) return told
  const opening = openingOfWords(context, cue, at, limit)
  if (opening !== undefined) return { frame: 'zero', start: opening, hearer }
  const order = hearer && rateOf(cue.verb, 'order') >= 5 ? afterHearerClause(context, at, limit) : undefined
  if (order !== undefined && hearer) return { frame: 'order', start: hearer.first, hearer }
  let weak: Complement | undefined
  for (let passed = 0; passed <= ADJUNCTS_PASSED && at < limit; passed++) {
    at = afterTitle(context, at)
    const described =
      hearer && lowerAt(context, at) === 'who' ? thatAfterRelative(context, at, limit) : undefined
    if (described !== undefined) return { frame: 'that', start: described, hearer }
    const frame = frameAt(context, cue, at, limit)
    if (frame) {
      const order = frame === 'infinitive' && hearer !== null
      const complement = order
        ? { frame: 'order' as const, start: startOfOrder(context, hearer, limit, true), hearer }
        : frame === 'order'
          ? orderAt(context, at, limit)
          : { frame, start: at, hearer }
      if (isStrong(frame)) return complement
      weak ??= complement
    }
    const asked = questionAfter(context, cue, at)
    if (asked !== undefined) return { frame: 'whether', start: asked, hearer }
    const next = skipAdjunct(context, at, limit)
    if (next === at || (!hearer && describesTopic(context, at, next))) break
    at = next
  }
  if (weak && rateOf(cue.verb, weak.frame) >= WEAK_RATE) return weak
  return thatClause(distantThat(context, cue, limit), hearer) ?? weak ?? thingPromised(context, cue, hearer)
}

/** Returns the order after a verb without a hearer, whose object is the person who is told: "urged them to wait". */
function orderAt(context: Context, at: number, limit: number): Complement {
  const told = { first: at, last: phraseEnd(context, at, limit) }
  return { frame: 'order', start: startOfOrder(context, told, limit, false), hearer: told }
}

/**
 * Returns the start of an order: its "to" if the time of the report stands before it, or if the verb takes no hearer
 * ("urged them to wait"); else the hearer, whom a verb of telling shares with the order ("told them to wait").
 */
function startOfOrder(context: Context, object: Range, limit: number, isTold: boolean): number {
  const after = afterTimeOfReport(context, object.last, limit)
  const isApart = after > object.last || !isTold
  return isApart && opensInfinitive(context, after) ? after : object.first
}

/** Returns what stood in the place of a hearer, if the verb needs none: "promised a country of peace". */
const thingPromised = (context: Context, { verb }: VerbCue, hearer: Range | null): Complement | undefined =>
  hearer &&
  classAt(context, hearer.first) !== WordClass.pronoun &&
  rateOf(verb, 'hearer') < TELLING_RATE &&
  rateOf(verb, 'object') > 0
    ? { frame: 'object', start: hearer.first, hearer: null }
    : undefined

/** Returns the question after "asked them a simple question: "; undefined if there is none. */
function questionAfter(context: Context, cue: VerbCue, at: number): number | undefined {
  const noun = cue.lemma === 'ask' ? nounPhraseOf(context, at) : undefined
  const asks = noun?.first === at && /^questions?$/.test(lowerAt(context, noun.head))
  return asks && lowerAt(context, noun.last) === ':' ? noun.last + 1 : undefined
}

/** Skips a title in quotation marks before "that". Example: "said on the show “Good Morning” that". */
function afterTitle(context: Context, at: number): number {
  const own = context.quotationOf[at] ?? -1
  if (own === -1 || context.quotations[own]?.use !== 'title') return at
  const after = quotationEnd(context, at)
  return lowerAt(context, after) === 'that' ? after : at
}

/** Returns true if the clause right after a topic describes the topic. Example: "said of the deal he had signed". */
function describesTopic(context: Context, from: number, to: number): boolean {
  const topical = lowerAt(context, from) === 'of' || lowerAt(context, from) === 'about'
  return topical && nounPhraseOf(context, to)?.kind === 'pronoun' && lowerAt(context, to - 1) !== ','
}

/**
 * Returns the complement with "that" after a verb that needs a hearer. "that" counts more than the phrases before it.
 * Example: "told a town hall in Ohio on Monday that".
 */
function toldThat(
  context: Context,
  cue: VerbCue,
  at: number,
  hearer: Range | null,
  limit: number,
): Complement | undefined {
  if (rateOf(cue.verb, 'hearer') !== TELLING_RATE || cue.passive) return undefined
  if (hearer && lowerAt(context, at) === 'to') return undefined
  if (hearer && lowerAt(context, at) === 'who')
    return thatClause(thatAfterRelative(context, at, limit), hearer)
  return cue.verb.frames.has(lowerAt(context, at) as Frame)
    ? undefined
    : thatClause(distantThat(context, cue, limit), hearer)
}

const thatClause = (start: number | undefined, hearer: Range | null): Complement | undefined =>
  start === undefined ? undefined : { frame: 'that', start, hearer }

const isStrong = (frame: Frame): boolean =>
  frame === 'that' || frame === 'zero' || frame === 'whether' || frame === 'infinitive' || frame === 'order'

/** Skips the name of a hearer between commas: "asked the baker, Ada Lund, whether it was open". */
function afterAppositive(context: Context, end: number): number {
  const name = lowerAt(context, end) === ',' ? nounPhraseOf(context, end + 1) : undefined
  return name?.kind === 'name' && name.first === end + 1 && lowerAt(context, name.last) === ','
    ? name.last + 1
    : end
}

/** Returns the "to" after a relative clause of the hearer: "asked Lee, who is ill, to leave". */
function afterHearerClause(context: Context, at: number, limit: number): number | undefined {
  if (lowerAt(context, at) !== ',' || !/^(?:who|which|whose)$/.test(lowerAt(context, at + 1)))
    return undefined
  for (let close = at + 3; close < Math.min(limit, at + LONGEST_HEARER_CLAUSE); close++)
    if (lowerAt(context, close) === ',')
      return classAt(context, close + 1) === WordClass.to ? close + 1 : undefined
  return undefined
}
