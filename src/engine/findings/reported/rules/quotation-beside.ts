import type { VerbCue } from '../../../cues/verb-cues.ts'
import type { Context } from '../../../reader/context.ts'
import { nounPhraseOf } from '../../../reader/phrases.ts'
import { isClosingMark } from '../../../reader/punctuation.ts'
import { lowerAt, sentenceAt } from '../../../reader/words.ts'
import { complementOf } from '../../clauses/complement.ts'
import { sentenceLimit } from '../../clauses/content-end.ts'
import { subjectBefore } from '../../clauses/subject-before.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/**
 * Returns `none` for the cue of a quotation, because such a cue reports no clause after it. Example: "“It rained,” she
 * said in her office".
 */
export function quotationBeside({ context, cue }: RuleInput): RuleResult {
  if (cue.form === 'gerund') return undefined
  const subject = subjectBefore(context, cue.first)
  const edge = subject ? subject.first : cue.first
  const { firstToken } = sentenceAt(context, cue.first)
  if (edge === firstToken && endsQuotedQuestion(context, edge) && tellsWhen(context, cue)) return 'none'
  if (edge <= firstToken || lowerAt(context, cue.last) === 'that') return undefined
  const mark = lowerAt(context, edge - 1)
  const complement = subject && complementOf(context, cue, sentenceLimit(context, cue.first))
  if (complement && (complement.start === cue.last || complement.frame === 'that')) return undefined
  const closes =
    isClosingMark(mark) || (mark === ',' && edge - 1 > firstToken && context.quotationOf[edge - 2] !== -1)
  return closes ? 'none' : undefined
}

/** Returns true if a quoted question or exclamation ends right before a token: '“Why?” Lee told me'. */
const endsQuotedQuestion = (context: Context, at: number): boolean =>
  isClosingMark(lowerAt(context, at - 1)) &&
  /^[?!]$/.test(lowerAt(context, at - 2)) &&
  sharesParagraph(context, at)

const sharesParagraph = (context: Context, at: number): boolean =>
  sentenceAt(context, at - 1).paragraph === sentenceAt(context, at).paragraph

/** Returns true for "told me when I visited": a clause of time follows the verb and its hearer. */
function tellsWhen(context: Context, cue: VerbCue): boolean {
  const hearer = nounPhraseOf(context, cue.last)
  const at = hearer?.first === cue.last ? hearer.last : cue.last
  return /^(?:when|while|as|after|before)$/.test(lowerAt(context, at))
}
