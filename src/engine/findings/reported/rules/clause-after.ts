import type { VerbCue } from '../../../cues/verb-cues.ts'
import { type Frame, rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { SPEECH_NOUNS } from '../../../lexicon/cues/speech-nouns.ts'
import { TOPIC_NOUNS } from '../../../lexicon/cues/topics.ts'
import { VerbForm, WordClass } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { isDayName, isTimePhrase, nounPhraseOf, verbGroupOf } from '../../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../../reader/words.ts'
import { type Complement, complementOf } from '../../clauses/complement.ts'
import { contentEnd, phraseContentEnd, sentenceLimit, subordinateEnd } from '../../clauses/content-end.ts'
import { holdsQuotation } from '../../clauses/lead.ts'
import { isNoReport } from '../../clauses/no-report.ts'
import { isSurvey } from '../../clauses/parenthetical.ts'
import { subjectOf } from '../../clauses/subject.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The number that quoted words add to the rate of a complement, in tenths. */
const QUOTED_BONUS = 2
/** The lowest rate at which a frame counts, in tenths. */
const MINIMUM_RATE = 5

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
  const end = endOf(context, cue, complement, limit, speaker)
  const rate = frameRate(context, cue, complement.frame, speaker)
  const bonus = rate > 0 && holdsQuotation(context, complement.start, end) ? QUOTED_BONUS : 0
  const opensSentence = cue.form === 'gerund' && cue.first === sentenceAt(context, cue.first).firstToken
  if (rate + bonus < MINIMUM_RATE + (opensSentence && isPhrase(complement.frame) ? 1 : 0)) return undefined
  if (bonus === 0 && namesTopic(context, complement)) return undefined
  return {
    rule: `${complement.frame}-after-cue`,
    cue,
    content: [...describedThing(context, cue, speaker), { first: start, last: end }],
    speaker,
    hearer: complement.hearer,
    quotationAlone: complement.frame === 'object' && classAt(context, speaker.first - 1) === WordClass.wh,
  }
}

/** Returns the thing of which a relative clause without a pronoun tells: "a decision" of "a decision they say cost lives". */
function describedThing(context: Context, cue: VerbCue, speaker: Range): Range[] {
  if (nounPhraseOf(context, speaker.first)?.kind !== 'pronoun') return []
  if (verbGroupOf(context, cue.last)?.form !== 'finite') return []
  const thing = nounPhraseOf(context, speaker.first - 1)
  return thing && !isTimePhrase(context, thing) ? [{ first: thing.first, last: thing.last }] : []
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

function endOf(
  context: Context,
  cue: VerbCue,
  { frame, start }: Complement,
  limit: number,
  speaker: Range | null,
): number {
  const reach = Math.max(limit, start)
  const end = isPhrase(frame)
    ? withoutDay(context, start, phraseContentEnd(context, start, reach))
    : endOfClause(context, start, contentEnd(context, start, reach, isClause(frame)), frame)
  if (precedesMainClause(context, cue, speaker)) return subordinateEnd(context, start, end)
  return describes(context, cue, speaker) ? resumedAt(context, start, end) : end
}

/** Returns the end of an infinitive before a second act of its speaker: "vowed to veto it, refused to resign and left". */
function endOfClause(context: Context, start: number, end: number, frame: Frame): number {
  if (isClause(frame)) return end
  for (let at = start + 1; at < end; at++) {
    if (context.quotationOf[at] !== -1) continue
    if (classAt(context, at) === WordClass.wh || classAt(context, at) === WordClass.subordinator) return end
    const act = lowerAt(context, at) === ',' ? verbGroupOf(context, at + 1) : undefined
    if (act?.first === at + 1 && act.form === 'finite' && context.forms[act.head] === VerbForm.past) return at
  }
  return end
}

/** Returns true for a clause that describes a noun: "the officers describing the plan", "who questions the law". */
const describes = (context: Context, cue: VerbCue, speaker: Range | null): boolean =>
  (cue.form === 'gerund' &&
    lowerAt(context, cue.first - 1) !== ',' &&
    classAt(context, cue.first - 1) !== WordClass.preposition) ||
  (speaker !== null && classAt(context, speaker.first) === WordClass.wh)

/** Returns the comma after which the clause around such a clause goes on: ", are far less exact", ", who left". */
function resumedAt(context: Context, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    if (context.quotationOf[at] !== -1 || lowerAt(context, at) !== ',') continue
    if (verbGroupOf(context, at + 1)?.form === 'finite' || classAt(context, at + 1) === WordClass.wh)
      return at
  }
  return end
}

const LEADING = new Set('when while as after because although though since before if once'.split(' '))

/**
 * Returns true if a main clause follows the clause of the cue ("When she said …, he", "The aide, who said …, left"), or
 * if the cue is an opening participle.
 */
function precedesMainClause(context: Context, cue: VerbCue, speaker: Range | null): boolean {
  const { firstToken } = sentenceAt(context, cue.first)
  if (cue.form === 'gerund') return cue.first - firstToken <= 1
  if (!speaker) return false
  const before = speaker.first - 1
  if (classAt(context, speaker.first) === WordClass.wh) return lowerAt(context, before) === ','
  if (classAt(context, before) === WordClass.wh) return lowerAt(context, before - 1) === ','
  if (
    lowerAt(context, before) === 'that' &&
    lowerAt(context, before - 1) === 'now' &&
    before - firstToken <= 2
  )
    return true
  return (
    before >= firstToken &&
    LEADING.has(lowerAt(context, before)) &&
    opensSentence(context, before, firstToken)
  )
}

/** The longest distance back from a conjunction to the start of its sentence, in tokens. */
const OPENING_LOOK = 12

/** Returns true if no verb stands between a conjunction and the start of its sentence: "A day after", "and, when". */
function opensSentence(context: Context, conjunction: number, firstToken: number): boolean {
  for (let at = conjunction - 1; at >= firstToken; at--) {
    if (/^(?:and|but)$/.test(lowerAt(context, at))) return true
    if (at < conjunction - OPENING_LOOK || verbGroupOf(context, at)?.form === 'finite') return false
  }
  return true
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

const isClause = (frame: Frame): boolean => frame === 'that' || frame === 'zero' || frame === 'whether'

const isPhrase = (frame: Frame): boolean => !isClause(frame) && frame !== 'infinitive' && frame !== 'order'

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

function frameRate(context: Context, cue: VerbCue, frame: Frame, subject: Range | null): number {
  const rate = rateOf(cue.verb, frame)
  return subject && isSurvey(context, subject) ? Math.max(rate, rateOf(cue.verb, 'survey')) : rate
}

/** Returns the end of an object without a day after it: "acknowledged shortages Tuesday", "repeated the claim on Monday". */
function withoutDay(context: Context, start: number, end: number): number {
  const preposition = end - 2
  if (
    preposition > start &&
    lowerAt(context, preposition) === 'on' &&
    isDayName(lowerAt(context, end - 1)) &&
    SPEECH_NOUNS.has(lowerAt(context, preposition - 1))
  )
    return preposition
  const day = nounPhraseOf(context, end - 1)
  return day &&
    day.first === end - 1 &&
    end - 1 > start &&
    isDayName(lowerAt(context, day.head)) &&
    classAt(context, end - 2) === WordClass.noun
    ? end - 1
    : end
}
