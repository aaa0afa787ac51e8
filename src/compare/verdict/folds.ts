import { type Quoted, quote as quoteSpan } from '../../core/span.ts'
import type { QuoteWord } from '../quotation/read-quotation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import { foldsOfGaps } from '../words/fold-gap.ts'
import { foldsOfWords } from '../words/fold-word.ts'
import { evidence, isUnspoken, quotedWord, type Sequence } from './sequence.ts'
import type { Change, Fold } from './types.ts'
import { foldOfCase } from './word-case.ts'

/** Equal words: `quoted[i]` is the word `from + i` of the sequence. */
export interface Matched {
  readonly quoted: readonly QuoteWord[]
  /** The range of the words in the sequence. */
  readonly from: number
  readonly to: number
}

/** The differences between equal words: folds, and changes of case that are not folded. */
export interface Differences {
  readonly folds: readonly Fold[]
  readonly changes: readonly Change[]
}

/** Lists all differences in typography between equal words. */
export function differencesIn(
  text: string,
  sequence: Sequence,
  { quoted, from }: Matched,
  isQuoteInCapitals: boolean,
): Differences {
  const folds: Fold[] = []
  const changes: Change[] = []
  const { statement, words } = sequence
  quoted.forEach((word, index) => {
    const other = words[from + index]!
    const [quote, recorded] = [quoteSpan(text, word), quotedWord(other)]
    const before = index > 0 ? words[from + index - 1]! : undefined
    if (before) folds.push(...foldsBetween(text, sequence, quoted[index - 1]!, word, before, other))
    const isFirstOfPiece = words[from + index - 1]?.segment !== other.segment
    const ofCase = foldOfCase(word, other, isQuoteInCapitals, isFirstOfPiece)
    if (ofCase === null) changes.push({ kind: 'capitalization', quote, statement: recorded, isMarked: false })
    else if (ofCase) folds.push({ kind: ofCase, quote, statement: recorded })
    else if (hasBracket(quote) !== hasBracket(recorded))
      folds.push({ kind: 'bracketed-letter', quote, statement: recorded })
    const [one, another] = [quote, recorded].map(({ exact }) => exact.replace(/[[\]]/g, ''))
    for (const kind of foldsOfWords(one!, another!)) folds.push({ kind, quote, statement: recorded })
  })
  folds.push(...skipped(text, statement, quoted, words.slice(from, from + quoted.length)))
  return { folds, changes }
}

const hasBracket = ({ exact }: Quoted): boolean => exact.includes('[')

/** Lists the differences between two neighboring words that both texts have. */
export function foldsBetween(
  text: string,
  { statement }: Sequence,
  quotedBefore: QuoteWord,
  quoted: QuoteWord,
  before: StatementWord,
  word: StatementWord,
): Fold[] {
  if (word.index !== before.index + 1 || word.segment !== before.segment) return []
  const quote = quoteSpan(text, { start: quotedBefore.end, end: quoted.start })
  const gap = evidence(statement, word.segment, before.end, word.start)
  return foldsOfGaps(quote.exact, gap.exact).map((kind) => ({
    kind,
    quote,
    statement: gap,
  }))
}

/** Returns the fold for a word of the article that the quotation leaves out at an offset. */
const leftOut = (text: string, at: number, word: StatementWord): Fold => ({
  kind: word.isSound ? 'sound' : 'editor-of-the-article',
  quote: quoteSpan(text, { start: at, end: at }),
  statement: quotedWord(word),
})

/** Lists the sounds and the brackets of the article between the words of a run. */
function skipped(
  text: string,
  { words }: Sequence['statement'],
  quoted: readonly QuoteWord[],
  run: readonly StatementWord[],
): Fold[] {
  return run
    .slice(1)
    .flatMap((word, index) =>
      words
        .slice(run[index]!.index + 1, word.index)
        .map((left) => leftOut(text, quoted[index + 1]!.start, left)),
    )
}

/** Lists the sounds and the brackets of the article before the first and after the last word of whole sentences. */
export function unspokenAtEdges(
  text: string,
  { words: all }: Sequence['statement'],
  [first, last]: readonly [StatementWord, StatementWord],
  quoted: readonly QuoteWord[],
): Fold[] {
  let from = first.index
  while (!all[from]!.startsSentence && isUnspoken(all[from - 1])) from--
  let to = last.index + 1
  while (isUnspoken(all[to]) && !all[to]!.startsSentence) to++
  return [
    ...all.slice(from, first.index).map((word) => leftOut(text, quoted[0]!.start, word)),
    ...all.slice(last.index + 1, to).map((word) => leftOut(text, quoted.at(-1)!.end, word)),
  ]
}

/** Lists the differences in punctuation between the last word and the next word. */
export function foldsAtEnd(text: string, sequence: Sequence, quoted: QuoteWord, last: StatementWord): Fold[] {
  const { statement } = sequence
  const segment = statement.segments[last.segment]!
  const next = statement.words[last.index + 1]
  const end = next?.segment === last.segment ? next.start : segment.start + segment.exact.length
  const quote = quoteSpan(text, { start: quoted.end, end: text.length })
  const after = evidence(statement, last.segment, last.end, end)
  const marks = (found: Quoted): string => found.exact.replace(/["'“”„«»‘’`´\s]/gu, '')
  return marks(quote) === '' || marks(quote) === marks(after)
    ? []
    : [{ kind: 'final-punctuation', quote, statement: after }]
}
