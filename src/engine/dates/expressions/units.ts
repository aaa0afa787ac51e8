import {
  addDays,
  addMonths,
  civilOf,
  type Day,
  type DayRange,
  mondayOf,
  monthRange,
  weekRange,
  yearRange,
} from '../../../core/calendar.ts'

/** The units of the calendar that can be counted, the shortest first. */
export const CALENDAR_UNITS = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
] as const

/** A unit of the calendar that can be counted. */
export type CalendarUnit = (typeof CALENDAR_UNITS)[number]

const UNITS: ReadonlySet<string> = new Set(CALENDAR_UNITS)

export const isUnit = (name: string): name is CalendarUnit => UNITS.has(name)

/** Returns the unit that holds a day, or the unit `offset` units later; null outside the years 0001 to 9999. */
export function unitRange(unit: CalendarUnit, day: Day, offset = 0): DayRange | null {
  const { year, month } = civilOf(day)
  switch (unit) {
    case 'day': {
      const other = addDays(day, offset)
      return { earliest: other, latest: other }
    }
    case 'week':
      return weekRange(addDays(day, offset * 7))
    case 'weekend': {
      const saturday = addDays(mondayOf(day), offset * 7 + 5)
      return { earliest: saturday, latest: addDays(saturday, 1) }
    }
    case 'month':
      return monthRange(year, month + offset)
    case 'quarter':
      return monthRange(year, Math.floor((month - 1) / 3) * 3 + 1 + offset * 3, 3)
    case 'half':
      return monthRange(year, (month > 6 ? 7 : 1) + offset * 6, 6)
    case 'year':
      return yearRange(year + offset)
    case 'decade':
      return yearRange((Math.floor(year / 10) + offset) * 10, 10)
    case 'century':
      return yearRange((Math.floor(year / 100) + offset) * 100, 100)
  }
}

/** Returns `count` units from a day, without rounding: the day and all days up to the far end. */
export function stretchFrom(unit: CalendarUnit, day: Day, count: number): DayRange | null {
  const far = moveBy(unit, day, count)
  return count < 0 ? { earliest: far, latest: day } : { earliest: day, latest: far }
}

const DAYS: Partial<Record<CalendarUnit, number>> = { day: 1, week: 7, weekend: 7 }
const MONTHS: Partial<Record<CalendarUnit, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
}

const moveBy = (unit: CalendarUnit, day: Day, count: number): Day => {
  const days = DAYS[unit]
  return days === undefined ? addMonths(day, count * (MONTHS[unit] ?? 0)) : addDays(day, count * days)
}
