import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, sentenceAt } from '../../reader/words.ts'
import { opensManner } from '../clauses/lead.ts'
import { type QuotationAttribution, quoteRate } from './attribution.ts'
import { finalMarkOf, type QuotedRun } from './quoted-runs.ts'

/** The longest adverb or phrase before the quotation, in tokens, comma included. */
const LONGEST_OPENER = 40
/** The shortest opener that belongs to the statement, in tokens, comma included. "Still," is shorter. */
const SHORTEST_OPENER = 3

/**
 * Returns true if the statement can begin with the quotation, or with words before it that contain no report. A
 * quotation that ends with a comma may follow any words ('The deal “is dead,” she said').
 */
export function opensStatement(context: Context, run: QuotedRun): boolean {
  if (run.initial) return true
  const before = lowerAt(context, run.open - 1)
  if (before === ':' || before === '(' || isDash(before)) return true
  const { firstToken } = sentenceAt(context, run.open)
  if (run.open - firstToken > LONGEST_OPENER) return false
  const comma = finalMarkOf(context, run) === ','
  for (let at = firstToken; at < run.open; at++) {
    const quoted = context.quotationOf[at] !== -1
    if (quoted ? !comma : forbidsOpener(context, at, comma)) return false
  }
  return comma || before === ',' || classAt(context, run.open - 1) === WordClass.coordinator
}

/** Returns true if the sentence begins with the quotation, or with an adverb or phrase before it. */
export function isPlainOpener(context: Context, run: QuotedRun): boolean {
  if (run.initial || lowerAt(context, run.open - 1) === '(' || finalMarkOf(context, run) !== ',') return true
  const { firstToken } = sentenceAt(context, run.open)
  for (let at = firstToken; at < run.open; at++) {
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)?.form === 'finite') return false
  }
  return /^[,:]$/.test(lowerAt(context, run.open - 1))
}

/** Returns true for a cue after the end of a longer statement: a plain reporting verb without a clause after it. */
export function closesSentence(
  context: Context,
  run: QuotedRun,
  found: QuotationAttribution,
  limit: number,
): boolean {
  const use = run.quotation.use
  if (use === 'title' || quoteRate(context, context.grammar.verbGroupOf[found.anchor] ?? -1) < 6) return false
  const next = nounPhraseOf(context, found.end)
  const complement = next !== undefined && next.first === found.end && !isTimePhrase(context, next)
  return (
    found.end >= limit ||
    found.cue?.lemma === 'tell' ||
    !(complement || lowerAt(context, found.end) === 'that')
  )
}

function forbidsOpener(context: Context, at: number, comma: boolean): boolean {
  if (verbGroupOf(context, at)?.form !== 'finite') return false
  return !comma || quoteRate(context, context.grammar.verbGroupOf[at] ?? -1) >= 6
}

/** Returns the start of the unquoted words that open the statement; null if there are none, or only "Yet," or "And". */
export function openerOf(context: Context, run: QuotedRun, { rule }: QuotationAttribution): number | null {
  if (run.initial || run.part > 0 || !rule.startsWith('direct/quote-')) return null
  const before = lowerAt(context, run.open - 1)
  const { firstToken } = sentenceAt(context, run.open)
  if (before === ']' && lowerAt(context, firstToken) === '[') return null
  if (before === ',' && opensManner(context, { first: firstToken, last: run.open })) return null
  const short = run.open - firstToken < SHORTEST_OPENER
  const set = before === ',' || classAt(context, run.open - 1) === WordClass.coordinator
  if (/^[:(]$/.test(before) || isDash(before) || (short && set)) return null
  const { tokens } = context.document
  let first = firstToken
  while (first < run.open && tokens[first]?.kind !== 'word' && tokens[first]?.kind !== 'number') first++
  return first < run.open ? (tokens[firstToken]?.start ?? null) : null
}
