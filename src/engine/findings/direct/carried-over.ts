import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, sentenceAt, spanOf } from '../../reader/words.ts'
import type { Sentence } from '../../types/document.ts'
import {
  cueOfGroup,
  type DirectDraft,
  type QuotationAttribution,
  quoteRate,
  spanOfRange,
} from './attribution.ts'
import { paragraphAt, type QuotedRun } from './quoted-runs.ts'
import { speakerBefore } from './speaker-before-verb.ts'
import { speakerFrom } from './subject-and-verb.ts'

/** Returns true if a quotation without a cue continues the quoted words before it. */
export function continuesPrevious(
  context: Context,
  run: QuotedRun,
  previous: DirectDraft | undefined,
): boolean {
  const before = previous?.runs.at(-1)
  if (!previous || !before || !run.initial) return false
  const reached = Math.max(before.close, previous.attribution.end)
  const { firstToken } = sentenceAt(context, run.open)
  const ended = sentenceAt(context, reached - 1).lastToken >= firstToken
  const apart = paragraphAt(context, run.open) - paragraphAt(context, reached - 1)
  return ended && (apart === 0 || (apart === 1 && fillsParagraph(context, run)))
}

/**
 * Returns true if the words resume after their attribution in one sentence. Example: “We tried,” she said, and “no one
 * came”.
 */
export function resumesSentence(
  context: Context,
  run: QuotedRun,
  previous: DirectDraft | undefined,
): boolean {
  if (!previous || run.part > 0 || previous.attribution.carriedOver) return false
  const { end } = previous.attribution
  const comma = lowerAt(context, end) === ',' || lowerAt(context, end) === ';'
  return comma && run.open === end + 2 && classAt(context, end + 1) === WordClass.coordinator
}

/** Returns true if the quotation fills its paragraph. */
function fillsParagraph(context: Context, run: QuotedRun): boolean {
  const { sentences, paragraphs, tokens } = context.document
  const paragraph = paragraphs[paragraphAt(context, run.open)]
  const first = sentences[paragraph?.firstSentence ?? 0]?.firstToken
  return first === run.open && (paragraph?.end ?? 0) - (tokens[run.close - 1]?.end ?? 0) <= 1
}

/**
 * Returns the attribution by the previous sentence: 'Lee praised the plan. "It is the best we have had."' The previous
 * sentence needs a reporting verb or a final colon. The quotation stands in the same paragraph or fills the next.
 */
export function introducedAttribution(context: Context, run: QuotedRun): QuotationAttribution | undefined {
  if (!run.initial) return undefined
  const { sentences, tokens } = context.document
  const sentence = sentences[(tokens[run.open]?.sentence ?? 0) - 1]
  if (!sentence) return undefined
  const apart = paragraphAt(context, run.open) - sentence.paragraph
  const colon = lowerAt(context, sentence.lastToken - 1) === ':'
  if (apart > 1 || (apart === 1 && !colon && !fillsParagraph(context, run))) return undefined
  const chosen = mainVerb(context, sentence, colon)
  if (chosen !== undefined) return fromVerb(context, sentence, chosen)
  return colon ? fromSource(context, sentence) : undefined
}

/** The longest introduction without a verb, in tokens. */
const LONGEST_SOURCE = 30

/** Returns the attribution of 'And from Mayor Ann Lee:' or 'This, from a nurse:'. */
function fromSource(context: Context, { firstToken, lastToken }: Sentence): QuotationAttribution | undefined {
  if (lastToken - firstToken > LONGEST_SOURCE) return undefined
  let at = firstToken
  while (/^(?:and|also|then|next|this|or|,)$/.test(lowerAt(context, at))) at++
  if (lowerAt(context, at) !== 'from') return undefined
  const speaker = speakerFrom(context, at + 1, lastToken)
  const phrase = nounPhraseOf(context, at + 1)
  if (!speaker || !phrase || isTimePhrase(context, phrase)) return undefined
  return {
    cue: {
      ...spanOf(context, { first: at, last: at + 1 }),
      lemma: 'from',
      kind: 'preposition',
      polarity: 'affirmed',
    },
    speaker: spanOfRange(context, speaker),
    carriedOver: false,
    anchor: at,
    end: lastToken,
    rule: 'direct/introduced',
  }
}

/**
 * Returns the first reporting verb of a sentence outside quotation marks. If there is none and a colon follows, returns
 * the first finite verb.
 */
function mainVerb(context: Context, { firstToken, lastToken }: Sentence, colon: boolean): number | undefined {
  let main: number | undefined
  for (let at = firstToken; at < lastToken; at++) {
    const index = context.grammar.verbGroupOf[at] ?? -1
    if (index < 0) continue
    const group = context.grammar.verbGroups[index] as VerbGroup
    at = group.last - 1
    const opens = colon && group.form === 'participle' && group.first === firstToken
    if ((group.form !== 'finite' && !opens) || (context.quotationOf[group.first] ?? -1) >= 0) continue
    if (quoteRate(context, index) >= 4) return index
    main ??= index
  }
  return colon ? main : undefined
}

function fromVerb(
  context: Context,
  { firstToken, lastToken }: Sentence,
  index: number,
): QuotationAttribution | undefined {
  const group = context.grammar.verbGroups[index] as VerbGroup
  const subject =
    speakerBefore(context, group.first, firstToken) ?? speakerFrom(context, group.last, lastToken)
  if (!subject || nounPhraseOf(context, subject.first)?.kind === 'number') return undefined
  return {
    cue: cueOfGroup(context, index),
    speaker: spanOfRange(context, subject),
    carriedOver: true,
    anchor: group.first,
    end: lastToken,
    rule: 'direct/introduced',
  }
}
