/** Names that hold a date word: "the Mail on Sunday", "the Today programme", "Black Friday". */
import { startsUpper } from '../lexicon/text/characters.ts'
import type { Sentence, Token } from '../types/document.ts'

const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
const DAYS_OF_THE_YEAR = new Set('black cyber super bloody giving fat maundy shrove'.split(' '))
const PAPERS_BEFORE = new Set(
  'mail independent scotland wales ireland telegraph star express mirror sun'.split(' '),
)
const WORDS_AFTER = new Set(
  (
    'times night morning post telegraph mirror mail express sun tribune today show live herald business standard independent world ' +
    'politics star people breakfast edition brunch'
  ).split(' '),
)

/** Returns true for a date expression, tokens `[first, last)`, that is part of a name. */
export function isPartOfName(
  tokens: readonly Token[],
  sentence: Sentence,
  first: number,
  last: number,
): boolean {
  const word = tokens[first]?.lower ?? ''
  const before = tokens[first - 1]
  if (first === sentence.firstToken || !isUpper(tokens[first])) return false
  if (isUpper(before) && DAYS_OF_THE_YEAR.has(before?.lower ?? '') && WEEKDAYS.test(word)) return true
  const after = tokens[last]
  if (WEEKDAYS.test(word)) {
    if (isUpper(after) && WORDS_AFTER.has(after?.lower ?? '')) return true
    return (
      before?.lower === 'on' &&
      isUpper(tokens[first - 2]) &&
      PAPERS_BEFORE.has(tokens[first - 2]?.lower ?? '')
    )
  }
  if (/^(?:today|tonight|tomorrow)$/.test(word)) return !/^["'“‘:—–(]$/.test(before?.lower ?? '')
  return last - first === 2 && /^(?:this|last|next)$/.test(word) && isUpper(tokens[last - 1])
}

const isUpper = (token: Token | undefined): boolean => token !== undefined && startsUpper(token.text)
