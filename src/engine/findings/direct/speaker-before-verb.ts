import type { NounPhrase } from '../../grammar/noun-phrase.ts'
import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import {
  isTimePhrase,
  nounPhraseOf,
  parenthesisStart,
  phraseBefore,
  verbGroupOf,
} from '../../reader/phrases.ts'
import { isClosingMark, isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { antecedentOfReducedRelative } from '../clauses/described-phrase.ts'
import { openingSubject } from '../clauses/opening-subject.ts'

/** The longest part of a clause that is read, in tokens. */
export const CLAUSE_REACH = 45

/**
 * Returns the speaker before the verb group at token `verb`, at or after `floor`. Skips adverbs, appositives,
 * parentheses and relative clauses ("Sir Ann Lee, who left in July, said").
 */
export function speakerBefore(context: Context, verb: number, floor: number): Range | undefined {
  const opened = openingSubject(context, verb, floor)
  if (opened) return opened
  const low = Math.max(floor, verb - CLAUSE_REACH)
  let at = verb - 1
  let close = verb
  while (at >= low) {
    const wordClass = classAt(context, at)
    const isAdverb = wordClass === WordClass.adverb || /^(?:first|last)$/.test(lowerAt(context, at))
    if (isAdverb || wordClass === WordClass.negation) at--
    else if (nounPhraseOf(context, at))
      return withParenthesis(subjectEndingAt(context, at + 1, verb, low), close, verb)
    else if (wordClass === WordClass.wh) return relativeSubject(context, at, verb)
    else if (lowerAt(context, at) === ',' && lowerAt(context, at - 1) === ')') at--
    else if (isClosingMark(lowerAt(context, at)) && lowerAt(context, at - 1) === ',') at--
    else if (lowerAt(context, at) === ',' || lowerAt(context, at) === ')' || isDash(lowerAt(context, at))) {
      const opened = parenthesisStart(context, at)
      if (opened === undefined || opened <= low) return adverbialBefore(context, at, low)
      if (close === verb) close = lowerAt(context, at) === ')' ? at + 1 : at
      at = opened - 1
    } else if (wordClass === WordClass.coordinator) return subjectOfCoordinated(context, at, low)
    else return subjectOverVerb(context, at, verb, low)
  }
  return undefined
}

/** Includes the appositive between the subject and the verb. */
const withParenthesis = (subject: Range | undefined, close: number, verb: number): Range | undefined =>
  subject && close < verb ? { first: subject.first, last: close } : subject

/** Returns the noun phrase with its relative pronoun. Examples: "a video that said", "a man who wrote". */
function relativeSubject(context: Context, pronoun: number, verb: number): Range {
  const head = phraseBefore(context, lowerAt(context, pronoun - 1) === ',' ? pronoun - 1 : pronoun)
  return { first: head?.first ?? pronoun, last: verb }
}

/**
 * Returns the subject beside a single comma. In "In a statement, Lee said" the subject follows the comma. After the
 * object of a verb, the comma separates two verbs of one subject: "Lee shut the door, turned and said".
 */
function adverbialBefore(context: Context, comma: number, low: number): Range | undefined {
  const phrase = comma - 1 >= low ? phraseBefore(context, comma) : undefined
  if (!phrase || phrase.first < low) return undefined
  return verbGroupOf(context, phrase.first - 1) && phrase.first > low
    ? subjectOfCoordinated(context, comma, low)
    : phrase
}

/** Returns the subject of the first of two verbs. A reporting verb is preferred. Example: "left early and said". */
function subjectOfCoordinated(context: Context, coordinator: number, low: number): Range | undefined {
  let nearest: VerbGroup | undefined
  for (let at = coordinator - 1; at >= low; at--) {
    const group = verbGroupOf(context, at)
    if (!group) continue
    at = group.first
    if (group.form !== 'finite') continue
    nearest ??= group
    if (!context.cueOf.has(context.grammar.verbGroupOf[at] ?? -1)) continue
    nearest = group
    break
  }
  return nearest && speakerBefore(context, nearest.first, low)
}

function subjectOverVerb(context: Context, at: number, verb: number, low: number): Range | undefined {
  const group = verbGroupOf(context, at)
  if (!group || group.first < low) return undefined
  const opener = classAt(context, group.first - 1)
  if (opener === WordClass.wh && group.first - 2 >= low)
    return subjectEndingAt(context, group.first - 1, verb, low)
  return speakerBefore(context, group.first, low)
}

function subjectEndingAt(context: Context, end: number, verb: number, low: number): Range | undefined {
  const phrase = phraseBefore(context, end)
  if (!phrase || phrase.first < low) return undefined
  const base = nounPhraseOf(context, phrase.first) as NounPhrase
  const left = phrase.first - 1
  if (isTimePhrase(context, base) && left >= low) return speakerBefore(context, phrase.first, low)
  const inRelative = left >= low && relativeHead(context, left, low)
  if (inRelative) return { first: inRelative.first, last: verb }
  const described = antecedentOfReducedRelative(context, phrase, low)
  if (described) return { first: described.first, last: end }
  if (left >= low && lowerAt(context, left) === ',' && base.kind === 'common') {
    const owner = appositiveOwner(context, left, low)
    if (owner) return { first: owner.first, last: end }
  }
  return { first: phrase.first, last: end }
}

/**
 * Returns the antecedent of a relative clause without commas, from its last phrase. Example: "the man who wrote it".
 */
function relativeHead(context: Context, at: number, low: number): Range | undefined {
  const group = verbGroupOf(context, at)
  if (!group || group.first - 2 < low || classAt(context, group.first - 1) !== WordClass.wh) return undefined
  return phraseBefore(context, group.first - 1)
}

/** Returns the name before a comma and a common noun phrase. Example: "Lee, a nurse said". */
function appositiveOwner(context: Context, comma: number, low: number): Range | undefined {
  const before = nounPhraseOf(context, comma - 1)
  if (before?.kind !== 'name' || before.first < low) return undefined
  const opensClause = before.first === low || classAt(context, before.first - 1) === WordClass.punctuation
  return opensClause ? { first: before.first, last: comma } : undefined
}
