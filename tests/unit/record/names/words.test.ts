import { describe, expect, it } from 'vitest'
import {
  beginnings,
  costOf,
  likeWords,
  misspellings,
  nearestWords,
  readingsOf,
  wholeWords,
} from '../../../../src/record/names/words.ts'

describe('text search queries', () => {
  it('have all words of one reading or another', () => {
    const readings = [['al', 'khalifa'], ['alkhalifa']]
    expect(wholeWords(readings)).toBe("'al' & 'khalifa' | 'alkhalifa'")
    expect(beginnings(readings)).toBe("'al':* & 'khalifa':* | 'alkhalifa':*")
  })

  it('quote the characters of the syntax of queries', () => {
    expect(wholeWords([["a'b\\c", '&|!']])).toBe("'a''b\\\\c' & '&|!'")
  })

  it('have similar words for each word', () => {
    const like = [{ asked: 'petal', word: 'patel', sounds: true }]
    expect(likeWords(['vedant', 'petal'], like)).toBe("('vedant':*) & ('petal':* | 'patel')")
  })
})

it('reads six words at most, none longer than 64 letters', () => {
  const [words] = readingsOf([`${'x'.repeat(500)}${' y'.repeat(500)}`])
  expect(words).toHaveLength(6)
  expect(words![0]).toHaveLength(64)
})

describe('misspellings', () => {
  it.each([
    ['kirbey', 'kirby'],
    ['kiby', 'kirby'],
    ['kirbi', 'kirby'],
    ['kibry', 'kirby'],
  ])('of "%s" have "%s"', (word, meant) => {
    expect(misspellings(word)).toContain(meant)
  })

  it('of three letters are their swaps, and shorter words have none', () => {
    expect(misspellings('dno')).toEqual(['ndo', 'don'])
    expect(misspellings('bo')).toEqual([])
    expect(misspellings('петров')).toEqual([])
  })
})

describe('costOf', () => {
  it.each([
    ['catherine', { word: 'katherine', sounds: true }, { word: 'catherina', sounds: false }],
    ['kibry', { word: 'kirby', sounds: false }, { word: 'kebara', sounds: true }],
    ['kirbey', { word: 'kirby', sounds: false }, { word: 'kerbel', sounds: false }],
  ])('of "%s" is less for %j than for %j', (asked, near, far) => {
    expect(costOf(asked, near)).toBeLessThan(costOf(asked, far))
  })

  it('compares an unfinished last word with the beginning of another', () => {
    expect(costOf('blimk', { word: 'blinken', sounds: false }, true)).toBeLessThan(2)
    expect(costOf('blimk', { word: 'blinken', sounds: false })).toBe(Number.POSITIVE_INFINITY)
  })
})

it('keeps the nearest words for each typed word', () => {
  const found = ['petel', 'patel', 'zebra'].map((word) => ({ asked: 'petal', word, sounds: false }))
  expect(nearestWords(['petal'], found).map(({ word }) => word)).toEqual(['petel'])
})
