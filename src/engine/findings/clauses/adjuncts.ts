/**
 * The words that may stand between a reporting verb and the reported words: adverbs, the hearer, times, places,
 * parentheses.
 */
import type { VerbCue } from '../../cues/verb-cues.ts'
import { recentTimeEnd } from '../../grammar/time-adverbial.ts'
import { type Frame, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, quotationEnd } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { isOpeningMark } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'

/** The longest parenthesis between a verb and its clause, in tokens. */
const PARENTHESIS_LENGTH = 15

/** Adverbs that begin a clause, and so do not belong to the verb before them. */
const BEGINNERS = new Set('not there only even once now then'.split(' '))

/** Returns the token after the adverbs at `index`, except adverbs that begin a clause. */
export function skipAdverbs(context: Context, index: number, limit: number): number {
  let at = index
  while (
    at < limit &&
    classAt(context, at) === WordClass.adverb &&
    !BEGINNERS.has(lowerAt(context, at)) &&
    lowerAt(context, at + 1) !== 'than'
  )
    at++
  return at
}

/** Returns the hearer at `at`, if the verb takes one; else null. */
export function hearerAt(context: Context, cue: VerbCue, at: number, limit: number): Range | null {
  if (rateOf(cue.verb, 'hearer') === 0 || cue.passive) return null
  const phrase = nounPhraseOf(context, at)
  if (!phrase || phrase.first !== at || isTimePhrase(context, phrase) || phrase.last > limit) return null
  const opensClause = verbGroupOf(context, phrase.last)?.form === 'finite'
  if (opensClause && rateOf(cue.verb, 'hearer') < 9) return null
  return { first: at, last: hearerEnd(context, cue, phrase.last) }
}

/**
 * Returns the end of the hearer with its complement ("told voters from Ohio"). A complement that opens the reported
 * words is left out ("told them of the plan").
 */
function hearerEnd(context: Context, cue: VerbCue, end: number): number {
  let last = afterTitle(context, end)
  for (;;) {
    const lower = lowerAt(context, last)
    const object = nounPhraseOf(context, last + 1)
    const counts = lower === 'of' && COUNTING.test(lowerAt(context, last - 1))
    if (!BELONGING.has(lower) || (cue.verb.frames.has(lower as Frame) && !counts)) return last
    if (!object || isTimePhrase(context, object)) return last
    last = object.last
  }
}

/** Returns the end of the programme of a broadcaster that is told: "told ABN's “The Hour” that". */
function afterTitle(context: Context, end: number): number {
  const own = context.quotationOf[end + 1] ?? -1
  const owns = classAt(context, end) === WordClass.possessive && own !== -1
  return owns && context.quotations[own]?.use === 'title' ? quotationEnd(context, end + 1) : end
}

const BELONGING = new Set(['of', 'from', 'for', 'with'])

/** Skips one time, place, adverb or parenthesis; returns `at` if there is none. */
export function skipAdjunct(context: Context, at: number, limit: number): number {
  const wordClass = classAt(context, at)
  if (wordClass === WordClass.adverb || opensTime(context, at)) return at + 1
  const phrase = nounPhraseOf(context, at)
  if (phrase && phrase.first === at && isTimePhrase(context, phrase)) return phrase.last
  if (wordClass === WordClass.preposition) {
    const time = nounPhraseOf(context, at + 1)
    if (time?.first === at + 1 && isTimePhrase(context, time)) return time.last
    const end = phraseEnd(context, at + 1, limit)
    const described = verbGroupOf(context, end)
    if (described && end > at + 1 && (described.form === 'participle' || isIssued(context, end)))
      return described.last
    return end > at + 1 ? end : at
  }
  const lower = lowerAt(context, at)
  if (lower !== ',' && lower !== '(') return at
  const closing = lower === ',' ? ',' : ')'
  for (let close = at + 1; close < limit && close < at + PARENTHESIS_LENGTH; close++) {
    if (lowerAt(context, close) !== closing) continue
    return lowerAt(context, close + 1) === 'that' || isOpeningMark(lowerAt(context, close + 1))
      ? close + 1
      : at
  }
  return at
}

/** Returns true for "released" in "a statement released late on Monday": the word describes a writing before it. */
export function isIssued(context: Context, at: number): boolean {
  const noun = nounPhraseOf(context, at - 1)
  const writing = noun?.last === at && ISSUED_NOUNS.has(lowerAt(context, noun.head))
  return writing && ISSUING.test(lowerAt(context, at))
}

const ISSUING =
  /^(?:released|issued|published|posted|filed|obtained|seen|sent|emailed|shared|broadcast|aired|made|read|dated|signed|submitted|provided)$/
const ISSUED_NOUNS = new Set(
  (
    'statement statements letter letters memo email e-mail post posts tweet tweets message messages note notes report reports study ' +
    'paper papers document documents filing filings record records interview remarks video recording speech article essay ' +
    'column op-ed newsletter affidavit complaint lawsuit petition comments'
  ).split(' '),
)

/** Returns true for "late" and "early" before a time: "said late on Tuesday", "told a meeting earlier this month". */
export const opensTime = (context: Context, at: number): boolean =>
  (/^(?:late|early)$/.test(lowerAt(context, at)) && classAt(context, at + 1) === WordClass.preposition) ||
  (/^(?:earlier|later)$/.test(lowerAt(context, at)) && recentTimeEnd(context.tokens, at) > at)

/** Pronouns that count hearers: "told none of the others". */
const COUNTING = /^(?:none|all|some|many|most|few|each|any|several|both|one|two)$/
