import type { VerbCue } from '../../cues/find-cues.ts'
import { type Frame, rateOf } from '../../cues/lexicon.ts'
import { SURVEYS } from '../../cues/writings.ts'
import { complementOf } from './complement.ts'
import { contentEnd, sentenceLimit } from './content-end.ts'
import { type Context, lowerAt, type Range } from './context.ts'
import { nounPhraseOf } from './phrases.ts'
import type { Answer, Site } from './rules.ts'
import { subjectBefore, subjectOf } from './subject.ts'

/** A frame counts from this rate on, in tenths. */
const MINIMUM_RATE = 5

/** "She said on Monday that it rained." */
export function clauseAfter({ context, cue }: Site): Answer {
  if (cue.passive || !canTakeClause(context, cue)) return undefined
  const limit = sentenceLimit(context, cue.first)
  const complement = complementOf(context, cue, limit)
  if (!complement) return undefined
  const speaker = subjectOf(context, cue.group)
  if (frameRate(context, cue, complement.frame, speaker) < MINIMUM_RATE) return undefined
  const end = contentEnd(context, complement.start, Math.max(limit, complement.start))
  return {
    rule: `${complement.frame}-after-cue`,
    cue,
    content: [{ first: complement.start, last: end }],
    speaker,
    hearer: complement.hearer,
    venue: complement.venue,
  }
}

/** Participles without a subject describe ("a group called"), and bare infinitives suppose ("to say that"). */
function canTakeClause(context: Context, cue: VerbCue): boolean {
  if (cue.form === 'participle') return subjectBefore(context, cue.first) !== undefined
  return cue.form !== 'infinitive' || cue.polarity !== 'affirmed' || isContinued(context, cue)
}

const CONTINUING = new Set(
  'went go goes going on continued continues continue began quick managed'.split(' '),
)

/** "went on to say", "was quick to note": said, for all the infinitive. */
const isContinued = (context: Context, cue: VerbCue): boolean =>
  CONTINUING.has(lowerAt(context, cue.first - 1))

function frameRate(context: Context, cue: VerbCue, frame: Frame, subject: Range | null): number {
  const rate = rateOf(cue.verb, frame)
  const survey = rateOf(cue.verb, 'survey')
  if (survey === 0 || subject === null) return rate
  const head = nounPhraseOf(context, subject.first)?.head ?? -1
  return SURVEYS.has(lowerAt(context, head)) ? Math.max(rate, survey) : rate
}
