import type { Context } from '../../reader/context.ts'
import { lowerAt, spanOf } from '../../reader/words.ts'
import type { QuotationAttribution } from './attribution.ts'
import { paragraphAt, type QuotedRun } from './quoted-runs.ts'

const NO_CUE = { cue: null, polarity: 'affirmed', carriedOver: false } as const

/**
 * Returns the attribution of a transcript's turn. The label names the speaker, and its colon is the cue. Example: "LEE:
 * We sail at noon." In a subtitle, the time code is the cue.
 */
export function labelOfTurn(context: Context, run: QuotedRun): QuotationAttribution {
  const { paragraphs, sentences } = context.document
  const paragraph = paragraphs[paragraphAt(context, run.open)]
  const { label, labelRule, timeCode } = run.quotation
  if (label && labelRule && labelRule !== 'direct/transcript')
    return { ...NO_CUE, speaker: label, anchor: run.open, end: run.open + 1, rule: labelRule }
  let first = sentences[paragraph?.firstSentence ?? 0]?.firstToken ?? 0
  while (label && first < run.open && (context.document.tokens[first]?.start ?? 0) < label.start) first++
  const asks = /^q(?:\.|uestion)?$/.test(lowerAt(context, first))
  let mark = run.open
  while (mark > first && lowerAt(context, mark) === '*') mark--
  const marked = mark > first && /^[:>]$/.test(lowerAt(context, mark))
  return {
    cue: {
      ...(timeCode ?? spanOf(context, { first: mark, last: mark + 1 })),
      lemma: ':',
      kind: 'transcript',
      polarity: asks ? 'asked' : 'affirmed',
    },
    speaker: marked && label ? label : spanOf(context, { first, last: mark + 1 }),
    carriedOver: false,
    anchor: run.open,
    end: run.open + 1,
    rule: 'direct/transcript',
  }
}

/** Returns the attribution of a question or an answer in an interview without labels. No words name the speaker. */
export function turnOfInterview(context: Context, run: QuotedRun): QuotationAttribution {
  const asks = lowerAt(context, run.last) === '?'
  return {
    cue: null,
    polarity: asks ? 'asked' : 'affirmed',
    speaker: null,
    carriedOver: !asks,
    anchor: run.open,
    end: run.open,
    rule: asks ? 'direct/interview-question' : 'direct/interview-answer',
  }
}
