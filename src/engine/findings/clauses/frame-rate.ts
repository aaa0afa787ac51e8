/** How often a complement reports speech. */
import type { VerbCue } from '../../cues/verb-cues.ts'
import { type Frame, rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { TELLING_ACTS } from '../../lexicon/cues/telling-acts.ts'
import type { Context } from '../../reader/context.ts'
import { verbGroupOf } from '../../reader/phrases.ts'
import { lowerAt, type Range } from '../../reader/words.ts'
import { isSurvey } from './parenthetical.ts'

/** The lowest rate at which a frame counts, in tenths. */
export const MINIMUM_RATE = 5

/** Returns the rate, in tenths, at which the complement of a cue reports speech. A survey as subject may raise it. */
export function frameRate(context: Context, cue: VerbCue, frame: Frame, subject: Range | null): number {
  const rate = refusesToTell(context, cue, frame) ? MINIMUM_RATE : rateOf(cue.verb, frame)
  return subject && isSurvey(context, subject) ? Math.max(rate, rateOf(cue.verb, 'survey')) : rate
}

/** Returns true for "declined to name the winner": what a person refuses to tell is reported. */
function refusesToTell(context: Context, cue: VerbCue, frame: Frame): boolean {
  const act = cue.lemma === 'decline' && frame === 'infinitive' ? verbGroupOf(context, cue.last) : undefined
  return (
    act !== undefined &&
    TELLING_ACTS.has(lowerAt(context, act.head)) &&
    !/^[,.;]$/.test(lowerAt(context, act.last))
  )
}
