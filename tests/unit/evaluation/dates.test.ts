import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../evaluation/report.ts'
import type { PredictedDate } from '../../../evaluation/types.ts'

const TEXT = 'The mill closed last month, for two weeks.'
const EXPRESSION = { start: 16, end: 26 }
const DURATION = { start: 32, end: 41 }

const score = (value: string, dates: readonly PredictedDate[], type = 'DATE') =>
  evaluate([
    [
      { id: 'one', text: TEXT, timexes: [{ ...EXPRESSION, type, value }] },
      { quotes: [], dates },
    ],
  ]).figures['dates']!

const days = (earliest: string, latest: string): PredictedDate => ({ ...EXPRESSION, earliest, latest })

describe('the value of a date', () => {
  it.each([
    ['2024-12-05', '2024-12-05', '2024-12-05'],
    ['2024-12-05T09:00', '2024-12-05', '2024-12-05'],
    ['2024-12', '2024-12-01', '2024-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['198', '1980-01-01', '1989-12-31'],
    ['2024-Q2', '2024-04-01', '2024-06-30'],
    ['2024-H2', '2024-07-01', '2024-12-31'],
    ['2021-W01', '2021-01-04', '2021-01-10'],
    ['2021-W01-WE', '2021-01-09', '2021-01-10'],
  ])('%s is %s to %s', (value, earliest, latest) => {
    expect(score(value, [days(earliest, latest)])).toMatchObject({ gold: 1, predicted: 1, value: 100 })
  })

  it('is wrong if one bound is wrong', () => {
    expect(score('2024-12', [days('2024-12-01', '2024-12-30')])).toMatchObject({ strict: 100, value: 0 })
  })
})

describe('the span of a date', () => {
  it('counts as relaxed if only a part is found', () => {
    const part = { ...days('2024-12-01', '2024-12-31'), start: EXPRESSION.start + 5 }
    expect(score('2024-12', [part])).toMatchObject({ relaxed: 100, strict: 0, value: 100 })
  })

  it('counts each expression once', () => {
    const twice = [days('2024-12-01', '2024-12-31'), days('2024-12-01', '2024-12-31')]
    expect(score('2024-12', twice)).toMatchObject({ predicted: 2, value: 66.7 })
  })
})

describe('an expression without a calendar interval', () => {
  it.each([
    ['P2W', 'DURATION'],
    ['PRESENT_REF', 'DATE'],
    ['XXXX-WXX-2', 'SET'],
  ])('%s does not count, found or not', (value, type) => {
    expect(score(value, [days('2024-12-01', '2024-12-31')], type)).toMatchObject({ gold: 0, predicted: 0 })
  })

  it('makes a predicted date count as invented', () => {
    const invented = { ...DURATION, earliest: '2024-12-01', latest: '2024-12-31' }
    expect(score('P2W', [invented], 'DURATION')).toMatchObject({ gold: 0, predicted: 1 })
  })
})
