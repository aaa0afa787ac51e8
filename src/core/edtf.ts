import {
  civilOf,
  type Day,
  type DayRange,
  makeDay,
  monthLength,
  monthRange,
  toDayNumber,
  weekdayOf,
  yearRange,
} from './calendar.ts'
import type { DatePrecision } from './vocabulary.ts'

export type { Day } from './calendar.ts'

/** The first and the last day that a date can mean. A bound is null if it is open or unknown. */
export interface Bounds {
  readonly earliest: Day | null
  readonly latest: Day | null
}

/**
 * An Extended Date/Time Format value (EDTF level 1, ISO 8601-2) with its bounds.
 * A bound is null if the value leaves it open or unknown (`../2025-01`).
 */
export interface Edtf extends Bounds {
  readonly edtf: string
  readonly precision: DatePrecision
}

const DATE = /^(\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/
const LONGEST = 60

/**
 * Parses an EDTF value of level 0 or 1; null for anything else, including impossible dates (`2024-02-30`).
 *
 * - A date-time means the day as written; the time and the offset are ignored.
 * - Qualifiers (`?` `~` `%`) stay in the text and do not widen the bounds.
 * - Seasons `21`-`24` are meteorological seasons of the northern hemisphere: winter ends in the next year.
 * - Years before 0001 or after 9999 give null.
 */
export function parseEdtf(text: string): Edtf | null {
  if (text.length > LONGEST) return null
  const slash = text.indexOf('/')
  return slash < 0 ? parseDate(text) : parseInterval(text, text.slice(0, slash), text.slice(slash + 1))
}

function parseDate(text: string): Edtf | null {
  const dateTime = DATE_TIME.exec(text)
  if (dateTime) return parseDate(dateTime[1]!)
  const match = DATE.exec(text)
  if (!match) return null
  const [, year = '', month, day] = match
  if (month === undefined) return fromRange(text, rangeOfYear(year))
  if (year.includes('X')) return null
  if (month === 'XX')
    return day === undefined || day === 'XX' ? fromRange(text, yearRange(Number(year))) : null
  const season = Number(month) - 20
  if (day === undefined && season >= 1 && season <= 4) {
    const range = seasonRange(Number(year), season)
    return range && { edtf: text, ...range, precision: 'season' }
  }
  if (day === undefined || day === 'XX') {
    return fromRange(text, isMonth(Number(month)) ? monthRange(Number(year), Number(month)) : null)
  }
  const exact = makeDay(Number(year), Number(month), Number(day))
  return exact === null ? null : fromRange(text, { earliest: exact, latest: exact })
}

function rangeOfYear(year: string): DayRange | null {
  const unspecified = year.indexOf('X')
  if (unspecified < 0) return yearRange(Number(year))
  const count = 10 ** (4 - unspecified)
  const first = Number(year.slice(0, unspecified)) * count
  return first === 0 ? yearRange(1, count - 1) : yearRange(first, count)
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12

/** Returns the months of a season: 1 spring (March to May), 2 summer, 3 autumn, 4 winter (December to February). */
export const seasonRange = (year: number, season: number): DayRange | null => monthRange(year, season * 3, 3)

function parseInterval(text: string, from: string, to: string): Edtf | null {
  const start = parseEnd(from)
  const end = parseEnd(to)
  if (!start || !end) return null
  const { earliest } = start
  const { latest } = end
  if (earliest !== null && latest !== null && earliest > latest) return null
  return { edtf: text, earliest, latest, precision: precisionOf({ earliest, latest }) }
}

const parseEnd = (text: string): Bounds | null =>
  text === '' || text === '..' ? { earliest: null, latest: null } : parseDate(text)

const fromRange = (edtf: string, range: DayRange | null): Edtf | null =>
  range && { edtf, ...range, precision: precisionOf(range) }

/** Formats two bounds as the shortest EDTF value: a calendar unit if they fill one, else an interval. */
export const formatInterval = (earliest: Day | null, latest: Day | null): string =>
  edtfOf(earliest, latest).edtf

/** Builds the EDTF value of two bounds. `earliest` must not be after `latest`. */
export function edtfOf(earliest: Day | null, latest: Day | null): Edtf {
  const precision = precisionOf({ earliest, latest })
  return { edtf: format(earliest, latest, precision), earliest, latest, precision }
}

function format(earliest: Day | null, latest: Day | null, precision: DatePrecision): string {
  if (earliest === null || latest === null) {
    return `${formatEnd(earliest, isMonthStart)}/${formatEnd(latest, isMonthEnd)}`
  }
  switch (precision) {
    case 'day':
      return earliest
    case 'month':
      return earliest.slice(0, 7)
    case 'year':
      return earliest.slice(0, 4)
    case 'decade':
      return `${earliest.slice(0, 3)}X`
    case 'century':
      return `${earliest.slice(0, 2)}XX`
    default: {
      const byMonth = isMonthStart(earliest) && isMonthEnd(latest)
      const length = isYearStart(earliest) && isYearEnd(latest) ? 4 : byMonth ? 7 : 10
      return `${earliest.slice(0, length)}/${latest.slice(0, length)}`
    }
  }
}

const formatEnd = (day: Day | null, isWhole: (day: Day) => boolean): string =>
  day === null ? '..' : isWhole(day) ? day.slice(0, 7) : day

/** Returns the calendar unit that two bounds fill exactly; `interval` if there is none, `open` if a bound is null. */
function precisionOf({ earliest, latest }: Bounds): DatePrecision {
  if (earliest === null || latest === null) return 'open'
  if (earliest === latest) return 'day'
  if (isMonthStart(earliest) && isMonthEnd(latest)) return precisionOfMonths(earliest, latest)
  return weekdayOf(earliest) === 1 && toDayNumber(latest) - toDayNumber(earliest) === 6 ? 'week' : 'interval'
}

function precisionOfMonths(earliest: Day, latest: Day): DatePrecision {
  const first = civilOf(earliest)
  const last = civilOf(latest)
  const months = (last.year - first.year) * 12 + last.month - first.month + 1
  if (months === 1) return 'month'
  if (months === 3 && first.month % 3 === 1) return 'quarter'
  if (months === 6 && first.month % 6 === 1) return 'half'
  if (first.month !== 1) return 'interval'
  if (months === 12) return 'year'
  if (months === 120 && first.year % 10 === 0) return 'decade'
  return months === 1200 && first.year % 100 === 0 ? 'century' : 'interval'
}

const isMonthStart = (day: Day): boolean => day.endsWith('-01')
const isMonthEnd = (day: Day): boolean => {
  const civil = civilOf(day)
  return civil.day === monthLength(civil.year, civil.month)
}
const isYearStart = (day: Day): boolean => day.endsWith('-01-01')
const isYearEnd = (day: Day): boolean => day.endsWith('-12-31')
