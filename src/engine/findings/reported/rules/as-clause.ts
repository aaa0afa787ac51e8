import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import type { Context } from '../../../reader/context.ts'
import { verbGroupOf } from '../../../reader/phrases.ts'
import { isComma } from '../../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../../reader/words.ts'
import { sentenceLimit } from '../../clauses/content-end.ts'
import { sentenceStart } from '../../clauses/dateline.ts'
import { holdsClause } from '../../clauses/lead.ts'
import { followsComma, skipPlaces } from '../../clauses/parenthetical.ts'
import { restOfSentence } from '../../clauses/rest-of-sentence.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The lowest rate beside quotations, in tenths, of verbs in "as she noted". */
const STRENGTH = 7

/**
 * Finds "as" before a subject and a bare reporting verb: "As she noted, it rained", "It rained, as the paper has
 * reported", "The rain, as he put it, was “fine”".
 */
export function asClause({ context, cue, floor }: RuleInput): RuleResult {
  if (cue.form !== 'finite' || cue.passive || rateOf(cue.verb, 'quote') < STRENGTH) return undefined
  const speaker = subjectBefore(context, cue.first)
  if (!speaker || lowerAt(context, speaker.first - 1) !== 'as') return undefined
  const limit = sentenceLimit(context, cue.first)
  const opening = speaker.first - 1
  const joined = classAt(context, opening - 1) === WordClass.coordinator
  const start = joined ? opening - 1 : Math.max(sentenceStart(context, cue.first), floor)
  const after = skipPlaces(context, cue, limit)
  const closes = after >= limit
  if (!closes && !isComma(lowerAt(context, after))) return undefined
  const lead = { first: start, last: opening - 1 }
  const rest = { first: after + 1, last: restOfSentence(context, after + 1, limit) }
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

/** Returns true if more than a conjunction or an adverb stands in the range. */
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
