/** The word that a relative clause describes, as a part of the words reported in the clause. */
import type { VerbCue } from '../../cues/verb-cues.ts'
import { JUDGING_VERBS } from '../../lexicon/cues/judging-verbs.ts'
import type { Frame } from '../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import type { Complement } from './complement.ts'

/** Returns the thing of which a relative clause without a pronoun tells: "a decision" of "a decision they say cost lives". */
export function describedThing(
  context: Context,
  cue: VerbCue,
  speaker: Range,
  { frame, start }: Complement,
): Range[] {
  const relative = speaker.first - 1
  if (
    classAt(context, relative) === WordClass.wh &&
    classAt(context, relative - 1) !== WordClass.preposition &&
    lacksArgument(context, cue, frame, start, lowerAt(context, relative))
  )
    return [{ first: relative, last: speaker.first }]
  if (nounPhraseOf(context, speaker.first)?.kind !== 'pronoun') return []
  if (verbGroupOf(context, cue.last)?.form !== 'finite') return []
  const thing = nounPhraseOf(context, speaker.first - 1)
  return thing && !isTimePhrase(context, thing) ? [{ first: thing.first, last: thing.last }] : []
}

/** Returns true if the relative pronoun before the speaker is a part of the words: "which he said was late", "whom he called a fool". */
function lacksArgument(
  context: Context,
  cue: VerbCue,
  frame: Frame,
  start: number,
  pronoun: string,
): boolean {
  if (!/^(?:which|whom|who|that|what)$/.test(pronoun)) return false
  if (frame === 'zero')
    return verbGroupOf(context, start)?.first === start && verbGroupOf(context, start)?.form === 'finite'
  const judged = frame === 'as' || (frame === 'object' && JUDGING_VERBS.has(cue.lemma))
  return judged && context.quotationOf[start] === -1 && /^(?:which|whom|who)$/.test(pronoun)
}
