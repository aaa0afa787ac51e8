import { describe, expect, it } from 'vitest'
import { spanOf, timelineOf } from '../../../../src/features/timelines/domain.ts'
import type { TimeCounts } from '../../../../src/record/statements/domain.ts'

const countsOf = (times: Record<string, number>): TimeCounts => ({
  matches: Object.values(times).reduce((sum, count) => sum + count, 0),
  times: new Map(Object.entries(times)),
  undated: 0,
  wider: 0,
  first: null,
  latest: null,
  scale: 1,
})

describe('the periods of a timeline', () => {
  it('are months, or years if there are more than 120 months', () => {
    expect(spanOf([countsOf({ '2015-01': 1, '2024-12': 1 })], {})).toMatchObject({ by: 'month' })
    expect(spanOf([countsOf({ '2015-01': 1, '2025-01': 1 })], {})).toMatchObject({
      by: 'year',
      periods: ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'],
    })
  })

  it('begin with the earliest of several timelines and end with the latest', () => {
    const counts = [countsOf({ '2024-03': 1 }), countsOf({ '2024-01': 1 }), countsOf({})]
    expect(spanOf(counts, {}, 'month').periods).toEqual(['2024-01', '2024-02', '2024-03'])
  })

  it('are bounded by the filters, if these have bounds', () => {
    const bounds = { said_from: '2024-02-10', said_to: '2024-03-31' }
    expect(spanOf([countsOf({})], bounds, 'month').periods).toEqual(['2024-02', '2024-03'])
    expect(spanOf([countsOf({})], { said_from: '2024-02-10' }, 'month').periods).toEqual([])
  })

  it('by month do not begin with a year of which no month is known', () => {
    expect(spanOf([countsOf({ '2020': 1, '2024-01': 1 })], {}, 'month').periods).toEqual(['2024-01'])
  })

  it('are at most 600', () => {
    const counts = [countsOf({ '1950-01': 1, '1999-12': 1 })]
    expect(spanOf(counts, {}, 'month').periods).toHaveLength(600)
    expect(() => spanOf([countsOf({ '1950-01': 1, '2000-01': 1 })], {}, 'month')).toThrow(
      'From 1950-01 to 2000-01 there are 601 months, more than 600. Send by=year',
    )
  })
})

describe('a timeline', () => {
  it('never has fewer recorded statements than its own statements, even if the recorded number is an estimate', () => {
    const { periods } = timelineOf({
      span: { by: 'year', periods: ['2024'] },
      counts: countsOf({ '2024-05': 8 }),
      recorded: { statements: new Map([['2024', 5]]), estimated: true },
      articles: new Map(),
      urlOf: (period) => period,
    })
    expect(periods).toMatchObject([{ statements: 8, recorded: 8, share: 1, coverage: 'none' }])
  })
})
