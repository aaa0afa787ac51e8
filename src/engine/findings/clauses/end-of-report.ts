/** Where the words after a reporting verb end. */
import type { VerbCue } from '../../cues/verb-cues.ts'
import type { Frame } from '../../lexicon/cues/reporting-lexicon.ts'
import { SPEECH_NOUNS } from '../../lexicon/cues/speech-nouns.ts'
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isDayName, nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'
import type { Complement } from './complement.ts'
import { contentEnd, phraseContentEnd, subordinateEnd } from './content-end.ts'
import { withoutTime } from './time-of-report.ts'

/** Returns true for a clause of its own. */
export const isClause = (frame: Frame): boolean => frame === 'that' || frame === 'zero' || frame === 'whether'

/** Returns true for a noun phrase or a phrase with a preposition. */
export const isPhrase = (frame: Frame): boolean =>
  !isClause(frame) && frame !== 'infinitive' && frame !== 'order'

/** Returns the end of the words after a verb, by their frame and by the clause that holds the verb. */
export function endOfReport(
  context: Context,
  cue: VerbCue,
  { frame, start }: Complement,
  limit: number,
  speaker: Range | null,
): number {
  const reach = Math.max(limit, start)
  const end = isPhrase(frame)
    ? withoutTime(
        context,
        cue.lemma,
        start,
        withoutDay(context, start, phraseContentEnd(context, start, reach)),
      )
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
