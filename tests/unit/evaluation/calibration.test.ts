import { describe, expect, it } from 'vitest'
import { calibrate, type Sample, tableOf } from '../../../evaluation/calibration.ts'

/** Creates `count` findings of a rule, of which `whole` are right. */
const findings = (rule: string, count: number, whole: number, signs: readonly string[] = []): Sample[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'indirect', rule, signs, whole: index < whole }))

describe('calibrate', () => {
  it('gives each rule the share of its right findings', () => {
    const { rates } = calibrate([...findings('indirect/a', 1000, 900), ...findings('indirect/b', 1000, 500)])
    expect(rates['indirect/a']).toBeCloseTo(0.9, 1)
    expect(rates['indirect/b']).toBeCloseTo(0.5, 1)
  })

  it('separates the effect of a sign from the effect of the rule', () => {
    const { rates, odds } = calibrate([
      ...findings('indirect/a', 1000, 800),
      ...findings('indirect/a', 1000, 500, ['short']),
      ...findings('indirect/b', 1000, 500),
      ...findings('indirect/b', 1000, 200, ['short']),
    ])
    expect(rates['indirect/a']).toBeCloseTo(0.8, 1)
    expect(rates['indirect/b']).toBeCloseTo(0.5, 1)
    expect(odds['short']).toBeCloseTo(0.25, 1)
  })

  it('gives rare rules the rate of their type, and rare signs no odds', () => {
    const { rates, odds } = calibrate([
      ...findings('indirect/a', 500, 400),
      ...findings('indirect/rare', 9, 2, ['odd']),
    ])
    expect(rates).not.toHaveProperty('indirect/rare')
    expect(rates['indirect']).toBeLessThan(rates['indirect/a'] as number)
    expect(odds).not.toHaveProperty('odd')
  })

  it('prints mean confidence and share of right findings by confidence', () => {
    const table = tableOf([
      { confidence: 0.95, whole: true },
      { confidence: 0.9, whole: false },
      { confidence: 0.3, whole: false },
    ])
    expect(table).toContain('| 0.9 and above | 2 | 0.93 | 0.500 |')
    expect(table).toContain('| below 0.5 | 1 | 0.30 | 0.000 |')
  })
})
