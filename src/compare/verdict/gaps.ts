import { quote as quoteSpan } from '../../core/span.ts'
import { isTurningWord } from '../language/negation.ts'
import { isNumber } from '../language/numbers.ts'
import { isPronoun } from '../language/pronouns.ts'
import type { Join } from '../quotation/read-quotation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import { readWords } from '../words/read-words.ts'
import { piecesOf, quotedWord, type Sequence } from './sequence.ts'
import type { Gap, Gloss } from './types.ts'

/** The most words that a gloss may replace. */
const REPLACED_MAX = 3

/**
 * Returns the gap of a quotation for the words `[from, to)` of a sequence, with the sounds and the words of the report
 * between them. Null if the gap has no words.
 * @param at the offset in the quotation after the gap.
 */
export function gapOf(
  text: string,
  sequence: Sequence,
  [from, to]: readonly [number, number],
  at: number,
  isMarked: boolean,
): Gap | null {
  const left = wordsBetween(sequence, from, to)
  const spoken = left.filter(({ isSound, isBracketed }) => !isSound && !isBracketed)
  if (spoken.length === 0) return null
  return {
    quote: quoteSpan(text, { start: at, end: at }),
    statement: piecesOf(sequence.statement, left),
    words: spoken.length,
    isMarked,
    isReport: left.every(({ isQuoted }) => !isQuoted),
    turning: left.filter(({ key }) => isTurningWord(key)).map(quotedWord),
  }
}

/** Returns the words of the statement after the word `from - 1` and before the word `to` of a sequence. */
function wordsBetween({ statement, words }: Sequence, from: number, to: number): readonly StatementWord[] {
  const first = from > 0 ? words[from - 1]!.index + 1 : 0
  const last = words[to]?.index ?? statement.words.length
  return statement.words.slice(first, last)
}

/** Returns the glosses among the joins before a fragment. They replace the words `[from, to)`. */
export function glossesOf(
  joins: readonly Join[],
  sequence: Sequence,
  [from, to]: readonly [number, number],
): Gloss[] {
  const replaced =
    from < to ? (piecesOf(sequence.statement, sequence.words.slice(from, to))[0] ?? null) : null
  return joins
    .filter(({ kind }) => kind === 'gloss')
    .map(({ start, end, exact }) => ({ quote: { start, end, exact }, replaced }))
}

/** Returns true if glosses only explain: they replace only pronouns, and add no number and no negation. */
export function isFairGloss(joins: readonly Join[], replaced: readonly StatementWord[]): boolean {
  const glosses = joins.filter(({ kind }) => kind === 'gloss')
  return (
    glosses.length > 0 &&
    replaced.length <= REPLACED_MAX &&
    replaced.every(({ key }) => isPronoun(key)) &&
    glosses.every(({ exact }) => readWords(exact).every(({ key }) => !isTurningWord(key) && !isNumber(key)))
  )
}
