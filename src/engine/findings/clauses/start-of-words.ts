/** Where the words before a reporting verb begin. */
import type { VerbCue } from '../../cues/verb-cues.ts'
import { rateOf } from '../../lexicon/cues/reporting-lexicon.ts'
import { type Context, LONGEST_CLAUSE } from '../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { lowerAt } from '../../reader/words.ts'
import { sentenceStart } from './dateline.ts'

/**
 * Returns the start of the words before a cue: the start of their sentence, or of the sentence in which their quotation
 * opens ("“We won. We knew” all along, she said").
 */
export function startOfWords(context: Context, cue: VerbCue, floor: number): number {
  const opening = afterOpenBracket(context, cue.first, sentenceStart(context, cue.first))
  const start = afterOwnReport(context, opening, cue)
  const own = context.quotationOf[start] ?? -1
  if (own === -1 || context.quotationOf[start - 1] !== own) return Math.max(start, floor)
  let open = start
  while (context.quotationOf[open - 1] === own && open > start - LONGEST_CLAUSE) open--
  return sentenceStart(context, open)
}

/**
 * Returns the start of the second clause, if the first is a report of its own: "Lee said it rained, but the road, he
 * said, was open". Another speaker reports both clauses: "The state admitted an error, but it was small, Lee said".
 * Returns `start` if the words hold one report.
 */
export function afterOwnReport(context: Context, start: number, { first: end }: VerbCue): number {
  if (nounPhraseOf(context, end - 1)?.kind !== 'pronoun') return start
  const subject = nounPhraseOf(context, start)
  const own = subject?.first === start ? verbGroupOf(context, subject.last) : undefined
  const report =
    own?.form === 'finite' ? context.cueOf.get(context.grammar.verbGroupOf[own.head] ?? -1) : undefined
  if (!report || rateOf(report.verb, 'quote') < INTRODUCING_RATE) return start
  for (let at = report.last; at < end - 1; at++) {
    if (context.quotationOf[at] !== -1) continue
    const lower = lowerAt(context, at)
    if (isDash(lower)) return at + 1
    if (lower === ',' && /^(?:but|and|though|although|while)$/.test(lowerAt(context, at + 1))) return at + 2
  }
  return start
}

/** The lowest rate beside quotations, in tenths, of a verb whose report ends before a second report. */
const INTRODUCING_RATE = 8

/**
 * Returns the token after the opening bracket of an unclosed bracket at `at`; `start` if there is none. Example: "(“It
 * rained,” she said)".
 */
function afterOpenBracket(context: Context, at: number, start: number): number {
  let closed = 0
  for (let index = at - 1; index >= start && index > at - LONGEST_CLAUSE; index--) {
    const lower = lowerAt(context, index)
    if (lower === ')') closed++
    else if (lower === '(' && closed-- === 0) return index + 1
  }
  return start
}
