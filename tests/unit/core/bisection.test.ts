import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countFirst } from '../../../src/core/bisection.ts'

it('counts the items at the beginning that pass the test', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: -1, max: 21 }),
      (items, limit) => {
        const ordered = items.toSorted((a, b) => a - b)
        expect(countFirst(ordered, (item) => item < limit)).toBe(items.filter((item) => item < limit).length)
      },
    ),
  )
})
