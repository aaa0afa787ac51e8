/** A calendar day, `YYYY-MM-DD`, proleptic Gregorian, years 0001 to 9999. Days sort correctly as strings. */
export type Day = string

interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** A range of days. Both bounds are included. */
export interface DayRange {
  readonly earliest: Day
  readonly latest: Day
}

const FIRST_YEAR = 1
const LAST_YEAR = 9999
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAYS_PER_ERA = 146_097
const DAYS_FROM_ERA_TO_1970 = 719_468

const isYear = (year: number): boolean => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Returns the number of days in a month, 28 to 31; 0 if the month does not exist. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

/** Formats a day; null if the calendar has no such day (30 February, year 0). */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (!isYear(year) || !Number.isInteger(day) || day < 1 || day > monthLength(year, month)) return null
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** Splits a day into year, month and day. The day must be valid, as `makeDay` returns it. */
export const civilOf = (day: Day): CivilDate => ({
  year: digitsAt(day, 0) * 100 + digitsAt(day, 2),
  month: digitsAt(day, 5),
  day: digitsAt(day, 8),
})

const ZERO = 48
const digitsAt = (day: Day, index: number): number =>
  (day.charCodeAt(index) - ZERO) * 10 + day.charCodeAt(index + 1) - ZERO

/**
 * Returns the days since 1970-01-01, negative before it; exact for any year.
 * Source: Howard Hinnant, "chrono-compatible low-level date algorithms".
 */
export function dayNumber({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_TO_1970
}

/** Returns the days since 1970-01-01, negative before it. */
export const toDayNumber = (day: Day): number => dayNumber(civilOf(day))

/** Returns the day that is `days` days after 1970-01-01, clamped to the years 0001 to 9999. */
export function fromDayNumber(days: number): Day {
  const { year, month, day } = civilFromDays(Math.min(Math.max(days, FIRST_DAY), LAST_DAY))
  return makeDay(year, month, day)!
}

function civilFromDays(days: number): CivilDate {
  const shifted = days + DAYS_FROM_ERA_TO_1970
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const FIRST_DAY = dayNumber({ year: FIRST_YEAR, month: 1, day: 1 })
const LAST_DAY = dayNumber({ year: LAST_YEAR, month: 12, day: 31 })

/** Returns the day `count` days later (earlier if negative), clamped to the years 0001 to 9999. */
export const addDays = (day: Day, count: number): Day => fromDayNumber(toDayNumber(day) + count)

/**
 * Returns the same day of the month `count` months later. If that month is too short, returns its last day
 * (31 January plus one month: 28 or 29 February). Clamps to the years 0001 to 9999.
 */
export function addMonths(day: Day, count: number): Day {
  const civil = civilOf(day)
  const months = civil.year * 12 + civil.month - 1 + count
  const year = Math.floor(months / 12)
  if (year < FIRST_YEAR) return fromDayNumber(FIRST_DAY)
  if (year > LAST_YEAR) return fromDayNumber(LAST_DAY)
  const month = months - year * 12 + 1
  return makeDay(year, month, Math.min(civil.day, monthLength(year, month)))!
}

/** Returns the ISO day of the week, 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: Day): number => weekdayOfNumber(toDayNumber(day))

const weekdayOfNumber = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** Returns the Monday on or before a day. */
export const mondayOf = (day: Day): Day => weekRange(day).earliest

/** Returns the week that contains a day, from Monday to Sunday. */
export function weekRange(day: Day): DayRange {
  const days = toDayNumber(day)
  const monday = days + 1 - weekdayOfNumber(days)
  return { earliest: fromDayNumber(monday), latest: fromDayNumber(monday + 6) }
}

/**
 * Returns the range of `count` whole months, starting with the given month. A month below 1 is in an earlier year, and
 * a month above 12 is in a later year (13 is January of the next year). Null if a bound is outside the years 0001 to
 * 9999.
 */
export function monthRange(year: number, month: number, count = 1): DayRange | null {
  const first = year * 12 + month - 1
  const last = first + count - 1
  const lastYear = Math.floor(last / 12)
  const lastMonth = last - lastYear * 12 + 1
  const earliest = makeDay(Math.floor(first / 12), first - Math.floor(first / 12) * 12 + 1, 1)
  const latest = makeDay(lastYear, lastMonth, monthLength(lastYear, lastMonth))
  return earliest !== null && latest !== null ? { earliest, latest } : null
}

/** Returns the range of `count` whole years from 1 January. Null if a bound is outside the years 0001 to 9999. */
export const yearRange = (year: number, count = 1): DayRange | null => monthRange(year, 1, count * 12)
