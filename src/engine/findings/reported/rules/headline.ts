import { WordClass } from '../../../lexicon/grammar/word-class.ts'
import { startsUpper } from '../../../lexicon/text/characters.ts'
import type { Context } from '../../../reader/context.ts'
import { classAt, lowerAt, spanOf } from '../../../reader/words.ts'
import type { Sentence } from '../../../types/document.ts'
import { holdsQuotation } from '../../clauses/lead.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'

/** The longest headline, and the longest label in it, in tokens. */
const LONGEST_HEADLINE = 40
const LONGEST_LABEL = 8
/**
 * The fewest letters of a word that is capitalized in every headline. A headline needs two such words with capitals,
 * and nearly all such words must have capitals.
 */
const LONG_WORD = 4
const FEWEST_WORDS = 2
const CAPITALISED = 0.75

/** Finds headlines with quoted words after a speaker's name: "Ann Lee: Old Lock ‘Will Hold’ for Years". */
export function findHeadlines(context: Context): ReportDraft[] {
  const { paragraphs, sentences } = context.document
  return paragraphs.flatMap(({ firstSentence, lastSentence }) => {
    const sentence = sentences[firstSentence]
    const draft = sentence && lastSentence === firstSentence + 1 ? headline(context, sentence) : undefined
    return draft ?? []
  })
}

function headline(context: Context, { firstToken, lastToken }: Sentence): ReportDraft | undefined {
  if (lastToken - firstToken > LONGEST_HEADLINE) return undefined
  const colon = labelEnd(context, firstToken, lastToken)
  if (colon === undefined || !holdsQuotation(context, colon + 1, lastToken)) return undefined
  if (!isInTitleCase(context, colon + 1, lastToken)) return undefined
  const mark = { first: colon, last: colon + 1 }
  return {
    rule: 'headline-label',
    cue: { ...spanOf(context, mark), ...mark, lemma: ':', kind: 'colon', polarity: 'affirmed' },
    content: [{ first: colon + 1, last: lastToken }],
    speaker: { first: firstToken, last: colon },
  }
}

/** Returns the colon after a label of capitalized words that holds a name. */
function labelEnd(context: Context, first: number, last: number): number | undefined {
  let named = false
  for (let at = first; at < last && at <= first + LONGEST_LABEL; at++) {
    if (lowerAt(context, at) === ':') return named ? at : undefined
    const token = context.document.tokens[at]
    if (token?.kind === 'word' && !startsUpper(token.text)) return undefined
    if (context.quotationOf[at] !== -1) return undefined
    named ||= classAt(context, at) === WordClass.name
  }
  return undefined
}

function isInTitleCase(context: Context, first: number, last: number): boolean {
  let words = 0
  let capitals = 0
  for (let at = first; at < last; at++) {
    const token = context.document.tokens[at]
    if (token?.kind !== 'word' || token.text.length < LONG_WORD) continue
    words++
    if (startsUpper(token.text)) capitals++
  }
  return words >= FEWEST_WORDS && capitals >= words * CAPITALISED
}
