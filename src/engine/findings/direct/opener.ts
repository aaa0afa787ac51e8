import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, sentenceAt } from '../../reader/words.ts'
import { opensManner } from '../clauses/lead.ts'
import { type QuotationAttribution, quoteRate } from './attribution.ts'
import { finalMarkOf, type QuotedRun } from './quoted-runs.ts'

/** An adverb or phrase before the words, with its comma, takes no more tokens than this. */
const LONGEST_OPENER = 40
/** A shorter one ("Still,") is no part of the statement. */
const SHORTEST_OPENER = 3

/**
 * True where the statement may begin before the words in their sentence, or with them: what stands there is no clause
 * that reports something itself. Words that end with a comma may follow any other ('The deal “is dead,” she said').
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

/** True where the sentence begins with the words, or with an adverb or phrase before them. */
export function isPlainOpener(context: Context, run: QuotedRun): boolean {
  if (run.initial || lowerAt(context, run.open - 1) === '(' || finalMarkOf(context, run) !== ',') return true
  const { firstToken } = sentenceAt(context, run.open)
  for (let at = firstToken; at < run.open; at++) {
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)?.form === 'finite') return false
  }
  return /^[,:]$/.test(lowerAt(context, run.open - 1))
}

/** After words that only end a longer statement, the cue is a plain verb of speech and no clause of its own follows it. */
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
    found.cue.lemma === 'tell' ||
    !(complement || lowerAt(context, found.end) === 'that')
  )
}

function forbidsOpener(context: Context, at: number, comma: boolean): boolean {
  if (verbGroupOf(context, at)?.form !== 'finite') return false
  return !comma || quoteRate(context, context.grammar.verbGroupOf[at] ?? -1) >= 6
}

/**
 * Where the words without marks begin that open the statement in the sentence of its first quotation; null where it
 * begins with the quotation, or with no more than "Yet," or "And".
 */
export function openerOf(context: Context, run: QuotedRun, { rule }: QuotationAttribution): number | null {
  if (run.initial || run.part > 0 || !rule.startsWith('direct/quote-')) return null
  const before = lowerAt(context, run.open - 1)
  const { firstToken } = sentenceAt(context, run.open)
  if (before === ',' && opensManner(context, { first: firstToken, last: run.open })) return null
  const short = run.open - firstToken < SHORTEST_OPENER
  const set = before === ',' || classAt(context, run.open - 1) === WordClass.coordinator
  if (/^[:(]$/.test(before) || isDash(before) || (short && set)) return null
  const { tokens } = context.document
  let first = firstToken
  while (first < run.open && tokens[first]?.kind !== 'word' && tokens[first]?.kind !== 'number') first++
  return first < run.open ? (tokens[firstToken]?.start ?? null) : null
}
