import { shareWords, type WordRange } from './range.ts'
import {
  ABOUT,
  ASK_VERBS,
  AUXILIARIES,
  BEFORE_TOPIC,
  PRINT_NOUNS,
  QUOTE_NOUNS,
  SAY,
  TITLE_NOUNS,
} from './word-lists.ts'
import type { QuestionWord } from './words.ts'

/**
 * The role of a name in a question: the speaker, the publisher or the topic; `open` if the question does not show it.
 */
export type Position = 'speaker' | 'publisher' | 'topic' | 'open'

const PLACE = new Set(['in', 'from', 'by', 'at'])
const PRINTED = new Set(['published', 'printed', ...PRINT_NOUNS])
const REPORTING = new Set([
  'report',
  'reports',
  'reported',
  'write',
  'writes',
  'wrote',
  'print',
  'prints',
  'printed',
])

/**
 * Returns the role of a name in a question.
 * @param periods the periods of the question. Their prepositions do not belong to names.
 */
export function positionOf(
  words: readonly QuestionWord[],
  name: WordRange,
  periods: readonly WordRange[],
): Position {
  const wordAt = (index: number): string => {
    const isTime = periods.some((period) => shareWords(period, { first: index, last: index + 1 }))
    return words[index]?.isFree && !isTime ? words[index].folded : ''
  }
  let start = name.first
  while (TITLE_NOUNS.has(wordAt(start - 1)) || wordAt(start - 1) === 'the') start -= 1
  const before = wordAt(start - 1)
  const after = wordAt(name.last)
  if (before === 'by' && PRINTED.has(wordAt(start - 2))) return 'publisher'
  if (before === 'by' || (before === 'to' && wordAt(start - 2) === 'according')) return 'speaker'
  if (['of', 'from'].includes(before) && QUOTE_NOUNS.has(wordAt(start - 2))) return 'speaker'
  if (PLACE.has(before) || REPORTING.has(after) || PRINT_NOUNS.has(after)) return 'publisher'
  if (AUXILIARIES.has(before) || SAY.has(after) || (ASK_VERBS.has(after) && ABOUT.has(wordAt(name.last + 1))))
    return 'speaker'
  if (BEFORE_TOPIC.has(before)) return 'topic'
  const about = [...words.keys()].findIndex((index) => index > 0 && ABOUT.has(wordAt(index)))
  return about >= 0 && about < name.first ? 'topic' : 'open'
}
