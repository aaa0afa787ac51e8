/** Verbs that look like cues and report nothing: names, calls, orders, what an office is told. */
import type { VerbCue } from '../../cues/verb-cues.ts'
import type { Frame } from '../../lexicon/cues/reporting-lexicon.ts'
import { PROPERTY_NOUNS } from '../../lexicon/cues/topics.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { holdsQuotation } from './lead.ts'

/**
 * Returns true if the verb reports nothing: it only names ("a group called"), its object stands before it ("the plan he
 * proposed"), or it is an order.
 */
export function isNoReport(context: Context, cue: VerbCue, speaker: Range, frame: Frame): boolean {
  if (lowerAt(context, speaker.first) === 'you' || lowerAt(context, cue.first - 1) === 'worth') return true
  if (frame !== 'object' && frame !== 'infinitive' && frame !== 'zero') return false
  if (cue.lemma === 'declare' && frame === 'object' && namesProperty(context, cue)) return true
  if (cue.lemma === 'call' && cue.verb.particles.length === 0 && isVisit(context, cue)) return true
  const before = nounPhraseOf(context, speaker.first - 1)
  const pronoun = nounPhraseOf(context, speaker.first)?.kind === 'pronoun'
  const contact = before && pronoun && classAt(context, before.first - 1) !== WordClass.preposition
  const ownVerb = frame === 'zero' && verbGroupOf(context, cue.last)?.form === 'finite'
  if (contact && !ownVerb && !isTimePhrase(context, before)) return true
  const named = NAMING.has(cue.lemma) ? nounPhraseOf(context, cue.first - 1) : undefined
  return named !== undefined && /^an?$/.test(lowerAt(context, named.first))
}

/**
 * Returns true for an estimate: "put the number of dead at twelve", "put the chance at one in four". Only then does
 * "put" report the tokens from `start` to `end`.
 */
export function estimates(context: Context, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 1; at++) {
    if (lowerAt(context, at) !== 'at') continue
    const size = /^(?:about|around|more|less|over|under|nearly|almost|some|only|just)$/.test(
      lowerAt(context, at + 1),
    )
    const number = lowerAt(context, at + 2) === 'than' ? at + 3 : size ? at + 2 : at + 1
    return classAt(context, number) === WordClass.number || /^[$€£¥]/.test(lowerAt(context, number))
  }
  return false
}

/** Returns true for what a person declares to an office: "declared the gifts", "declared an income of 4,000". */
function namesProperty(context: Context, { last }: VerbCue): boolean {
  const object = nounPhraseOf(context, last)
  return object?.first === last && PROPERTY_NOUNS.has(lowerAt(context, object.head))
}

/** Returns true for a call by telephone or for help: "called both men on Tuesday", "will call Lena Voss, the clerk". */
function isVisit(context: Context, { last }: VerbCue): boolean {
  const end = phraseEnd(context, last, last + LONGEST_OBJECT)
  if (end === last) return false
  const time = nounPhraseOf(context, end)
  if (time?.first === end && isTimePhrase(context, time)) return true
  if (lowerAt(context, end) === ',' && namesAfterAppositive(context, end + 1)) return false
  return (
    context.quotationOf[end] === -1 &&
    /^[.,;]$/.test(lowerAt(context, end)) &&
    !holdsQuotation(context, last, end + 2)
  )
}

/** Returns true for "called Lee, his rival, a fool": an appositive between commas, then what the person is called. */
function namesAfterAppositive(context: Context, first: number): boolean {
  for (let comma = first + 1; comma < first + LONGEST_OBJECT; comma++) {
    if (context.quotationOf[comma] !== -1 || verbGroupOf(context, comma)?.form === 'finite') return false
    if (lowerAt(context, comma) === ',') return /^an?$/.test(lowerAt(context, comma + 1))
  }
  return false
}

/** The longest object of a telephone call, in tokens. */
const LONGEST_OBJECT = 12

const NAMING = new Set(['call', 'dub', 'label', 'term'])
