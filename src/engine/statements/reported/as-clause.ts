import { rateOf } from '../../cues/lexicon.ts'
import { WordClass } from '../../grammar/word-class.ts'
import { contentEnd, sentenceLimit } from './content-end.ts'
import { type Context, classAt, isComma, lowerAt, type Range } from './context.ts'
import { sentenceStart } from './dateline.ts'
import { holdsClause } from './lead.ts'
import { followsComma, passPlaces } from './parenthetical.ts'
import { verbGroupOf } from './phrases.ts'
import type { Answer, Site } from './site.ts'
import { subjectBefore } from './subject-before.ts'

/** Verbs that stand in "as she noted" often stand beside quotations too. */
const STRENGTH = 7

/** "As she noted, it rained", "It rained, as the paper has reported", "The rain, as he put it, was “fine”": "as" before a subject and a bare verb of saying. */
export function asClause({ context, cue, floor }: Site): Answer {
  if (cue.form !== 'finite' || cue.passive || rateOf(cue.verb, 'quote') < STRENGTH) return undefined
  const speaker = subjectBefore(context, cue.first)
  if (!speaker || lowerAt(context, speaker.first - 1) !== 'as') return undefined
  const limit = sentenceLimit(context, cue.first)
  const opening = speaker.first - 1
  const start = Math.max(sentenceStart(context, cue.first), floor)
  const after = passPlaces(context, cue, limit)
  const closes = after >= limit
  if (!closes && !isComma(lowerAt(context, after))) return undefined
  const lead = { first: start, last: opening - 1 }
  const rest = { first: after + 1, last: contentEnd(context, after + 1, limit, true) }
  if (!holdsWords(context, lead))
    return closes ? undefined : { rule: 'clause-after-as', cue, content: [rest], speaker }
  if (!followsComma(context, opening)) return undefined
  if (closes) return { rule: 'clause-before-as', cue, content: [lead], speaker }
  return holdsFinite(context, lead) || !holdsClause(context, rest)
    ? undefined
    : { rule: 'clause-around-as', cue, content: [lead, rest], speaker }
}

function holdsFinite(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

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
