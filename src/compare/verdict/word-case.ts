import type { QuoteWord } from '../quotation/read-quotation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import type { FoldKind } from './types.ts'

const FIRST_LETTER = /^\P{L}*\p{L}/u

/** Returns why a difference in case is no change; null if it is one, such as "US" for "us"; undefined if there is none. */
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
  return quoted.mayStart || word.startsSentence || isFirstOfPiece ? 'case-at-start' : null
}
