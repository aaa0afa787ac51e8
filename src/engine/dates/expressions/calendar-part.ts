import {
  addDays,
  civilOf,
  type Day,
  type DayRange,
  makeDay,
  mondayOf,
  monthRange,
} from '../../../core/calendar.ts'
import { seasonRange } from '../../../core/edtf.ts'
import type { DateReading, Outlook } from './date-reading.ts'
import { type CalendarUnit, unitRange } from './units.ts'

/** A date that is complete only inside a larger unit: a month of a year, a weekday of a week. */
export interface CalendarPart {
  readonly whole: 'year' | 'week'
  readonly unit: CalendarUnit
  /** False if it dates nothing without its unit: "summer", "first half". */
  readonly standsAlone: boolean
  /** Returns the days in the year or week that starts on a day; null if the year or week has no such day. */
  readonly within: (start: Day) => DayRange | null
}

const single = (day: Day | null): DayRange | null => (day === null ? null : { earliest: day, latest: day })

/** Returns a month of a year, 1 to 12. */
export const monthPart = (month: number): CalendarPart => ({
  whole: 'year',
  unit: 'month',
  standsAlone: true,
  within: (start) => monthRange(civilOf(start).year, month),
})

/** Returns a day of a year, or the days from `day` to `lastDay` of a month. */
export const dayPart = (month: number, day: number, lastDay = day): CalendarPart => ({
  whole: 'year',
  unit: 'day',
  standsAlone: true,
  within: (start) => {
    const { year } = civilOf(start)
    const earliest = makeDay(year, month, day)
    const latest = makeDay(year, month, lastDay)
    return earliest !== null && latest !== null ? { earliest, latest } : null
  },
})

/** Returns a day that is computed for each year, such as Easter or the fourth Thursday of November. */
export const movablePart = (dayOf: (year: number) => Day | null): CalendarPart => ({
  whole: 'year',
  unit: 'day',
  standsAlone: true,
  within: (start) => single(dayOf(civilOf(start).year)),
})

/** Returns `count` months of a year, from a month. Quarters, halves and "the first nine months" are such parts. */
export const monthsPart = (month: number, count: number): CalendarPart => ({
  whole: 'year',
  unit: count === 3 ? 'quarter' : 'half',
  standsAlone: count === 3,
  within: (start) => monthRange(civilOf(start).year, month, count),
})

/** Returns a season of a year. Its unit is the half-year, so that "the quarter" never refers to it. */
export const seasonPart = (season: number): CalendarPart => ({
  whole: 'year',
  unit: 'half',
  standsAlone: false,
  within: (start) => seasonRange(civilOf(start).year, season),
})

/** Returns a weekday of a week: 1 (Monday) to 7. */
export const weekdayPart = (weekday: number): CalendarPart => ({
  whole: 'week',
  unit: 'day',
  standsAlone: true,
  within: (start) => single(addDays(mondayOf(start), weekday - 1)),
})

export const weekendPart: CalendarPart = {
  whole: 'week',
  unit: 'weekend',
  standsAlone: true,
  within: (start) => unitRange('weekend', start),
}

/** The most years or weeks that a search skips. 29 February comes every four years, except in 1900 and 2100. */
const REACH = 8

function search(part: CalendarPart, reference: Day, step: 1 | -1, accepts: (range: DayRange) => boolean) {
  for (let offset = 0; offset <= REACH; offset++) {
    const whole = unitRange(part.whole, reference, offset * step)
    const range = whole && part.within(whole.earliest)
    if (range && accepts(range)) return range
  }
  return null
}

/** Returns the last occurrence that ends before a day. */
export const lastBefore = (part: CalendarPart, reference: Day): DayRange | null =>
  search(part, reference, -1, ({ latest }) => latest < reference)

/** Returns the first occurrence that starts after a day. */
export const firstAfter = (part: CalendarPart, reference: Day): DayRange | null =>
  search(part, reference, 1, ({ earliest }) => earliest > reference)

/**
 * The most days between the reference day and the next occurrence, if a month or day without a year means that
 * occurrence.
 */
const NEAR = 75

/**
 * The most days between the reference day and the next occurrence, if a sentence about the future means that
 * occurrence.
 */
const FAR = 330

/**
 * Returns the occurrence of a part that has no year or week. A weekday is in the past unless the sentence looks
 * forward. A month or a day of a year is the nearest occurrence, because writers print the year of a distant date. A
 * quarter has already begun, because the article reports on it.
 */
export function impliedAt(part: CalendarPart, reference: Day, outlook: Outlook): DayRange | null {
  const past = search(part, reference, -1, ({ earliest }) => earliest <= reference)
  if (part.unit === 'quarter' || (outlook !== 'future' && part.whole === 'week')) return past
  const next = search(part, reference, 1, ({ latest }) => latest >= reference)
  if (past === null || (outlook === 'future' && !isFar(next, reference))) return next
  return next && next.earliest <= addDays(reference, NEAR) ? next : past
}

/**
 * Returns true for a next occurrence that is too far away. A date of the last few weeks does not refer to next year,
 * even in a sentence about the future.
 */
const isFar = (next: DayRange | null, reference: Day): boolean =>
  next !== null && next.earliest > addDays(reference, FAR)

/** Returns the reading of a part without its unit. The reading is relative to the day of publication. */
export const impliedPart = (part: CalendarPart): DateReading => ({
  relativeTo: 'publication',
  unit: part.unit,
  at: (reference, outlook) => impliedAt(part, reference, outlook),
  ...(part.whole === 'year' && { inYear: (year: number) => inYear(part, year) }),
})

/** Returns the days of a part in a year; null if the year has none. */
export function inYear(part: CalendarPart, year: number): DayRange | null {
  const start = makeDay(year, 1, 1)
  return start === null ? null : part.within(start)
}

/** Returns the reading of a part of a unit that has its own reading: "the third quarter of" and "last year". */
export const partOf = (part: CalendarPart, whole: DateReading): DateReading => ({
  relativeTo: whole.relativeTo,
  unit: part.unit,
  at: (reference, outlook) => {
    const range = whole.at(reference, outlook)
    return range && part.within(range.earliest)
  },
  anchor: whole.anchor ?? whole.unit,
  ...(whole.fallback && { fallback: partOf(part, whole.fallback) }),
})
