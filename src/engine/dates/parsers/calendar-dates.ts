import { type DayRange, makeDay, monthRange } from '../../../core/calendar.ts'
import { type CalendarPart, impliedPart, partOf } from '../expressions/calendar-part.ts'
import { type DateMatch, statedReading } from '../expressions/date-reading.ts'
import type { DateRun } from '../expressions/lexemes.ts'
import { expandYear } from '../expressions/numbers.ts'
import { type PartMatch, readPart } from './calendar-parts.ts'
import { readWhole } from './wholes.ts'

const single = (day: string | null): DayRange | null => (day === null ? null : { earliest: day, latest: day })

/** Reads "2024-09-05", "2024-09", without a time after the day. */
export function isoDate(run: DateRun, index: number): DateMatch | null {
  const year = run[index]
  const dash = run[index + 1]
  const month = run[index + 2]
  if (year?.kind !== 'number' || year.name.length !== 4 || dash?.name !== '-' || !dash.joined) return null
  if (month?.kind !== 'number' || month.name.length !== 2 || !month.joined) return null
  const secondDash = run[index + 3]
  const day = run[index + 4]
  if (secondDash?.name === '-' && secondDash.joined && day?.joined && day.name.length === 2) {
    const range = single(makeDay(year.value, month.value, day.value))
    return range && { end: index + 5, reading: statedReading('day', range) }
  }
  if (month.value < 1 || month.value > 12) return null
  return { end: index + 3, reading: statedReading('month', monthRange(year.value, month.value)) }
}

/**
 * Reads "11/26/2024", "11/26/24", "26.11.2024", "2024/11/26". Between slashes the month comes first, if that gives a
 * month. `dayFirst` has the other reading, if there is one.
 */
export function numericDate(run: DateRun, index: number): DateMatch | null {
  const lexeme = run[index]
  if (lexeme?.kind !== 'numeric-date') return null
  const parts = lexeme.name.split(/[/.]/)
  const [first = 0, second = 0, third] = parts.map(Number)
  if (lexeme.name === '9/11') return { end: index + 1, reading: statedReading('day', single('2001-09-11')) }
  if (third === undefined) return null
  const end = index + 1
  if (parts[0]!.length === 4) return fixedDay(first, second, third, end)
  const year = parts[2]!.length === 4 ? third : expandYear(third)
  const dayFirst = lexeme.name.includes('.') || first > 12
  if (dayFirst) return fixedDay(year, second, first, end)
  const found = fixedDay(year, first, second, end)
  const other = found && fixedDay(year, second, first, end)
  return found && other ? { ...found, dayFirst: other.reading } : found
}

function fixedDay(year: number, month: number, day: number, end: number): DateMatch | null {
  const range = single(makeDay(year, month, day))
  return range && { end, reading: statedReading('day', range) }
}

const LINKS: ReadonlySet<string> = new Set([',', 'of', 'in', '/'])

/** Reads "August last year", "Nov. 26, 2024", "the third quarter of 1989", "Tuesday of last week". */
export function partOfWhole(run: DateRun, index: number): DateMatch | null {
  const found = readPart(run, run[index]?.name === 'the' ? index + 1 : index)
  if (!found) return null
  const link = run[found.end]
  const whole =
    readWhole(run, found.end) ?? (link && LINKS.has(link.name) ? readWhole(run, found.end + 1) : null)
  if (!whole || whole.reading.unit !== found.part.whole) return null
  return { end: whole.end, reading: partOf(found.part, whole.reading) }
}

/** Reads "last year's third quarter", "this year's Christmas", "the 1989 second quarter". */
export function wholeThenPart(run: DateRun, index: number): DateMatch | null {
  const whole = readWhole(run, run[index]?.name === 'the' ? index + 1 : index) ?? readWhole(run, index)
  if (!whole) return null
  const found = readPart(run, run[whole.end]?.name === "'s" ? whole.end + 1 : whole.end)
  if (!found || whole.reading.unit !== found.part.whole || found.part.unit === 'day') return null
  return { end: found.end, reading: partOf(found.part, whole.reading) }
}

/** Reads "Tuesday"; the week is implied. */
export const weekdayAlone = (run: DateRun, index: number): DateMatch | null => partAlone(run, index, 'week')

/** Reads "Nov. 26", "August", "the third quarter"; the year is implied. */
export const partOfYearAlone = (run: DateRun, index: number): DateMatch | null =>
  partAlone(run, index, 'year')

function partAlone(run: DateRun, index: number, whole: CalendarPart['whole']): DateMatch | null {
  const found = readPart(run, index) ?? quarterAfterArticle(run, index)
  if (found?.part.whole !== whole || !found.part.standsAlone) return null
  return { end: found.end, reading: impliedPart(found.part) }
}

/**
 * Reads a quarter after an article. Only a quarter may follow one, because the article of "the Friday ruling" belongs
 * to "ruling".
 */
function quarterAfterArticle(run: DateRun, index: number): PartMatch | null {
  const found = run[index]?.name === 'the' ? readPart(run, index + 1) : null
  return found?.part.unit === 'quarter' ? found : null
}
