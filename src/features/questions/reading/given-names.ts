import { compatibleNames, parseName } from '../../../core/names.ts'
import { isGivenName } from '../../../engine/index.ts'
import type { KnownName, NameMatch } from './name-reading.ts'
import { COMMON_WORDS, PRONOUNS } from './word-lists.ts'
import type { QuestionWord } from './words.ts'

const GIVEN_NAMES_MAX = 3

/**
 * Matches the given names and initials before a family name with people.
 * @returns the people whose names agree with the question, and the index of the first word of the name. There are no
 * people if the given name belongs to someone else.
 */
export function withGivenNames(
  words: readonly QuestionWord[],
  { first, last }: NameMatch,
  people: readonly KnownName[],
) {
  for (let count = GIVEN_NAMES_MAX; count > 0; count--) {
    const before = words.slice(Math.max(0, first - count), first)
    if (before.length < count || before.some(({ isFree, folded }) => !isFree || PRONOUNS.has(folded)))
      continue
    const printed = parseName(
      words
        .slice(first - count, last)
        .map(({ text }) => text)
        .join(' '),
    )
    if (printed.given.length + printed.particles.length !== count) continue
    const fitting = people.filter(({ name }) => compatibleNames(printed, parseName(name)))
    if (fitting.length > 0) return { fitting, first: first - count }
  }
  const before = words[first - 1]
  const isOther = before?.isFree === true && isGivenName(before.folded) && !COMMON_WORDS.has(before.folded)
  return { fitting: isOther ? [] : people, first }
}
