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

/** The names and dates that are known before a question is read. */
export interface QuestionContext {
  readonly words: readonly QuestionWord[]
  readonly matches: readonly NameMatch[]
  /** The day that relative dates count from. */
  readonly today: string
  /** The names of the filters that the request sets by itself. */
  readonly given: ReadonlySet<string>
}

const STRICT = { isAnyWord: false, isOverlap: false } as const
const NOTHING: Draft = { names: [], periods: [], ignored: new Set() }
const NEEDS_WORDS = 'Searched as words, because exclusions need words beside them.'
const NOT_SURELY = 'No statement that answers the question was certainly said then. These may have been.'
const LOOKED_UP = 'Searched in what was said, in names and in roles.'
const NAMES_AS_WORDS =
  'No statement that is certainly from these names answers the question, so the names are searched as words.'
const ALL_WORDS = 'Only words of asking are left, so all words are searched.'
const ONE_IS_ENOUGH = 'No statement has all words. These have at least one of them.'

/**
 * Reads a question: names and dates become filters, the words of asking are ignored, and the rest is searched. If
 * nothing would be left to find statements by, all words are searched.
 * @returns the reading, then looser ones for the case that it finds nothing.
 */
export function readQuestion(
  question: string,
  context: QuestionContext,
): readonly [QuestionReading, ...QuestionReading[]] {
  const { words, matches, today, given } = context
  const periods = apart(readPeriods(question, words, today))
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

/** Reads names as words to search. */
const withoutNames = (draft: Draft, note: string): Draft => ({
  ...draft,
  names: draft.names.map((name) =>
    name.taken.length === 0 ? name : { ...name, taken: [], others: [...name.taken, ...name.others], note },
  ),
})

/** Returns the reading in which one word of several is enough. Signs and phrases are meant as they are. */
function anyWord(parts: readonly ReadPart[], words: readonly QuestionWord[]): QuestionReading[] {
  const wanted = parts.flatMap(({ filters }) => filters['q'] ?? [])
  const isTooLong = wanted.join(OR).length > SEARCH_LENGTH_MAX
  if (wanted.length < 2 || isTooLong || words.some(({ isFree }) => !isFree)) return []
  return [{ ...STRICT, parts, isAnyWord: true, note: ONE_IS_ENOUGH }]
}

/**
 * Returns whether parts find some statements and not all: by words that say something, or by filters without exclusions.
 */
function isEnough(parts: readonly ReadPart[]): boolean {
  const { groups, excluded } = searchOf(parts)
  return (
    groups.flat().some(({ text }) => !NEGATIONS.has(text.toLowerCase())) ||
    (groups.length + excluded.length === 0 &&
      parts.some(({ kind }) => kind !== 'words' && kind !== 'ignored'))
  )
}

/** Leaves out periods that share words with an earlier one, and all but the first of a kind. */
const apart = (periods: readonly ReadPeriod[]): ReadPeriod[] =>
  periods.filter(
    (period, index) =>
      !periods.slice(0, index).some((other) => other.kind === period.kind || shareWords(other, period)),
  )

/** Returns the search that the words of parts make. */
const searchOf = (parts: readonly ReadPart[]): SearchQuery =>
  parseSearch(parametersOf({ ...STRICT, parts })['q']?.[0] ?? '')
