import type { VerbCue } from '../../cues/verb-cues.ts'
import { type Frame, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, quotationEnd } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { isDash, isOpeningMark } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { hearerAt, skipAdjunct, skipAdverbs } from './adjuncts.ts'
import { finiteVerbFollows, frameAt, judgesThing } from './frame.ts'
import { openingSubject } from './opening-subject.ts'

/** The complement of a reporting verb: its frame, its first token, and the hearer. */
export interface Complement {
  readonly frame: Frame
  /** The first token of the reported words. */
  readonly start: number
  readonly hearer: Range | null
}

/** The most phrases between a verb and its clause. */
const ADJUNCTS_PASSED = 5
/** The longest distance from a verb to its "that", in tokens, if the verb often takes "that". */
const DISTANCE = 24
const DISTANT_RATE = 7
/** The lowest rate with a hearer, in tenths, at which a verb needs a hearer. */
const TELLING_RATE = 9

/** Returns the complement after the verb of a cue; undefined if nothing fits. */
export function complementOf(context: Context, cue: VerbCue, limit: number): Complement | undefined {
  let at = skipAdverbs(context, cue.last, limit)
  const hearer = hearerAt(context, cue, at, limit)
  if (hearer) at = afterAppositive(context, hearer.last)
  const told = toldThat(context, cue, at, hearer, limit)
  if (told) return told
  const supposed =
    conditionAt(context, cue, at, limit) ??
    openerAt(context, cue, at, limit) ??
    asideAt(context, cue, at, limit)
  if (supposed !== undefined) return { frame: 'zero', start: supposed, hearer }
  const order = hearer && rateOf(cue.verb, 'order') >= 5 ? afterHearerClause(context, at, limit) : undefined
  if (order !== undefined && hearer) return { frame: 'order', start: hearer.first, hearer }
  let weak: Complement | undefined
  for (let passed = 0; passed <= ADJUNCTS_PASSED && at < limit; passed++) {
    at = afterTitle(context, at)
    const described =
      hearer && lowerAt(context, at) === 'who' && thatAfterRelative(context, at, hearer, limit)
    if (described) return described
    const frame = frameAt(context, cue, at, limit)
    if (frame) {
      const order = frame === 'infinitive' && hearer !== null
      const complement = order
        ? { frame: 'order' as const, start: hearer.first, hearer }
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
  if (weak && rateOf(cue.verb, weak.frame) >= DISTANT_RATE - 2) return weak
  return distantThat(context, cue, hearer, limit) ?? weak
}

/** Returns the question after "asked them a simple question: "; undefined if there is none. */
function questionAfter(context: Context, cue: VerbCue, at: number): number | undefined {
  const noun = cue.lemma === 'ask' ? nounPhraseOf(context, at) : undefined
  const asks = noun?.first === at && /^questions?$/.test(lowerAt(context, noun.head))
  return asks && lowerAt(context, noun.last) === ':' ? noun.last + 1 : undefined
}

/** Words that open a condition inside the reported words, before its main clause. */
const CONDITIONS = new Set('if because unless although'.split(' '))
const LONGEST_CONDITION = 16

/**
 * Returns the first token of the condition or reason after a verb; undefined if there is none. Examples: "said, if
 * elected, she would go", "said because it rained, they had left".
 */
function conditionAt(context: Context, cue: VerbCue, at: number, limit: number): number | undefined {
  if (rateOf(cue.verb, 'zero') < DISTANT_RATE) return undefined
  const start = lowerAt(context, at) === ',' ? at + 1 : at
  const word = /^(?:just|even|only)$/.test(lowerAt(context, start)) ? start + 1 : start
  if (!CONDITIONS.has(lowerAt(context, word))) return undefined
  const end = Math.min(limit, start + LONGEST_CONDITION)
  for (let comma = start + 1; comma < end; comma++) {
    if (context.quotationOf[comma] !== -1) return undefined
    if (lowerAt(context, comma) !== ',') continue
    const next = isOpeningMark(lowerAt(context, comma + 1)) ? comma + 2 : comma + 1
    return finiteVerbFollows(context, phraseEnd(context, next, limit)) ? start : undefined
  }
  return undefined
}

/**
 * Returns the first token of reported words after an aside between commas: "says, win or lose, he will stay". An
 * aside that opens with a preposition or a participle tells where or how they were said.
 */
function asideAt(context: Context, cue: VerbCue, at: number, limit: number): number | undefined {
  if (rateOf(cue.verb, 'zero') < DISTANT_RATE || at !== cue.last || lowerAt(context, at) !== ',')
    return undefined
  const opening = classAt(context, at + 1)
  if (opening !== WordClass.noun && opening !== WordClass.adjective) return undefined
  const end = Math.min(limit, at + LONGEST_CONDITION)
  for (let comma = at + 2; comma < end; comma++) {
    if (context.quotationOf[comma] !== -1 || verbGroupOf(context, comma)?.form === 'finite') return undefined
    if (lowerAt(context, comma) === ',')
      return opensMainClause(context, comma + 1, limit) ? at + 1 : undefined
  }
  return undefined
}

/** The longest phrase or clause that opens the reported clause, in tokens. */
const LONGEST_OPENER = 16
/** Words that open a clause of time inside the reported words. */
const TIMES = new Set(['after', 'before', 'since', 'until'])

/**
 * Returns the first token of reported words that open with a phrase or a clause of time; undefined if they do not.
 * Examples: "said without the figures, nobody could judge", "said after the council had voted he would leave". A phrase
 * of time tells when the words were said: "said in the early hours of Sunday, he was called".
 */
function openerAt(context: Context, cue: VerbCue, at: number, limit: number): number | undefined {
  if (rateOf(cue.verb, 'zero') < DISTANT_RATE || classAt(context, at) !== WordClass.preposition)
    return undefined
  if (cue.verb.frames.has(lowerAt(context, at) as Frame)) return undefined
  if (lowerAt(context, cue.first - 1) === ',' && !openingSubject(context, cue.first, 0)) return undefined
  const opened = verbGroupOf(context, phraseEnd(context, at + 1, limit))
  const isClause = opened?.form === 'finite' && TIMES.has(lowerAt(context, at))
  const end = Math.min(limit, at + LONGEST_OPENER)
  for (let next = isClause ? opened.last : at + 2; next < end; next++) {
    if (context.quotationOf[next] !== -1 || lowerAt(context, next) === 'that') return undefined
    if (!isClause && verbGroupOf(context, next)?.form === 'finite') return undefined
    const comma = lowerAt(context, next) === ','
    if (!comma && !isClause) continue
    const subject = comma ? next + 1 : next
    if (opensMainClause(context, subject, limit))
      return !isClause && tellsTime(context, at + 1) ? subject : at
    if (comma) return undefined
  }
  return undefined
}

/** Returns true for a subject with its verb, unless the verb reports. */
function opensMainClause(context: Context, at: number, limit: number): boolean {
  const subject = nounPhraseOf(context, at)
  if (subject?.first !== at || context.cueOf.has(context.grammar.verbGroupOf[subject.last] ?? -1))
    return false
  return finiteVerbFollows(context, phraseEnd(context, at, limit))
}

function tellsTime(context: Context, at: number): boolean {
  const object = nounPhraseOf(context, at)
  return object?.first === at && isTimePhrase(context, object)
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
  if (hearer && lowerAt(context, at) === 'who') return thatAfterRelative(context, at, hearer, limit)
  return cue.verb.frames.has(lowerAt(context, at) as Frame)
    ? undefined
    : distantThat(context, cue, hearer, limit)
}

/**
 * Returns the complement with "that" if no other clause stands before it. Example: "said, while she spoke in Ohio,
 * that".
 */
function distantThat(
  context: Context,
  cue: VerbCue,
  hearer: Range | null,
  limit: number,
): Complement | undefined {
  if (rateOf(cue.verb, 'that') < DISTANT_RATE) return undefined
  const end = Math.min(limit, cue.last + DISTANCE)
  const object = rateOf(cue.verb, 'hearer') === 0 && nounPhraseOf(context, cue.last)?.first === cue.last
  for (let at = cue.last; at < end; at++) {
    if (object && lowerAt(context, at) === ',') return undefined
    if (context.quotationOf[at] !== -1) continue
    if (opensThatClause(context, at)) return { frame: 'that', start: at, hearer }
    const beyond = at === cue.last ? afterDashes(context, at, end) : undefined
    if (beyond !== undefined) return { frame: 'that', start: beyond, hearer }
    if (verbGroupOf(context, at)?.form === 'finite' || lowerAt(context, at) === ';') return undefined
    if (opensOwnReport(context, at)) return undefined
  }
  return undefined
}

/** Returns the "that" after words between dashes: "said — in a post, as it happens — that". */
function afterDashes(context: Context, at: number, end: number): number | undefined {
  if (!isDash(lowerAt(context, at))) return undefined
  for (let close = at + 2; close < end; close++)
    if (isDash(lowerAt(context, close))) return lowerAt(context, close + 1) === 'that' ? close + 1 : undefined
  return undefined
}

/** Returns true for a "that" with a subject: not for "areas that do not pay", "Finding that difficult, she left". */
const opensThatClause = (context: Context, at: number): boolean =>
  lowerAt(context, at) === 'that' &&
  classAt(context, at) === WordClass.subordinator &&
  verbGroupOf(context, at + 1)?.form !== 'finite' &&
  !judgesThing(context, at)

/**
 * Returns true for a reporting participle after a comma, which begins a report of its own. Example: ", arguing that".
 */
function opensOwnReport(context: Context, at: number): boolean {
  const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
  return cue?.form === 'gerund' && lowerAt(context, cue.first - 1) === ','
}

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
  for (let close = at + 3; close < Math.min(limit, at + DISTANCE); close++)
    if (lowerAt(context, close) === ',')
      return classAt(context, close + 1) === WordClass.to ? close + 1 : undefined
  return undefined
}

/** Reads "told the men who held the bridge that it rained": skips the relative clause of the hearer. */
function thatAfterRelative(
  context: Context,
  who: number,
  hearer: Range,
  limit: number,
): Complement | undefined {
  for (let at = who + 1; at < Math.min(limit, who + DISTANCE); at++) {
    if (lowerAt(context, at) === ',' || context.quotationOf[at] !== -1) return undefined
    if (lowerAt(context, at) === 'that' && classAt(context, at) === WordClass.subordinator)
      return { frame: 'that', start: at, hearer }
  }
  return undefined
}
