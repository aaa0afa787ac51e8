import { rateOf } from '../../cues/lexicon.ts'
import { WordClass } from '../../grammar/word-class.ts'
import { contentEnd, sentenceLimit } from './content-end.ts'
import { type Context, classAt, isComma, lowerAt, type Range } from './context.ts'
import { sentenceStart } from './dateline.ts'
import { followsComma } from './parenthetical.ts'
import type { Answer, Site } from './site.ts'
import { subjectBefore } from './subject.ts'

/** Verbs that stand in "as she noted" often stand beside quotations too. */
const STRENGTH = 7

/** "As she noted, it rained", "It rained, as the paper has reported": "as" before a subject and a bare verb of saying. */
export function asClause({ context, cue, floor }: Site): Answer {
  if (cue.form !== 'finite' || cue.passive || rateOf(cue.verb, 'quote') < STRENGTH) return undefined
  const speaker = subjectBefore(context, cue.first)
  if (!speaker || lowerAt(context, speaker.first - 1) !== 'as') return undefined
  const limit = sentenceLimit(context, cue.first)
  const opening = speaker.first - 1
  const start = Math.max(sentenceStart(context, cue.first), floor)
  const after = skipIt(context, cue.last)
  const closes = after >= limit
  if (!closes && !isComma(lowerAt(context, after))) return undefined
  const leads = !holdsWords(context, { first: start, last: opening })
  if (leads === closes) return undefined
  if (!leads && !followsComma(context, opening)) return undefined
  const content = leads
    ? { first: after + 1, last: contentEnd(context, after + 1, limit, true) }
    : { first: start, last: opening - 1 }
  return { rule: leads ? 'clause-after-as' : 'clause-before-as', cue, content: [content], speaker }
}

/** "As he put it," */
const skipIt = (context: Context, at: number): number => (lowerAt(context, at) === 'it' ? at + 1 : at)

/** True where more than a conjunction or an adverb stands in the range. */
function holdsWords(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) {
    const wordClass = classAt(context, at)
    if (
      wordClass !== WordClass.punctuation &&
      wordClass !== WordClass.adverb &&
      wordClass !== WordClass.coordinator
    )
      return true
  }
  return false
}
