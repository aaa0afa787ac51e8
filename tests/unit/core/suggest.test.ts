import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closest, editDistance, suggestion } from '../../../src/core/suggest.ts'

const word = fc.string({ maxLength: 12 })

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['limit', 'limt', 1],
    ['limit', 'ilmit', 1],
    ['ca', 'abc', 3],
    ['abcdef', 'badcfe', 3],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  it('is zero only for equal words, symmetric, and at most the length of the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b)
        expect(distance).toBe(editDistance(b, a))
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      }),
    )
  })

  it('is one for one swap or one missing letter', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 12 }), fc.nat(20), (given, seed) => {
        const at = seed % (given.length - 1)
        const swapped = given.slice(0, at) + given[at + 1] + given[at] + given.slice(at + 2)
        expect(editDistance(given, swapped)).toBe(swapped === given ? 0 : 1)
        expect(editDistance(given, given.slice(0, at) + given.slice(at + 1))).toBe(1)
      }),
    )
  })
})

describe('closest and suggestion', () => {
  const known = ['limit', 'cursor', 'said_from', 'said_to', 'q']

  it.each([
    ['limt', 'limit'],
    ['LIMIT', 'limit'],
    ['said_form', 'said_from'],
    ['saidto', 'said_to'],
    ['page', null],
    ['offset', null],
    ['x'.repeat(65), null],
    ['', null],
  ])('the candidate closest to "%s" is %s', (given, expected) => {
    expect(closest(given, known)).toBe(expected)
  })

  it('lists all candidates if none is near', () => {
    expect(suggestion('offset', known)).toBe(' Use one of limit, cursor, said_from, said_to, q.')
    expect(suggestion('offset', [])).toBe('')
  })
})
