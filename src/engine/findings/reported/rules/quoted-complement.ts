import type { VerbCue } from '../../../cues/verb-cues.ts'
import { COMPLEMENT_FRAMES, JUDGING_VERBS } from '../../../lexicon/cues/judging-verbs.ts'
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { phraseEnd, verbGroupOf } from '../../../reader/phrases.ts'
import { isComma } from '../../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../../reader/words.ts'
import { hearerAt, skipAdverbs } from '../../clauses/adjuncts.ts'
import { phraseContentEnd, sentenceLimit } from '../../clauses/content-end.ts'
import { subjectOf } from '../../clauses/subject.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'
import { canTakeClause } from './clause-after.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The longest distance from the verb to the quoted words, in tokens. */
const LOOK = 12
/** The lowest rate, in tenths, at which a verb reports with quoted words in its complement. */
const MINIMUM_RATE = 3

/**
 * Finds quoted words in the complement of a naming or judging verb: "She called that “a joke”", "He questioned the
 * mayor's “city values”". Without quoted words, such a verb reports nothing.
 */
export function quotedComplement({ context, cue }: RuleInput): RuleResult {
  if (cue.passive || !canTakeClause(context, cue) || !reportsQuotedWords(cue)) return undefined
  const limit = sentenceLimit(context, cue.first)
  const after = skipAdverbs(context, cue.last, limit)
  const hearer = hearerAt(context, cue, after, limit)
  const told = hearer !== null && opensSpeech(context, hearer.last)
  const first = told ? hearer.last : after
  if (classAt(context, first) === WordClass.preposition && !isFrame(lowerAt(context, first))) return undefined
  if (!told && !holdsQuotedObject(context, first, Math.min(limit, first + LOOK))) return undefined
  const speaker = subjectOf(context, cue.group)
  if (!speaker) return undefined
  return {
    rule: 'quoted-complement-after-cue',
    cue,
    content: [{ first, last: phraseContentEnd(context, first, limit) }],
    speaker,
    hearer: told ? hearer : null,
    quotationAlone: told,
  }
}

/**
 * Returns true if the words after a hearer begin with a quotation of speech. Example: "asked the crowd “Who is next?”".
 */
function opensSpeech(context: Context, at: number): boolean {
  const own = context.quotationOf[at] ?? -1
  return own !== -1 && context.quotationOf[at - 1] !== own && context.quotations[own]?.use === 'speech'
}

const isFrame = (preposition: string): boolean => COMPLEMENT_FRAMES.some((frame) => frame === preposition)

const reportsQuotedWords = ({ lemma, verb }: VerbCue): boolean =>
  JUDGING_VERBS.has(lemma) || COMPLEMENT_FRAMES.some((frame) => rateOf(verb, frame) >= MINIMUM_RATE)

/** Returns true if quoted words stand in the range, and no comma and no other clause stands before them. */
function holdsQuotedObject(context: Context, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const own = context.quotationOf[at] ?? -1
    if (own !== -1) {
      const use = context.quotations[own]?.use
      return at > first && use !== 'title' && use !== 'nickname'
    }
    if (isComma(lowerAt(context, at)) || /^[;:(]$/.test(lowerAt(context, at))) return false
    if (verbGroupOf(context, at)?.form === 'finite' && !isPossessiveBeforeQuotation(context, at)) return false
  }
  return false
}

/** Returns true for the possessive 's before quoted words. Example: "the mayor's “city values”". */
const isPossessiveBeforeQuotation = (context: Context, at: number): boolean =>
  /^['’]s$/.test(lowerAt(context, at)) && context.quotationOf[at + 1] !== -1

/** Finds "The plan has been called “a joke” by her rivals" and "The road, described by the mayor as “a mess”, …". */
export function quotedPassive({ context, cue }: RuleInput): RuleResult {
  const described = cue.form === 'participle' && !subjectBefore(context, cue.first)
  if (!(cue.passive || described) || !JUDGING_VERBS.has(cue.lemma)) return undefined
  const limit = sentenceLimit(context, cue.first)
  let first = cue.last
  const agentBefore = prepositionalAgent(context, first, limit)
  if (agentBefore) first = agentBefore.last
  if (lowerAt(context, first) === 'as') first++
  const own = context.quotationOf[first] ?? -1
  if (own === -1) return undefined
  let last = first
  while (last < limit && context.quotationOf[last] === own) last++
  return {
    rule: 'quoted-complement-after-passive',
    cue,
    content: [{ first, last }],
    speaker: agentBefore ?? prepositionalAgent(context, last, limit),
    quotationAlone: true,
  }
}

function prepositionalAgent(context: Context, at: number, limit: number): Range | null {
  if (lowerAt(context, at) !== 'by' || classAt(context, at) !== WordClass.preposition) return null
  const last = phraseEnd(context, at + 1, limit)
  return last > at + 1 ? { first: at + 1, last } : null
}
