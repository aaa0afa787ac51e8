import type { NameMatch } from './name-reading.ts'
import type { Position } from './position.ts'
import { AUXILIARIES, COMMON_WORDS, FUNCTION_WORDS, PRONOUNS, SAY, TITLE_NOUNS } from './word-lists.ts'
import type { QuestionWord } from './words.ts'

/** Returns whether a single word means a name, and not an everyday word. */
export function isEvident(
  words: readonly QuestionWord[],
  { first, last, by }: NameMatch,
  position: Position,
  oneCase: boolean,
): boolean {
  const { folded, isCapital } = words[first]!
  if (PRONOUNS.has(folded)) return false
  if (!COMMON_WORDS.has(folded) || by === 'slip') return true
  if (isCapital && !oneCase && first > 0) return true
  if (TITLE_NOUNS.has(words[first - 1]?.folded ?? '')) return true
  const isBetween = AUXILIARIES.has(words[first - 1]?.folded ?? '') && SAY.has(words[last]?.folded ?? '')
  return isBetween || (position === 'speaker' && !FUNCTION_WORDS.has(folded))
}
