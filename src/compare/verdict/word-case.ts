import type { QuoteWord } from '../quotation/read-quotation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import type { FoldKind } from './types.ts'

const FIRST_LETTER = /^\P{L}*\p{L}/u

/**
 * Returns the fold for a difference in case; null if the difference is a change, such as "US" for "us"; undefined if
 * there is no difference.
 */
export function foldOfCase(
  quoted: QuoteWord,
  word: StatementWord,
  isQuoteInCapitals: boolean,
  isFirstOfPiece: boolean,
): FoldKind | null | undefined {
  if (quoted.cased === word.cased) return undefined
  if (isQuoteInCapitals || word.isInCapitals) return 'all-capitals'
  const lowered = (cased: string): string => cased.replace(FIRST_LETTER, (letter) => letter.toLowerCase())
  if (lowered(quoted.cased) !== lowered(word.cased)) return null
  if (quoted.isBracketed || word.exact.startsWith('[')) return 'bracketed-letter'
  // A capital needs a reason in the quotation itself: that a piece of the article begins there is none.
  const isCapital = lowered(quoted.cased) !== quoted.cased
  return quoted.mayStart || word.startsSentence || (isFirstOfPiece && !isCapital) ? 'case-at-start' : null
}
