/**
 * Subjects that open a clause, with appositives between commas before the verb: "Ann Lee, 42, a nurse from Ohio, said".
 */

import { canBe } from '../../lexicon/grammar/inflect.ts'
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { CALENDAR_WORDS } from '../../lexicon/names/calendar-words.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { isClosingMark } from '../../reader/punctuation.ts'
import { classAt, listsAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import { isIssued } from './adjuncts.ts'

/** The longest subject with its appositives, in tokens. */
const REACH = 45
/** The most phrases of time and place before the subject. */
const MOST_OPENERS = 3

/**
 * Returns the subject with its appositives, relative clauses and places, if a comma closes them before the verb at
 * `verb`; undefined if there is none.
 */
export function openingSubject(context: Context, verb: number, floor: number): Range | undefined {
  let close = verb - 1
  while (close > floor && classAt(context, close) === WordClass.adverb) close--
  const quoted = isClosingMark(lowerAt(context, close)) && lowerAt(context, close - 1) === ','
  if (!quoted && (lowerAt(context, close) !== ',' || context.quotationOf[close] !== -1)) return undefined
  const opening = Math.max(floor, sentenceAt(context, verb).firstToken)
  if (close - opening > REACH) return undefined
  const first = afterOpeners(context, opening, close)
  const end = first === undefined ? 0 : headEnd(context, first, close)
  if (first === undefined || lowerAt(context, end) !== ',' || end === close) return undefined
  for (let at = end; at < close; ) {
    const next = segmentEnd(context, at + 1, close)
    if (next === undefined) return undefined
    at = next
  }
  return { first, last: quoted ? close - 1 : close }
}

/** Returns the first token after conjunctions, adverbs, and phrases of time and place that open the sentence. */
function afterOpeners(context: Context, opening: number, close: number): number | undefined {
  let at = opening
  for (let passed = 0; passed < MOST_OPENERS; passed++) {
    const wordClass = classAt(context, at)
    if (wordClass === WordClass.coordinator || wordClass === WordClass.adverb) at++
    if (lowerAt(context, at) === ',') at++
    at = afterCircumstance(context, at, close)
    const phrase = nounPhraseOf(context, at)
    if (phrase?.first === at && isTimePhrase(context, phrase)) at = phrase.last
    else if (classAt(context, at) === WordClass.preposition) {
      const object = nounPhraseOf(context, at + 1)
      if (object?.first !== at + 1) return undefined
      if (isTimePhrase(context, object)) at = object.last
      else {
        const end = afterTime(context, phraseEnd(context, at + 1, close))
        if (lowerAt(context, end) !== ',') return undefined
        at = isPlace(context, end + 1) && lowerAt(context, end + 2) === ',' ? end + 2 : end
      }
    } else break
    if (lowerAt(context, at) === ',') at++
  }
  const phrase = nounPhraseOf(context, at)
  const isOne = lowerAt(context, at) === 'one' && lowerAt(context, at + 1) === 'of'
  const opens = phrase?.first === at && (isOne || (phrase.kind !== 'pronoun' && phrase.kind !== 'number'))
  return opens && at < close && !isTimePhrase(context, phrase) ? at : undefined
}

/** Returns the token after a time: "last Friday" of "At a meeting of bakers last Friday, Lee said", "dated 3 June". */
function afterTime(context: Context, end: number): number {
  let at = end
  if (isIssued(context, end)) at = classAt(context, end + 1) === WordClass.preposition ? end + 2 : end + 1
  const phrase = nounPhraseOf(context, at)
  return phrase?.first === at && isTimePhrase(context, phrase) ? phrase.last : at
}

/** The longest circumstance before the subject, in tokens. */
const LONGEST_CIRCUMSTANCE = 14

/** Returns the token after "Contacted by phone," or "Citing a report,"; `at` if no such words stand there. */
function afterCircumstance(context: Context, at: number, close: number): number {
  const group = verbGroupOf(context, at)
  if (group?.first !== at || group.last !== at + 1) return at
  const isParticipial = isParticiple(context, at) && classAt(context, at + 1) === WordClass.preposition
  if (group.form !== 'gerund' && !isParticipial) return at
  for (let next = group.last; next < Math.min(close, at + LONGEST_CIRCUMSTANCE); next++) {
    if (context.quotationOf[next] !== -1) return at
    if (verbGroupOf(context, next)?.form === 'finite' && !isIssued(context, next)) return at
    if (lowerAt(context, next) === ',') return next + 1
  }
  return at
}

const RELATIVE = /^(?:who|that)$/
/** The longest relative clause without commas after the subject, in tokens. */
const LONGEST_RELATIVE = 16

/** Returns the comma before the name of a person whom a relative clause describes: "A man who fled, Otto Lind, said". */
function relativeEnd(context: Context, first: number, close: number): number {
  for (let comma = first + 2; comma < Math.min(close, first + LONGEST_RELATIVE); comma++) {
    if (context.quotationOf[comma] !== -1) return first
    if (lowerAt(context, comma) !== ',') continue
    const name = nounPhraseOf(context, comma + 1)
    return name?.kind === 'name' && name.first === comma + 1 && name.last === close ? comma : first
  }
  return first
}

/** Returns the end of the subject's first phrase, with a bracket after it. */
function headEnd(context: Context, first: number, close: number): number {
  const end = phraseEnd(context, first, close)
  if (RELATIVE.test(lowerAt(context, end))) return relativeEnd(context, end, close)
  if (lowerAt(context, end) !== '(') return end
  let at = end
  while (at < close && lowerAt(context, at) !== ')') at++
  return at + 1
}

/** Returns the comma after the appositive, relative clause, age or place at `at`; undefined for anything else. */
function segmentEnd(context: Context, at: number, close: number): number | undefined {
  const relative = classAt(context, at) === WordClass.wh || isParticiple(context, at)
  if (classAt(context, at) === WordClass.coordinator || classAt(context, at) === WordClass.subordinator)
    return undefined
  let next = at
  while (next < close && (lowerAt(context, next) !== ',' || context.quotationOf[next] !== -1)) {
    if (!relative && verbGroupOf(context, next)?.form === 'finite') return undefined
    if (/^[;:—–]$/.test(lowerAt(context, next))) return undefined
    next++
  }
  const phrase = nounPhraseOf(context, at)
  if (phrase && (phrase.kind === 'pronoun' || CALENDAR_WORDS.has(lowerAt(context, at)))) return undefined
  return next > at ? next : undefined
}

const isPlace = (context: Context, index: number): boolean =>
  (listsAt(context, index) & Listed.place) !== 0 || classAt(context, index) === WordClass.name

/** Returns true for "led by the mayor" and "founded in May". */
function isParticiple(context: Context, at: number): boolean {
  const group = verbGroupOf(context, at)
  if (group?.first !== at || group.last !== at + 1) return false
  const describes = canBe(context.document.tokens[at]?.spelling.verb, VerbForm.participle)
  return describes && classAt(context, at + 1) === WordClass.preposition
}
