import { describe, expect, it } from 'vitest'
import { combinationsOf } from '../../../src/record/statements/quoted/combinations.ts'

describe('combinations of words to look up', () => {
  it.each([
    ['rare words alone', [0, 0.0001, 0.0002], 1_000_000, [[0], [1], [2]]],
    ['common words in pairs', [0, 0.01, 0.02], 1_000_000, [[0], [1, 2]]],
    ['no pair of very common words beside rare ones', [0, 0.1, 0.2], 1_000_000, [[0]]],
    ['very common words by threes if there are no others', [0.05, 0.1, 0.2], 1_000_000, [[0, 1, 2]]],
    ['all words together if even three are common', [0.5, 0.5, 0.5], 1_000_000, [[0, 1, 2]]],
    ['each word in a small record', [0.5, 0.4], 1_000, [[0], [1]]],
    ['nothing without words', [], 1_000, []],
  ])('are %s', (_, shares, statements, expected) => {
    expect(combinationsOf(shares, statements)).toEqual(expected)
  })

  it('are expected to find few statements', () => {
    const shares = Array.from({ length: 8 }, () => 0.0004)
    const expected = combinationsOf(shares, 1_000_000).map((places) => 1_000_000 * 0.0004 ** places.length)
    expect(expected.reduce((sum, found) => sum + found)).toBeLessThan(1_501)
  })
})
