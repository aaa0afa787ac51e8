import type { VerbCue } from '../../../cues/verb-cues.ts'
import { HEARING } from '../../../lexicon/cues/hearing-bodies.ts'
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import type { Context } from '../../../reader/context.ts'
import { nounPhraseOf, phraseEnd, verbGroupOf } from '../../../reader/phrases.ts'
import { lowerAt, type Range } from '../../../reader/words.ts'
import { complementOf } from '../../clauses/complement.ts'
import { contentEnd, sentenceLimit, subordinateEnd } from '../../clauses/content-end.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The lowest rate, in tenths, at which a passive verb reports a clause. */
const MINIMUM_RATE = 7
const PLAIN_FRAMES = new Set(['that', 'whether', 'about'])

/**
 * Finds "She was asked whether …", "Asked by reporters why …", "It was reported that …". The subject is the addressee.
 * The speaker is the agent after "by"; without an agent there is none.
 */
export function passiveClause({ context, cue }: RuleInput): RuleResult {
  const bare = cue.form === 'participle' && cue.verb.lemma === 'ask' && !subjectBefore(context, cue.first)
  if (!cue.passive && !bare) return undefined
  const limit = sentenceLimit(context, cue.first)
  const by =
    lowerAt(context, cue.last) === 'by' ? agent(phraseEnd(context, cue.last + 1, limit), cue.last + 1) : null
  const told = cue.passive ? toldOfSubject(context, cue, by, limit) : undefined
  if (told) return told
  const complement = complementOf(context, { ...cue, passive: true, last: by ? by.last : cue.last }, limit)
  if (!complement) return 'none'
  const heard = complement.frame === 'zero' && cue.verb.lemma === 'tell' && hears(context, cue)
  if (!heard && !PLAIN_FRAMES.has(complement.frame)) return 'none'
  const about = complement.frame === 'about' && cue.verb.lemma === 'ask'
  if (!about && rateOf(cue.verb, complement.frame) < MINIMUM_RATE) return 'none'
  const subject = subjectBefore(context, cue.first)
  const isHearer = rateOf(cue.verb, 'hearer') > 0 && subject !== undefined
  const { start } = complement
  const end = contentEnd(context, start, Math.max(limit, start))
  const leads = bare || lowerAt(context, cue.first - 1) === 'when'
  return {
    rule: `${complement.frame}-after-passive`,
    cue,
    content: [{ first: start, last: leads ? subordinateEnd(context, start, end) : end }],
    speaker: by,
    hearer: isHearer ? subject : null,
  }
}

/** Verbs whose passive tells what is said of its subject, with the word that opens the rest of it. */
const TOLD_OF: ReadonlyMap<string, string> = new Map([
  ['ask', 'to'],
  ['criticize', 'for'],
  ['criticise', 'for'],
  ['describe', 'as'],
  ['report', 'to'],
  ['say', 'to'],
])

/** Finds reports about the subject of a passive verb: "The clerk is said to be ill", "She was criticized for the delay". */
function toldOfSubject(context: Context, cue: VerbCue, by: Range | null, limit: number): RuleResult {
  const start = by ? by.last : cue.last
  const subject =
    TOLD_OF.get(cue.lemma) === lowerAt(context, start) ? subjectBefore(context, cue.first) : undefined
  return (
    subject && {
      rule: 'subject-and-passive',
      cue,
      content: [subject, { first: start, last: endOfCharge(context, start, limit) }],
      speaker: by,
    }
  )
}

/** Returns the end of what is said of a subject: a comma, unless a list or a quotation goes on after it. */
function endOfCharge(context: Context, start: number, limit: number): number {
  const end = contentEnd(context, start, Math.max(limit, start))
  for (let at = start + 1; at < end; at++) {
    if (lowerAt(context, at) !== ',' || context.quotationOf[at] !== -1) continue
    const next = verbGroupOf(context, at + 1)
    if (next?.first !== at + 1 || next.form === 'gerund') return at
  }
  return end
}

const agent = (last: number, first: number): Range | null => (last > first ? { first, last } : null)

/** Returns true for a court or a committee as subject: "The court was told the coat was new". */
function hears(context: Context, { first }: VerbCue): boolean {
  const subject = subjectBefore(context, first)
  return (
    subject !== undefined && HEARING.has(lowerAt(context, nounPhraseOf(context, subject.first)?.head ?? -1))
  )
}
