import { addDays, type Day } from '../../../core/calendar.ts'
import { findPastDates } from '../../../engine/index.ts'
import type { WordRange } from './range.ts'
import { FUNCTION_WORDS, PRINT_NOUNS } from './word-lists.ts'
import type { QuestionWord } from './words.ts'

/** A period that a question names: `[first, last)` are indexes of its words. */
export interface ReadPeriod extends WordRange {
  readonly kind: 'said' | 'published'
  readonly from: Day | null
  readonly to: Day | null
}

interface Bounds {
  readonly earliest: Day
  readonly latest: Day
}

/** A date that the engine found, with the words of the expression. */
interface PlacedDate extends WordRange, Bounds {}

/**
 * Finds the periods of a question. A date after today is a topic and no period, because nothing was said then. A date
 * before a noun is a topic too: "the 2016 election".
 * @param today the day from which "last week" counts.
 */
export function readPeriods(question: string, words: readonly QuestionWord[], today: Day): ReadPeriod[] {
  const dates = placedDates(question, words, today)
  const periods: ReadPeriod[] = []
  for (let index = 0; index < dates.length; index++) {
    const date = dates[index]!
    const next = dates[index + 1]
    const isPair = next !== undefined && isRange(question, words, date, next)
    const whole = isPair ? { ...date, last: next.last, latest: next.latest } : date
    if (isPair) index += 1
    const period = periodOf(words, whole, isPair)
    if (period) periods.push(period)
  }
  return periods
}

/** Words for months that are everyday words in lower case. The engine reads them only with a capital. */
const WEAK_MONTHS = /(?<![\p{L}\p{N}])(?:jan|mar|march|may|jun|jul|sep)(?![\p{L}\p{N}])/gu
/**
 * Months that are not names of people. The capital of the next word is lowered, so that the engine does not read a
 * name.
 */
const PLAIN_MONTHS =
  /(?<![\p{L}\p{N}])(?:january|february|march|july|september|october|november|december)\s+\p{Lu}(?=\p{Ll})/giu
const YEAR = /^(?:19|20)\d\d$/

function placedDates(question: string, words: readonly QuestionWord[], today: Day): PlacedDate[] {
  const text = readable(question, words)
  const found = findPastDates(text, today)
  const years = words.flatMap(({ text: year, isFree, start, end }) => {
    if (!isFree || !YEAR.test(year) || found.some((date) => date.start < end && start < date.end)) return []
    return findPastDates(`in ${year}`, today).map((date) => ({ ...date, start, end }))
  })
  return [...found, ...years]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, earliest, latest }) => {
      const first = words.findIndex((word) => word.end > start)
      const last = words.findLastIndex((word) => word.start < end) + 1
      const isPast = earliest !== null && latest !== null && earliest <= today
      return isPast && first >= 0 && last > first ? [{ first, last, earliest, latest }] : []
    })
}

/**
 * Returns the question in the form that the engine reads best, with the same length. Signs replace words that are not
 * free, so that the words on both sides stay apart.
 */
function readable(question: string, words: readonly QuestionWord[]): string {
  let text = question
  for (const { start, end, isFree } of words)
    if (!isFree) text = text.slice(0, start) + '#'.repeat(end - start) + text.slice(end)
  return text
    .replace(WEAK_MONTHS, (month) => month[0]!.toUpperCase() + month.slice(1))
    .replace(PLAIN_MONTHS, (month) => month.slice(0, -1) + lowerCase(month.slice(-1)))
}

/** Returns a letter in lower case, unless the lower case is longer. */
const lowerCase = (letter: string): string => {
  const lower = letter.toLowerCase()
  return lower.length === letter.length ? lower : letter
}

const JOINING = new Set(['and', 'to', 'until', 'till', 'through'])

/** Returns true for "between March and May", "from March to May", "March to May", "March - May". */
function isRange(
  question: string,
  words: readonly QuestionWord[],
  { first, last, earliest }: PlacedDate,
  next: PlacedDate,
): boolean {
  if (earliest > next.latest) return false
  const between = question.slice(words[last - 1]!.end, words[next.first]!.start)
  if (next.first === last) return /^\s*[-–—]\s*$/u.test(between)
  const joining = words[last]!.folded
  if (next.first !== last + 1 || !JOINING.has(joining)) return false
  return joining !== 'and' || words[first - 1]?.folded === 'between'
}

/** Words that open a period, with the bounds of the period. */
const OPENING: Readonly<Record<string, (date: Bounds) => { from?: Day; to?: Day }>> = {
  since: ({ earliest }) => ({ from: earliest }),
  from: ({ earliest }) => ({ from: earliest }),
  after: ({ latest }) => ({ from: addDays(latest, 1) }),
  before: ({ earliest }) => ({ to: addDays(earliest, -1) }),
  until: ({ latest }) => ({ to: latest }),
  till: ({ latest }) => ({ to: latest }),
  by: ({ latest }) => ({ to: latest }),
}
const AT = new Set(['in', 'on', 'during', 'between', 'of', 'for', 'over', 'within', 'around', 'at'])
const PUBLISHED = new Set(['published', 'printed'])

function periodOf(words: readonly QuestionWord[], date: PlacedDate, isPair: boolean): ReadPeriod | null {
  let first = date.first
  if (words[first - 1]?.folded === 'the') {
    if (isNoun(words[date.last])) return null
    first -= 1
  }
  const opening = words[first - 1]?.isFree ? words[first - 1]!.folded : ''
  const bounds = isPair ? undefined : OPENING[opening]?.(date)
  if (bounds || OPENING[opening] || AT.has(opening)) first -= 1
  const isPublished = words[first - 1]?.isFree === true && PUBLISHED.has(words[first - 1]!.folded)
  if (isPublished) {
    first -= 1
    while (words[first - 1]?.isFree && isPrinted(words[first - 1]!.folded)) first -= 1
  }
  const { from, to } = bounds ?? { from: date.earliest, to: date.latest }
  return {
    first,
    last: date.last,
    kind: isPublished ? 'published' : 'said',
    from: from ?? null,
    to: to ?? null,
  }
}

const isNoun = (word: QuestionWord | undefined): boolean =>
  word?.isFree === true && !FUNCTION_WORDS.has(word.folded)

/** Words between "articles" and "published": "articles that were published". */
const BEFORE_PUBLISHED = new Set(['that', 'which', 'was', 'were', 'is', 'are', 'first'])
const isPrinted = (folded: string): boolean => PRINT_NOUNS.has(folded) || BEFORE_PUBLISHED.has(folded)
