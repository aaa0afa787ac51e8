/** Headlines that end with their source: "Old lock will hold: harbour master", "New mill a gift, says mayor". */
import { rateOf } from '../../../lexicon/cues/reporting-lexicon.ts'
import { SURVEY_NOUNS, WRITING_NOUNS } from '../../../lexicon/cues/writings.ts'
import { VerbForm } from '../../../lexicon/grammar/word-class.ts'
import { Listed } from '../../../lexicon/names/name-lists.ts'
import type { Context } from '../../../reader/context.ts'
import { listsAt, lowerAt, spanOf } from '../../../reader/words.ts'
import type { Sentence } from '../../../types/document.ts'
import { holdsQuotation } from '../../clauses/lead.ts'
import type { ReportDraft } from '../../clauses/report-draft.ts'

/** The longest headline and the longest source, in tokens, and the fewest words of the report. */
const LONGEST_HEADLINE = 30
const LONGEST_SOURCE = 8
const FEWEST_WORDS = 4
const SOURCES = new Set(
  'police sources officials experts ministry government govt court lawyers doctors scientists'.split(' '),
)

/** Finds the reports of all headlines that end with their source. A headline is a line without a final mark. */
export function findHeadlineSources(context: Context): ReportDraft[] {
  const { paragraphs, sentences } = context.document
  return paragraphs.flatMap(({ firstSentence, lastSentence }) => {
    const sentence = sentences[firstSentence]
    const isLine = sentence && lastSentence === firstSentence + 1 && isHeadline(context, sentence)
    return (
      (isLine &&
        (afterColon(context, sentence) ?? afterVerb(context, sentence) ?? beforeVerb(context, sentence))) ||
      []
    )
  })
}

const isHeadline = (context: Context, { firstToken, lastToken }: Sentence): boolean =>
  lastToken - firstToken <= LONGEST_HEADLINE && !/^[.?!…:;,")\]]$/.test(lowerAt(context, lastToken - 1))

/** Reads "The lock will hold: harbour master Ann Lee". */
function afterColon(context: Context, { firstToken, lastToken }: Sentence): ReportDraft | undefined {
  let colon = lastToken - 1
  while (colon > firstToken && lowerAt(context, colon) !== ':') colon--
  if (colon - firstToken < FEWEST_WORDS || holdsQuotation(context, colon, lastToken)) return undefined
  if (!isSource(context, colon + 1, lastToken)) return undefined
  const mark = { first: colon, last: colon + 1 }
  return {
    rule: 'headline-source',
    cue: { ...spanOf(context, mark), ...mark, lemma: ':', kind: 'colon', polarity: 'affirmed' },
    content: [{ first: firstToken, last: colon }],
    speaker: { first: colon + 1, last: lastToken },
    quotationAlone: true,
  }
}

/** Reads "A gift to the valley, says mayor". */
function afterVerb(context: Context, { firstToken, lastToken }: Sentence): ReportDraft | undefined {
  for (let at = lastToken - 2; at > firstToken + FEWEST_WORDS && at > lastToken - 2 - LONGEST_SOURCE; at--) {
    const cue = context.cueOf.get(context.grammar.verbGroupOf[at] ?? -1)
    if (!cue || context.forms[at] !== VerbForm.third || rateOf(cue.verb, 'zero') < SAYING_RATE) continue
    if (rateOf(cue.verb, 'hearer') > 0) return undefined
    const isClause = lowerAt(context, at - 1) === ',' && !holdsQuotation(context, at - 2, at)
    return isClause && isSource(context, cue.last, lastToken)
      ? {
          rule: 'headline-source',
          cue,
          content: [{ first: firstToken, last: at }],
          speaker: { first: cue.last, last: lastToken },
        }
      : undefined
  }
  return undefined
}

/** Reads "Two dead in Holm, mayor confirms". */
function beforeVerb(context: Context, { firstToken, lastToken }: Sentence): ReportDraft | undefined {
  const cue = context.cueOf.get(context.grammar.verbGroupOf[lastToken - 1] ?? -1)
  if (!cue || context.forms[lastToken - 1] !== VerbForm.third || rateOf(cue.verb, 'zero') < SAYING_RATE)
    return undefined
  let comma = cue.first - 1
  while (comma > firstToken && lowerAt(context, comma) !== ',') comma--
  if (comma - firstToken < FEWEST_WORDS || holdsQuotation(context, comma - 2, comma)) return undefined
  if (!isSource(context, comma + 1, cue.first)) return undefined
  return {
    rule: 'headline-source',
    cue,
    content: [{ first: firstToken, last: comma }],
    speaker: { first: comma + 1, last: cue.first },
  }
}

/** The lowest rate with a clause, in tenths, of verbs in such headlines. */
const SAYING_RATE = 7

/** Returns true for a name, an office, or a noun for a source, and nothing else. */
function isSource(context: Context, first: number, last: number): boolean {
  if (last - first < 1 || last - first > LONGEST_SOURCE) return false
  for (let at = first; at < last; at++)
    if (context.grammar.verbGroupOf[at] !== -1 || context.document.tokens[at]?.kind !== 'word') return false
  for (let at = first; at < last; at++) {
    const word = lowerAt(context, at)
    const isNoun = SOURCES.has(word) || SURVEY_NOUNS.has(word) || WRITING_NOUNS.has(word)
    if (listsAt(context, at) & (Listed.title | Listed.givenName) || (isNoun && at === last - 1)) return true
  }
  return false
}
