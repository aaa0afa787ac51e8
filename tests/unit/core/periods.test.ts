import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, makeDay } from '../../../src/core/calendar.ts'
import {
  countsBy,
  daysOf,
  PERIOD_UNITS,
  periodCount,
  periodOf,
  periodsBetween,
} from '../../../src/core/periods.ts'

const months = fc.tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }))
const unit = fc.constantFrom(...PERIOD_UNITS)

describe('periods', () => {
  it('follow each other without a gap, and each contains its days', () => {
    fc.assert(
      fc.property(months, fc.nat(300), unit, ([year, month], count, by) => {
        const start = makeDay(year, month, 1)!
        const end = addMonths(start, count)
        const periods = periodsBetween(periodOf(start, by), periodOf(end, by), by)
        expect(periods).toHaveLength(periodCount(periodOf(start, by), periodOf(end, by), by))
        expect([periods[0], periods.at(-1)]).toEqual([periodOf(start, by), periodOf(end, by)])
        expect(periods).toEqual(periods.toSorted())
        for (const [index, period] of periods.entries()) {
          const { earliest, latest } = daysOf(period)
          expect([periodOf(earliest, by), periodOf(latest, by)]).toEqual([period, period])
          const next = periods[index + 1]
          if (next) expect(daysOf(next).earliest).toBe(addMonths(earliest, by === 'year' ? 12 : 1))
        }
      }),
    )
  })

  it('are empty if the last period is before the first', () => {
    expect(periodsBetween('2024-03', '2024-02', 'month')).toEqual([])
    expect(periodsBetween('2024', '2023', 'year')).toEqual([])
  })

  it('sum the counts of their months, and leave out counts of wider dates', () => {
    const counts = new Map([
      ['2024-01', 2],
      ['2024-02', 3],
      ['2024', 5],
      ['2023', 7],
    ])
    expect([...countsBy(counts, 'month')]).toEqual([
      ['2024-01', 2],
      ['2024-02', 3],
    ])
    expect([...countsBy(counts, 'year')]).toEqual([
      ['2024', 10],
      ['2023', 7],
    ])
  })
})
