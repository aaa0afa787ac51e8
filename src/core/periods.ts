import type { Day } from './calendar.ts'
import { parseEdtf } from './edtf.ts'

/** The calendar units of a timeline. */
export const PERIOD_UNITS = ['year', 'month'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]

/** A calendar year or month: `2024`, `2024-09`. Periods of one unit sort correctly as strings. */
export type Period = string

const LENGTHS = { year: 4, month: 7 } as const

/** Returns the period that contains a day. */
export const periodOf = (day: Day, unit: PeriodUnit): Period => day.slice(0, LENGTHS[unit])

/** Returns the first and the last day of a period. */
export function daysOf(period: Period): { readonly earliest: Day; readonly latest: Day } {
  const { earliest, latest } = parseEdtf(period)!
  return { earliest: earliest!, latest: latest! }
}

const numberOf = (period: Period, unit: PeriodUnit): number =>
  unit === 'year' ? Number(period) : Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1

/** Returns the number of periods from one to another, both included; 0 or less if the second is earlier. */
export const periodCount = (first: Period, last: Period, unit: PeriodUnit): number =>
  numberOf(last, unit) - numberOf(first, unit) + 1

/** Lists the periods from one to another, both included. */
export const periodsBetween = (first: Period, last: Period, unit: PeriodUnit): Period[] =>
  Array.from({ length: Math.max(0, periodCount(first, last, unit)) }, (_, index) => {
    const number = numberOf(first, unit) + index
    const year = String(unit === 'year' ? number : Math.floor(number / 12)).padStart(4, '0')
    return unit === 'year' ? year : `${year}-${String((number % 12) + 1).padStart(2, '0')}`
  })

/** Counts by month, or by year for dates that are known only to the year. */
export type CountsByTime = ReadonlyMap<Period, number>

/** Sums counts by unit. Leaves out counts by a longer unit. */
export function countsBy(counts: CountsByTime, unit: PeriodUnit): Map<Period, number> {
  const sums = new Map<Period, number>()
  for (const [time, count] of counts) {
    if (time.length < LENGTHS[unit]) continue
    const period = periodOf(time, unit)
    sums.set(period, (sums.get(period) ?? 0) + count)
  }
  return sums
}
