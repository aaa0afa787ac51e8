import { isTurningWord } from '../language/negation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import { quotedWord, type Sequence } from './sequence.ts'
import type { Cut } from './types.ts'

/** The most words of the rest of a sentence that are searched. */
const WORDS_MAX = 60

/**
 * Returns the words that a quotation of the words `[from, to)` leaves out of its first and last sentence. `turning`
 * includes words of the report in the same sentence, because they can deny the quoted words.
 */
export function cutAround({ statement, words }: Sequence, from: number, to: number): Cut {
  const [first, last] = [words[from]!, words[to - 1]!]
  const before = wordsBefore(statement.words, first)
  const after = wordsAfter(statement.words, last)
  return {
    before: before.some(isSpoken),
    after: after.some(isSpoken),
    turning: [...before, ...after].filter(({ key }) => isTurningWord(key)).map(quotedWord),
  }
}

const isSpoken = ({ isQuoted, isSound, isBracketed }: StatementWord): boolean =>
  isQuoted && !isSound && !isBracketed

function wordsBefore(words: readonly StatementWord[], first: StatementWord): StatementWord[] {
  let from = first.index
  while (from > 0 && !words[from]!.startsSentence && first.index - from < WORDS_MAX) from--
  return words.slice(from, first.index)
}

function wordsAfter(words: readonly StatementWord[], last: StatementWord): StatementWord[] {
  let to = last.index + 1
  while (to < words.length && !words[to]!.startsSentence && to - last.index < WORDS_MAX) to++
  return words.slice(last.index + 1, to)
}
