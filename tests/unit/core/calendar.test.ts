import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  civilOf,
  fromDayNumber,
  makeDay,
  mondayOf,
  monthLength,
  monthRange,
  toDayNumber,
  weekdayOf,
  weekRange,
  yearRange,
} from '../../../src/core/calendar.ts'

const FIRST = toDayNumber('0001-01-01')
const LAST = toDayNumber('9999-12-31')
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber)

describe('days', () => {
  it.each([
    [2024, 2, 29, '2024-02-29'],
    [1, 1, 1, '0001-01-01'],
    [2023, 2, 29, null],
    [1900, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [2024, 4, 31, null],
    [2024, 13, 1, null],
    [2024, 1, 0, null],
    [0, 1, 1, null],
    [10_000, 1, 1, null],
    [2024, 1.5, 1, null],
    [Number.NaN, 1, 1, null],
  ])('makeDay(%d, %d, %d) is %s', (year, month, day, expected) => {
    expect(makeDay(year, month, day)).toBe(expected)
  })

  it('are numbered from 1970-01-01', () => {
    expect(toDayNumber('1970-01-01')).toBe(0)
    expect(toDayNumber('1969-12-31')).toBe(-1)
    expect(toDayNumber('2000-03-01')).toBe(11_017)
    expect(fromDayNumber(-719_162)).toBe('0001-01-01')
  })

  it('convert to numbers and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (days) => {
        expect(toDayNumber(fromDayNumber(days))).toBe(days)
      }),
    )
  })

  it('agree with the JavaScript Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (days) => {
        const date = new Date(days * 86_400_000)
        expect(fromDayNumber(days)).toBe(date.toISOString().slice(0, 10))
        expect(weekdayOf(fromDayNumber(days)) % 7).toBe(date.getUTCDay())
      }),
    )
  })

  it('are clamped to the years 0001 to 9999', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addDays('0001-01-01', -400)).toBe('0001-01-01')
    expect(addMonths('9999-12-15', 1)).toBe('9999-12-31')
    expect(addMonths('0001-01-15', -1)).toBe('0001-01-01')
    expect(addMonths('2024-01-01', 1e9)).toBe('9999-12-31')
  })
})

describe('addMonths', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-03', -1, '2023-12-03'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -13, '2023-02-28'],
    ['2024-05-05', 0, '2024-05-05'],
  ])('%s and %d months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  it('keeps the day of the month if the month is long enough', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const from = civilOf(day)
        fc.pre(from.year > 51 && from.year < 9949)
        const to = civilOf(addMonths(day, count))
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(count)
        expect(to.day).toBe(Math.min(from.day, monthLength(to.year, to.month)))
      }),
    )
  })
})

describe('weeks', () => {
  it('run from Monday to Sunday', () => {
    expect(weekRange('2024-06-15')).toEqual({ earliest: '2024-06-10', latest: '2024-06-16' })
    fc.assert(
      fc.property(fc.integer({ min: FIRST + 7, max: LAST - 7 }).map(fromDayNumber), (day) => {
        expect(weekdayOf(mondayOf(day))).toBe(1)
        expect(mondayOf(day) <= day && day <= weekRange(day).latest).toBe(true)
      }),
    )
  })
})

describe('ranges', () => {
  it('of months can cross the end of a year', () => {
    expect(monthRange(2024, 2)).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' })
    expect(monthRange(2024, 12, 3)).toEqual({ earliest: '2024-12-01', latest: '2025-02-28' })
    expect(monthRange(2024, 0)).toEqual({ earliest: '2023-12-01', latest: '2023-12-31' })
    expect(monthRange(9999, 12, 2)).toBeNull()
  })

  it('of years cover whole years', () => {
    expect(yearRange(2024)).toEqual({ earliest: '2024-01-01', latest: '2024-12-31' })
    expect(yearRange(1990, 10)).toEqual({ earliest: '1990-01-01', latest: '1999-12-31' })
    expect(yearRange(0)).toBeNull()
  })
})
