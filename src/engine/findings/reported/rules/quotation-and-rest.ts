import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import { isClosingMark } from '../../../reader/punctuation.ts'
import { classAt, lowerAt } from '../../../reader/words.ts'
import { contentEnd, sentenceLimit } from '../../clauses/content-end.ts'
import { skipPlaces } from '../../clauses/parenthetical.ts'
import { subjectOf } from '../../clauses/subject.ts'
import { canTakeClause } from './clause-after.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** The lowest rate beside quotations, in tenths, of verbs that introduce a quotation with a comma or a colon. */
const STRENGTH = 7

/** Finds a quotation whose sentence continues outside its marks: "She said, “We have three weeks” until the vote". */
export function quotationAndRest({ context, cue }: RuleInput): RuleResult {
  if (cue.passive || rateOf(cue.verb, 'quote') < STRENGTH || !canTakeClause(context, cue)) return undefined
  const limit = sentenceLimit(context, cue.first)
  const mark = skipPlaces(context, cue, limit)
  const own = context.quotationOf[mark + 1] ?? -1
  if (!/^[,:]$/.test(lowerAt(context, mark)) || own === -1 || context.quotationOf[mark] === own)
    return undefined
  let close = mark + 1
  while (context.quotationOf[close] === own) close++
  if (close >= limit || !isClosingMark(lowerAt(context, close - 1))) return undefined
  if (/^[.,!?…]$/.test(lowerAt(context, close - 2)) || !continuesOutside(classAt(context, close)))
    return undefined
  const speaker = subjectOf(context, cue.group)
  const content = [{ first: mark + 1, last: contentEnd(context, mark + 1, limit) }]
  return speaker ? { rule: 'quotation-and-rest', cue, content, speaker } : undefined
}

const continuesOutside = (wordClass: number): boolean =>
  wordClass !== WordClass.punctuation && wordClass !== WordClass.coordinator
