import { parseSearch, SEARCH_LENGTH_MAX, type SearchQuery } from '../../../core/search-query.ts'
import { ignoredWords } from './ignored.ts'
import type { NameMatch } from './name-reading.ts'
import { readNames } from './names.ts'
import { OR, parametersOf, type QuestionReading } from './parameters-of.ts'
import { type Draft, partsOf, type ReadPart } from './parts.ts'
import { type ReadPeriod, readPeriods } from './periods.ts'
import { shareWords } from './range.ts'
import { NEGATIONS } from './word-lists.ts'
import type { QuestionWord } from './words.ts'

/** The facts that are known before a question is read. */
export interface QuestionContext {
  readonly words: readonly QuestionWord[]
  readonly matches: readonly NameMatch[]
  /** The day from which relative dates count. */
  readonly today: string
  /** The names of the filters that the request has beside the question. */
  readonly given: ReadonlySet<string>
}

const STRICT = { isAnyWord: false, isOverlap: false } as const
const NOTHING: Draft = { names: [], periods: [], ignored: new Set() }
const NEEDS_WORDS = 'Searched as words, because an exclusion needs other words to search.'
const NOT_SURELY =
  'No matching statement was certainly said in this period. These statements may have been said in it.'
const LOOKED_UP = 'Searched as words in statements, names and roles.'
const NAMES_AS_WORDS =
  'No statement of these speakers or publishers matches, so the names are searched as words.'
const ALL_WORDS = 'All words only ask, so all of them are searched.'
const ONE_IS_ENOUGH = 'No statement has all words. These statements have at least one of the words.'

/**
 * Reads a question: names and dates become filters, words that only ask are ignored, and the other words are searched.
 * If no filter and no word is left, all words are searched.
 * @returns the reading, then looser readings to try if the reading before finds nothing.
 */
export function readQuestion(
  question: string,
  context: QuestionContext,
): readonly [QuestionReading, ...QuestionReading[]] {
  const { words, matches, today, given } = context
  const periods = firstOfEachKind(readPeriods(question, words, today))
  const kinds = new Set(
    (['official', 'organization', 'publisher'] as const).filter((kind) => given.has(kind)),
  )
  const names = readNames(words, matches, periods, kinds)
  const free = periods.filter((period) => !names.some((name) => shareWords(name, period)))
  const ignored = ignoredWords(words, [...names.filter(({ taken }) => taken.length > 0), ...free])
  const draft: Draft = { names, periods: free, ignored }
  const drafts: readonly Draft[] = [
    draft,
    withoutNames(draft, NEEDS_WORDS),
    { ...NOTHING, periods: free },
    NOTHING,
  ]
  const readings = drafts.map((one) => partsOf(question, words, one, given))
  const parts = readings.find(isEnough) ?? readings.at(-1)!
  const isAllWords = parts === readings.at(-1) || parts === readings.at(-2)
  const reading = { parts, ...STRICT, note: isAllWords ? ALL_WORDS : null }
  if (parts !== readings[0]) return [reading]
  const isNamed = names.some(({ taken }) => taken.length > 0)
  return [
    reading,
    ...(isTimed(parts) && !given.has('match') ? [{ ...reading, isOverlap: true, note: NOT_SURELY }] : []),
    ...(isNamed
      ? [
          {
            ...STRICT,
            parts: partsOf(question, words, withoutNames(draft, LOOKED_UP), given),
            note: NAMES_AS_WORDS,
          },
        ]
      : []),
    ...anyWord(parts, words),
  ]
}

const isTimed = (parts: readonly ReadPart[]): boolean => parts.some(({ kind }) => kind === 'said')

/** Returns a draft in which names are words to search. */
const withoutNames = (draft: Draft, note: string): Draft => ({
  ...draft,
  names: draft.names.map((name) =>
    name.taken.length === 0 ? name : { ...name, taken: [], others: [...name.taken, ...name.others], note },
  ),
})

/**
 * Returns the reading in which a statement needs only one of several words. A question with signs or phrases has no
 * such reading.
 */
function anyWord(parts: readonly ReadPart[], words: readonly QuestionWord[]): QuestionReading[] {
  const wanted = parts.flatMap(({ filters }) => filters['q'] ?? [])
  const isTooLong = wanted.join(OR).length > SEARCH_LENGTH_MAX
  if (wanted.length < 2 || isTooLong || words.some(({ isFree }) => !isFree)) return []
  return [{ ...STRICT, parts, isAnyWord: true, note: ONE_IS_ENOUGH }]
}

/**
 * Returns whether parts select some of all statements: by words other than negations, or by filters without exclusions.
 */
function isEnough(parts: readonly ReadPart[]): boolean {
  const { groups, excluded } = searchOf(parts)
  return (
    groups.flat().some(({ text }) => !NEGATIONS.has(text.toLowerCase())) ||
    (groups.length + excluded.length === 0 &&
      parts.some(({ kind }) => kind !== 'words' && kind !== 'ignored'))
  )
}

/** Returns the first period of each kind, without periods that share words with an earlier period. */
const firstOfEachKind = (periods: readonly ReadPeriod[]): ReadPeriod[] =>
  periods.filter(
    (period, index) =>
      !periods.slice(0, index).some((other) => other.kind === period.kind || shareWords(other, period)),
  )

/** Returns the search for the words of parts. */
const searchOf = (parts: readonly ReadPart[]): SearchQuery =>
  parseSearch(parametersOf({ ...STRICT, parts })['q']?.[0] ?? '')
