import { shareWords, type WordRange } from './range.ts'
import {
  ABOUT,
  ASK_VERBS,
  FUNCTION_WORDS,
  OPENERS,
  PRINT_NOUNS,
  QUOTE_NOUNS,
  REQUESTS,
  SAY,
} from './word-lists.ts'
import { isOneCase, type QuestionWord } from './words.ts'

const BEFORE_SPEAKER = new Set(['by', 'from', 'of', 'about', 'on'])
const BEFORE_REPORTED = new Set([...ABOUT, 'that', 'of', 'to'])

/**
 * Finds the words that only ask: "what did … say about", "quotes by", "the". They are not searched.
 * @param read the words that were read as names and periods.
 * @returns the indexes of the words.
 */
export function ignoredWords(words: readonly QuestionWord[], read: readonly WordRange[]): Set<number> {
  const isRead = (index: number): boolean =>
    read.some((range) => shareWords(range, { first: index, last: index + 1 }))
  const wordAt = (index: number): string => (words[index]?.isFree ? words[index].folded : '')
  const isQuestion = OPENERS.has(wordAt(0))
  const oneCase = isOneCase(words)
  const isIgnored = (index: number): boolean => {
    const { folded, isCapital } = words[index]!
    const next = wordAt(index + 1)
    // A function word with a capital may be a name: Will.
    if (FUNCTION_WORDS.has(folded)) return !isCapital || oneCase || index === 0 || folded === 'i'
    if (SAY.has(folded)) return true
    if (folded === 'according') return next === 'to'
    if (index === 0 && REQUESTS.has(folded)) return words.length > 1
    if (QUOTE_NOUNS.has(folded) && BEFORE_SPEAKER.has(next)) return true
    if (PRINT_NOUNS.has(folded))
      return isRead(index + 1) || isRead(index - 1) || next === 'in' || BEFORE_SPEAKER.has(next)
    if (folded === 'many' || folded === 'much') return wordAt(index - 1) === 'how'
    if (!ASK_VERBS.has(folded)) return false
    return (
      (isQuestion && (BEFORE_REPORTED.has(next) || index === words.length - 1)) || wordAt(index - 1) === 'who'
    )
  }
  return new Set(
    [...words.keys()].filter((index) => words[index]!.isFree && !isRead(index) && isIgnored(index)),
  )
}
