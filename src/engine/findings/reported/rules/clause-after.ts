import type { VerbCue } from '../../../cues/verb-cues.ts'
import { TOPIC_NOUNS } from '../../../lexicon/cues/topics.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, verbGroupOf } from '../../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../../reader/words.ts'
import { type Complement, complementOf } from '../../clauses/complement.ts'
import { sentenceLimit } from '../../clauses/content-end.ts'
import { describedThing } from '../../clauses/described-thing.ts'
import { endOfReport, isClause, isPhrase } from '../../clauses/end-of-report.ts'
import { frameRate, MINIMUM_RATE } from '../../clauses/frame-rate.ts'
import { holdsQuotation } from '../../clauses/lead.ts'
import { estimates, isNoReport } from '../../clauses/no-report.ts'
import { subjectOf } from '../../clauses/subject.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'
import { piecesAroundTime } from '../../clauses/time-of-report.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The number that quoted words add to the rate of a complement, in tenths. */
const QUOTED_BONUS = 2

/** Finds "She said on Monday that it rained." */
export function clauseAfter({ context, cue }: RuleInput): RuleResult {
  if (cue.passive || !canTakeClause(context, cue)) return undefined
  const limit = sentenceLimit(context, cue.first)
  if (isSupposed(context, cue)) return undefined
  const complement = complementOf(context, cue, limit)
  if (!complement) return undefined
  const speaker = subjectOf(context, cue.group)
  if (!speaker || asksOnlyWord(context, complement, limit)) return undefined
  if (isNoReport(context, cue, speaker, complement.frame)) return undefined
  if (cue.form === 'infinitive' && !isClause(complement.frame) && !isContinuing(context, cue))
    return undefined
  const start = afterTimeInRelative(context, complement, speaker)
  const end = endOfReport(context, cue, complement, limit, speaker)
  const rate = frameRate(context, cue, complement.frame, speaker)
  const bonus = rate > 0 && holdsQuotation(context, complement.start, end) ? QUOTED_BONUS : 0
  const opensSentence = cue.form === 'gerund' && cue.first === sentenceAt(context, cue.first).firstToken
  if (rate + bonus < MINIMUM_RATE + (opensSentence && isPhrase(complement.frame) ? 1 : 0)) return undefined
  if (bonus === 0 && namesTopic(context, complement)) return undefined
  if (cue.lemma === 'put' && !estimates(context, start, end)) return undefined
  const words =
    complement.frame === 'object' ? piecesAroundTime(context, start, end) : [{ first: start, last: end }]
  return {
    rule: `${complement.frame}-after-cue`,
    cue,
    content: [...describedThing(context, cue, speaker, complement), ...words],
    speaker,
    hearer: complement.hearer,
    quotationAlone: complement.frame === 'object' && classAt(context, speaker.first - 1) === WordClass.wh,
  }
}

/** Returns true for "He did not say why.": the clause is left out. */
const asksOnlyWord = (context: Context, { frame, start }: Complement, limit: number): boolean =>
  frame === 'whether' && (start + 1 >= limit || /^[,;.]$/.test(lowerAt(context, start + 1)))

/** Returns true for a topic. "She explained the reasons for the delay" does not tell what she said. */
function namesTopic(context: Context, { frame, start }: Complement): boolean {
  const object = frame === 'object' ? nounPhraseOf(context, start) : undefined
  return object !== undefined && TOPIC_NOUNS.has(lowerAt(context, object.head))
}

/**
 * Returns the start of the reported words without a time before their verb. Example: "the club, which Lee said last
 * year had closed".
 */
function afterTimeInRelative(context: Context, { frame, start }: Complement, speaker: Range): number {
  if (frame !== 'zero' || classAt(context, speaker.first - 1) !== WordClass.wh) return start
  const time = nounPhraseOf(context, start)
  return time?.first === start && isTimePhrase(context, time) && verbGroupOf(context, time.last)
    ? time.last
    : start
}

/**
 * Returns false for a participle without a subject, which only describes ("a group called"), and for a bare infinitive,
 * which reports no fact ("to say that").
 */
export function canTakeClause(context: Context, cue: VerbCue): boolean {
  if (cue.verb.particles.length > 0 && lowerAt(context, cue.last) === 'by') return false
  if (cue.form === 'participle') return subjectBefore(context, cue.first) !== undefined
  return cue.form !== 'infinitive' || cue.polarity !== 'affirmed' || isContinuing(context, cue)
}

/** Returns true for a condition: "If she says it rains, …". */
function isSupposed(context: Context, cue: VerbCue): boolean {
  const subject = subjectBefore(context, cue.first)
  return subject !== undefined && /^(?:if|unless)$/.test(lowerAt(context, subject.first - 1))
}

const CONTINUING = new Set(
  'went go goes going on continued continues continue began quick managed had forced'.split(' '),
)

/** Returns true for an infinitive whose action took place: "went on to say", "was quick to note". */
const isContinuing = (context: Context, cue: VerbCue): boolean =>
  CONTINUING.has(lowerAt(context, cue.first - 1))
