/** Noun phrases with complements, appositives and relative clauses. The grammar's base phrases have none of these. */

import type { NounPhrase } from '../grammar/noun-phrase.ts'
import type { VerbGroup } from '../grammar/verb-group.ts'
import { rateOf } from '../lexicon/cues/reporting-lexicon.ts'
import { DAY_NAMES, TIME_WORDS } from '../lexicon/cues/time-words.ts'
import { VENUE_NOUNS } from '../lexicon/cues/venues.ts'
import { WordClass } from '../lexicon/grammar/word-class.ts'
import type { Context } from './context.ts'
import { isDash } from './punctuation.ts'
import { classAt, lowerAt, type Range, sentenceAt } from './words.ts'

/** The longest noun phrase, in tokens. */
const LONGEST_PHRASE = 50

/** Returns the noun phrase that holds a token; undefined if there is none. */
export function nounPhraseOf({ grammar }: Context, index: number): NounPhrase | undefined {
  const phrase = grammar.nounPhraseOf[index] ?? -1
  return phrase < 0 ? undefined : grammar.nounPhrases[phrase]
}

/** Returns the verb group that holds a token; undefined if there is none. */
export function verbGroupOf({ grammar }: Context, index: number): VerbGroup | undefined {
  const group = grammar.verbGroupOf[index] ?? -1
  return group < 0 ? undefined : grammar.verbGroups[group]
}

const YEAR = /^(?:1[5-9]|20)\d\d$/

/** Returns true if a finite verb stands among the tokens. */
export function holdsFiniteVerb(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

/** Returns true for a phrase of time: "Tuesday", "last week", "2012", but not for "the Harbour Times". */
export function isTimePhrase(context: Context, phrase: NounPhrase): boolean {
  const head = lowerAt(context, phrase.head)
  if (head === 'times' && phrase.kind === 'name') return false
  return TIME_WORDS.has(head) || YEAR.test(head)
}

export const isDayName = (lower: string): boolean => DAY_NAMES.has(lower)

/**
 * Returns the noun phrase that ends before token `end`, from the start of the phrase that it complements: "a spokesman
 * for the mayor", "officials in Ohio", "a survey released by the paper". Undefined if no noun phrase ends there.
 */
export function phraseBefore(context: Context, end: number): Range | undefined {
  if (lowerAt(context, end - 1) === ')') {
    const open = parenthesisStart(context, end - 1)
    const owner = open === undefined ? undefined : phraseBefore(context, open)
    return owner && { first: owner.first, last: end }
  }
  const base = nounPhraseOf(context, end - 1)
  if (!base || base.last !== end) return undefined
  if (REFLEXIVE.test(lowerAt(context, end - 1)) && nounPhraseOf(context, end - 2)) {
    const owner = phraseBefore(context, end - 1)
    return owner && { first: owner.first, last: end }
  }
  const floor = Math.max(sentenceAt(context, base.first).firstToken, base.first - LONGEST_PHRASE)
  let first = base.first
  for (;;) {
    const longer = phraseComplementedBy(context, first, floor)
    if (longer === undefined) return { first, last: end }
    first = longer
  }
}

/** Reflexive pronouns. "Lee himself" is Lee. */
const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/

/** Prepositions that open a clause or a circumstance, not a complement of a noun. */
const CLAUSAL = new Set(
  'after before since until till as than like unlike despite because during amid'.split(' '),
)

/**
 * Returns the start of the phrase that the phrase at `first` complements. "of", "for", "released by" or "and" stands
 * between the two.
 */
function phraseComplementedBy(context: Context, first: number, floor: number): number | undefined {
  let at = first - 1
  if (at <= floor) return undefined
  if (classAt(context, at) === WordClass.coordinator && lowerAt(context, at) !== 'but') {
    return coordinated(context, first, at, floor)
  }
  if (classAt(context, at) !== WordClass.preposition || CLAUSAL.has(lowerAt(context, at))) return undefined
  at--
  const group = verbGroupOf(context, at)
  if (group?.form === 'participle') at = group.first - 1
  else if (classAt(context, at) === WordClass.adjective && !nounPhraseOf(context, at)) {
    at--
    if (lowerAt(context, at) === 'in' || lowerAt(context, at) === 'at') at--
  }
  const before = nounPhraseOf(context, at)
  if (!before || before.first < floor || before.last !== at + 1) return undefined
  return isTimePhrase(context, before) ? undefined : before.first
}

/**
 * Returns the start of the first of two coordinated phrases, unless the first is the object of another verb. Example:
 * "Smith and Jones said".
 */
function coordinated(context: Context, first: number, at: number, floor: number): number | undefined {
  const before = nounPhraseOf(context, at - 1)
  const after = nounPhraseOf(context, first)
  if (!before || !after || before.first < floor) return undefined
  const link = classAt(context, before.first - 1)
  if (after.kind === 'name' && (link === WordClass.preposition || link === WordClass.coordinator)) {
    const chain = phraseBefore(context, at)
    return chain && chain.first < before.first && opensClause(context, chain.first, floor)
      ? chain.first
      : undefined
  }
  const place = placeInList(context, before.first, floor)
  if (place !== undefined) return place
  return opensClause(context, before.first, floor) ? before.first : undefined
}

/** Returns the start of the phrase with the first place of a list: "Workers in Holm, Tarn and Upper Mill". */
function placeInList(context: Context, first: number, floor: number): number | undefined {
  if (lowerAt(context, first - 1) !== ',') return undefined
  const place = nounPhraseOf(context, first - 2)
  if (place?.kind !== 'name' || !/^(?:in|from|of|at)$/.test(lowerAt(context, place.first - 1)))
    return undefined
  const chain = phraseBefore(context, first - 1)
  return chain && chain.first < place.first && opensClause(context, chain.first, floor)
    ? chain.first
    : undefined
}

/** The lowest rate without "that", in tenths, at which a verb opens a clause. */
const CLAUSE_RATE = 8

function opensClause(context: Context, first: number, floor: number): boolean {
  const left = classAt(context, first - 1)
  if (first === floor || left === WordClass.punctuation || left === WordClass.subordinator) return true
  const cue = context.cueOf.get(context.grammar.verbGroupOf[first - 1] ?? -1)
  return cue !== undefined && rateOf(cue.verb, 'zero') >= CLAUSE_RATE && rateOf(cue.verb, 'hearer') === 0
}

/**
 * Returns the end of the noun phrase that begins at `first`, with its complements to the right: "the mayor of a
 * town".
 */
export function phraseEnd(context: Context, first: number, limit: number): number {
  const base = nounPhraseOf(context, first)
  if (!base || base.first !== first) return first
  let end = base.last
  while (end < limit && end - first < LONGEST_PHRASE) {
    if (base.kind === 'name' && opensVenue(context, end)) break
    const next = rightComplement(context, end, limit)
    if (next === end) break
    end = next
  }
  return end
}

/** Returns true for an occasion after a name, which is no part of the name: "Lee in a report". */
function opensVenue(context: Context, at: number): boolean {
  if (!/^(?:in|at|on|during)$/.test(lowerAt(context, at))) return false
  const object = nounPhraseOf(context, at + 1)
  return (
    object !== undefined &&
    classAt(context, object.first) === WordClass.determiner &&
    VENUE_NOUNS.has(lowerAt(context, object.head))
  )
}

function rightComplement(context: Context, end: number, limit: number): number {
  if (classAt(context, end) !== WordClass.preposition) return end
  const object = nounPhraseOf(context, end + 1)
  if (!object || object.last > limit || isTimePhrase(context, object)) return end
  const opensClause =
    CLAUSAL.has(lowerAt(context, end)) && verbGroupOf(context, object.last)?.form === 'finite'
  return opensClause ? end : object.last
}

/**
 * Returns the opening mark of a parenthesis that a comma, a dash or a bracket at token `close` closes; undefined if
 * none is near.
 */
export function parenthesisStart(context: Context, close: number): number | undefined {
  const mark = lowerAt(context, close)
  const opens = mark === ')' ? '(' : mark === ',' ? ',' : isDash(mark) ? 'dash' : undefined
  if (!opens) return undefined
  const floor = Math.max(sentenceAt(context, close).firstToken, close - LONGEST_PHRASE)
  let depth = 0
  for (let at = close - 1; at > floor; at--) {
    const lower = lowerAt(context, at)
    if (lower === ')' && opens !== '(') depth++
    else if (lower === '(' && depth > 0) depth--
    else if (depth === 0 && (opens === 'dash' ? isDash(lower) : lower === opens)) return at
  }
  return undefined
}
