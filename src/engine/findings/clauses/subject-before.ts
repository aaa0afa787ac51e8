import { DAY_NAMES } from '../../lexicon/cues/time-words.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import {
  isTimePhrase,
  nounPhraseOf,
  parenthesisStart,
  phraseBefore,
  verbGroupOf,
} from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { sentenceStart } from './dateline.ts'
import { antecedentOfReducedRelative, antecedentOfRelative, phraseDescribedBy } from './described-phrase.ts'
import { openingSubject } from './opening-subject.ts'

/** Returns the subject before the verb group at `first`, with adverbs, times and parentheses skipped. */
export function subjectBefore(context: Context, first: number): Range | undefined {
  const floor = sentenceStart(context, first)
  const nearest = openingSubject(context, first, floor) ?? nearestSubject(context, first, floor)
  return nearest && (withPartner(context, nearest, floor) ?? nearest)
}

/** Returns two speakers from the first, although a description follows it. Example: "Ann Lee, 45, and Tom Fox said". */
function withPartner(context: Context, { first, last }: Range, floor: number): Range | undefined {
  if (lowerAt(context, first - 1) !== 'and' || lowerAt(context, first - 2) !== ',') return undefined
  const open = parenthesisStart(context, first - 2)
  const partner = open === undefined ? undefined : phraseBefore(context, open)
  if (open === undefined || partner?.first !== floor) return undefined
  for (let at = open; at < first; at++) if (verbGroupOf(context, at)) return undefined
  return { first: partner.first, last }
}

/** The longest relative clause between a subject and its verb, in tokens. */
const RELATIVE_LOOK = 12

/** Returns the subject of "The officers whose plans were refused say": the phrase before the relative clause. */
function ownerOfRelative(context: Context, verb: number, floor: number): Range | undefined {
  for (let at = verb - 1; at > Math.max(floor, verb - RELATIVE_LOOK); at--) {
    if (context.quotationOf[at] !== -1 || /^[,;:—–]$/.test(lowerAt(context, at))) return undefined
    if (!/^(?:who|whose)$/.test(lowerAt(context, at))) continue
    const owner = phraseBefore(context, at)
    return owner?.first === floor ? owner : undefined
  }
  return undefined
}

function nearestSubject(context: Context, first: number, floor: number): Range | undefined {
  const at = skipLeft(context, first - 1, floor)
  if (at < floor) return undefined
  const lower = lowerAt(context, at)
  if (lower === ',' || lower === ')' || isDash(lower)) {
    const owner =
      phraseDescribedBy(context, at) ?? (lower === ',' ? phraseDescribedBy(context, at - 1) : undefined)
    const last = lower === ')' ? at + 1 : at
    return owner && !isTimeOnly(context, owner) ? { first: owner.first, last } : undefined
  }
  const described = verbGroupOf(context, at)
  const owner = described ? ownerOfRelative(context, described.first, floor) : undefined
  if (owner) return { first: owner.first, last: first }
  if (described && (described.form === 'participle' || at < first - 1))
    return phraseBefore(context, described.first)
  const isRelative = classAt(context, at) === WordClass.wh
  if (isRelative) return { first: at, last: at + 1 }
  const phrase = phraseBefore(context, /^(?:him|her|it|them)sel/.test(lowerAt(context, at)) ? at : at + 1)
  if (!phrase || isInPrepositionalPhrase(context, phrase, floor) || isDayAfterJoint(context, phrase))
    return undefined
  return (
    antecedentOfRelative(context, phrase, floor) ??
    antecedentOfReducedRelative(context, phrase, floor) ??
    phrase
  )
}

/**
 * Returns true if a conjunction and a preposition stand before a phrase. The phrase is then no subject. Example: "left
 * early, but in a later interview said".
 */
function isInPrepositionalPhrase(context: Context, { first }: Range, floor: number): boolean {
  let at = first - 1
  while (
    at > floor &&
    (classAt(context, at) === WordClass.adverb || classAt(context, at) === WordClass.determiner)
  )
    at--
  if (/^(?:least|most|all)$/.test(lowerAt(context, at + 1)) || DAY_NAMES.has(lowerAt(context, first)))
    return false
  return (
    at > floor &&
    PLACE_PREPOSITIONS.has(lowerAt(context, at)) &&
    classAt(context, at - 1) === WordClass.coordinator
  )
}

/** Returns true for the day of a second verb: "Lee opened the mill and on Monday announced". */
const isDayAfterJoint = (context: Context, range: Range): boolean =>
  isTimeOnly(context, range) &&
  lowerAt(context, range.first - 1) === 'on' &&
  classAt(context, range.first - 2) === WordClass.coordinator

const PLACE_PREPOSITIONS = new Set('in at on during'.split(' '))

/** Returns true for the object of a preposition, which is no subject. Example: "makers of drugs like Valar were". */
export function isPrepositionalObject(context: Context, { first }: Range): boolean {
  const before = lowerAt(context, first - 1)
  if (classAt(context, first - 1) !== WordClass.preposition || CLAUSE_OPENERS.has(before) || before === 'of')
    return false
  const phrase = nounPhraseOf(context, first)
  const dated = phrase?.kind === 'name' && DAY_NAMES.has(lowerAt(context, first))
  return !dated && classAt(context, first) !== WordClass.number
}

/** Prepositions that open a clause before a subject and its verb. */
export const CLAUSE_OPENERS = new Set('as after before since until because than'.split(' '))

const isTimeOnly = (context: Context, range: Range): boolean => {
  const phrase = nounPhraseOf(context, range.last - 1)
  return phrase !== undefined && phrase.first === range.first && isTimePhrase(context, phrase)
}

/** Skips adverbs and times to the left: "on Tuesday", "Wednesday night". */
function skipLeft(context: Context, from: number, floor: number): number {
  let at = from
  while (at >= floor) {
    if (
      classAt(context, at) === WordClass.adverb ||
      /^(?:first|last)$/.test(lowerAt(context, at)) ||
      isFloating(context, at, floor)
    ) {
      at--
      continue
    }
    const phrase = nounPhraseOf(context, at)
    if (!phrase || phrase.last !== at + 1 || !isTimePhrase(context, phrase)) return at
    const counted = startOfCount(context, phrase.first)
    const preposition = classAt(context, counted - 1) === WordClass.preposition
    const before = preposition ? counted - 2 : counted - 1
    const mark = lowerAt(context, before)
    if (before < floor || !(isPhraseOrVerb(context, before) || mark === ',' || mark === ')')) return at
    if (mark === ',' && !closesParenthesis(context, before)) return at
    at = before
  }
  return at
}

/** Returns true for "both" after the subjects that it sums up: "Ann Lee and Tom Fox both denied". */
const isFloating = (context: Context, at: number, floor: number): boolean =>
  at > floor &&
  /^(?:both|all|each)$/.test(lowerAt(context, at)) &&
  (nounPhraseOf(context, at - 1)?.last === at || classAt(context, at - 1) === WordClass.wh)

/** Returns the first token of the quantity. Examples: "less than two weeks ago", "about a year later". */
function startOfCount(context: Context, first: number): number {
  if (lowerAt(context, first - 1) === 'than') return first - 2
  return /^(?:about|almost|nearly|over|roughly|some|just|only)$/.test(lowerAt(context, first - 1))
    ? first - 1
    : first
}

const isPhraseOrVerb = (context: Context, at: number): boolean =>
  nounPhraseOf(context, at) !== undefined ||
  context.grammar.verbGroupOf[at] !== -1 ||
  classAt(context, at) === WordClass.wh

const closesParenthesis = (context: Context, close: number): boolean => {
  const open = parenthesisStart(context, close)
  return open !== undefined && phraseBefore(context, open) !== undefined
}
