/** How reported words without "that" may open before their main clause: a condition, a phrase, a time, an aside. */
import type { VerbCue } from '../../cues/verb-cues.ts'
import { type Frame, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { isOpeningMark } from '../../reader/punctuation.ts'
import { classAt, lowerAt } from '../../reader/words.ts'
import { finiteVerbFollows } from './frame.ts'
import { openingSubject } from './opening-subject.ts'

/** The lowest rate, in tenths, of a clause without "that" at which its words may open so. */
const DISTANT_RATE = 7

/** Returns the first token of reported words that do not open with their main clause; undefined if they do. */
export const openingOfWords = (
  context: Context,
  cue: VerbCue,
  at: number,
  limit: number,
): number | undefined =>
  rateOf(cue.verb, 'zero') < DISTANT_RATE
    ? undefined
    : (conditionAt(context, at, limit) ??
      openerAt(context, cue, at, limit) ??
      asideAt(context, cue, at, limit))

/** Words that open a condition inside the reported words, before its main clause. */
const CONDITIONS = new Set('if because unless although'.split(' '))
const LONGEST_CONDITION = 16

/**
 * Returns the first token of the condition or reason after a verb; undefined if there is none. Examples: "said, if
 * elected, she would go", "said because it rained, they had left".
 */
function conditionAt(context: Context, at: number, limit: number): number | undefined {
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
  if (at !== cue.last || lowerAt(context, at) !== ',') return undefined
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
 * Examples: "said without the figures, no one could judge", "said after the council had voted he would leave". A phrase
 * of time tells when the words were said: "said in the early hours of Sunday, he was called".
 */
function openerAt(context: Context, cue: VerbCue, at: number, limit: number): number | undefined {
  if (classAt(context, at) !== WordClass.preposition) return undefined
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
