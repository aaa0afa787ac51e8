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

/** A date that is complete only within something larger: a month of a year, a weekday of a week. */
export interface CalendarPart {
  readonly whole: 'year' | 'week'
  readonly unit: CalendarUnit
  /** False where it dates nothing without its whole: "summer", "first half". */
  readonly standsAlone: boolean
  /** The days meant within the year or week that begins on a day; null where it has no such day. */
  readonly within: (start: Day) => DayRange | null
}

const single = (day: Day | null): DayRange | null => (day === null ? null : { earliest: day, latest: day })

export const monthPart = (month: number): CalendarPart => ({
  whole: 'year',
  unit: 'month',
  standsAlone: true,
  within: (start) => monthRange(civilOf(start).year, month),
})

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

/** A day reckoned anew in each year: Easter, the fourth Thursday of a November. */
export const movablePart = (dayOf: (year: number) => Day | null): CalendarPart => ({
  whole: 'year',
  unit: 'day',
  standsAlone: true,
  within: (start) => single(dayOf(civilOf(start).year)),
})

/** `count` months of a year from a month on: quarters, halves, "the first nine months". */
export const monthsPart = (month: number, count: number): CalendarPart => ({
  whole: 'year',
  unit: count === 3 ? 'quarter' : 'half',
  standsAlone: count === 3,
  within: (start) => monthRange(civilOf(start).year, month, count),
})

/** A season counts as coarse as a half: no report on a quarter leans on it. */
export const seasonPart = (season: number): CalendarPart => ({
  whole: 'year',
  unit: 'half',
  standsAlone: false,
  within: (start) => seasonRange(civilOf(start).year, season),
})

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

/** How many years or weeks a part may skip: 29 February comes every four years, but for 1900 and 2100. */
const REACH = 8

function search(part: CalendarPart, reference: Day, step: 1 | -1, accepts: (range: DayRange) => boolean) {
  for (let offset = 0; offset <= REACH; offset++) {
    const whole = unitRange(part.whole, reference, offset * step)
    const range = whole && part.within(whole.earliest)
    if (range && accepts(range)) return range
  }
  return null
}

/** The last one that is wholly over before a day. */
export const lastBefore = (part: CalendarPart, reference: Day): DayRange | null =>
  search(part, reference, -1, ({ latest }) => latest < reference)

/** The first one that begins after a day. */
export const firstAfter = (part: CalendarPart, reference: Day): DayRange | null =>
  search(part, reference, 1, ({ earliest }) => earliest > reference)

/** A month or day named without its year is the coming one if it is no farther ahead than this many days. */
const NEAR = 75

/** Days ahead from which on even a sentence about the future means the one before. */
const FAR = 330

/**
 * The one meant where nothing but the sentence's outlook says which. Weekdays look back unless the sentence looks
 * forward; months and days of a year are the nearest ones, since far ones are printed with their year;
 * quarters are those reported on, already begun.
 */
export function impliedAt(part: CalendarPart, reference: Day, outlook: Outlook): DayRange | null {
  const past = search(part, reference, -1, ({ earliest }) => earliest <= reference)
  if (part.unit === 'quarter' || (outlook !== 'future' && part.whole === 'week')) return past
  const next = search(part, reference, 1, ({ latest }) => latest >= reference)
  if (past === null || (outlook === 'future' && !isFar(next, reference))) return next
  return next && next.earliest <= addDays(reference, NEAR) ? next : past
}

/** A date of the weeks just past is not meant for the year to come, whatever else the sentence says. */
const isFar = (next: DayRange | null, reference: Day): boolean =>
  next !== null && next.earliest > addDays(reference, FAR)

/** A part that stands alone: which one is meant is reckoned from the day of publication. */
export const impliedPart = (part: CalendarPart): DateReading => ({
  relativeTo: 'publication',
  unit: part.unit,
  at: (reference, outlook) => impliedAt(part, reference, outlook),
  ...(part.whole === 'year' && { inYear: (year: number) => inYear(part, year) }),
})

export function inYear(part: CalendarPart, year: number): DayRange | null {
  const start = makeDay(year, 1, 1)
  return start === null ? null : part.within(start)
}

/** A part of a stated or reckoned whole: "the third quarter of" and "last year". */
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
