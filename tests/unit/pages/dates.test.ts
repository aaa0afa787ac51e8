import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../src/core/edtf.ts'
import type { SaidBasis } from '../../../src/core/vocabulary.ts'
import { dateInWords, number, publishedInWords, saidInWords } from '../../../src/pages/words/dates.ts'

const dated = (edtf: string) => parseEdtf(edtf)!
const published = (edtf: string | null, basis: 'stated' | 'inferred' = 'stated') => {
  const bounds = edtf === null ? { earliest: null, latest: null } : dated(edtf)
  return { edtf, earliest: bounds.earliest, latest: bounds.latest, basis }
}

describe('dateInWords', () => {
  it.each([
    ['2024-09-05', 'on 5 September 2024'],
    ['2024-08', 'in August 2024'],
    ['2024', 'in 2024'],
    ['2025-01?', 'probably in January 2025'],
    ['201X', 'in the 2010s'],
    ['19XX', 'between 1900 and 1999'],
    ['2024-21', 'in the spring of 2024'],
    ['2024-24', 'in the winter of 2024'],
    ['2024-07/2024-09', 'between July and September 2024'],
    ['2024-11-18/2024-11-24', 'in the week of 18 November 2024'],
    ['2024-11-26/2025-01-28', 'between 26 November 2024 and 28 January 2025'],
    ['../2025-01-28', 'by 28 January 2025'],
    ['2024-11-26/..', 'on or after 26 November 2024'],
  ])('%s is %s', (edtf, words) => {
    expect(dateInWords(dated(edtf))).toBe(words)
  })
})

describe('saidInWords', () => {
  const said = (edtf: string, basis: SaidBasis) => ({ ...dated(edtf), basis })

  it.each([
    [said('2024-08', 'relative-to-publication'), '2025-01-28', 'in August 2024'],
    [
      said('2024-11-26/2025-01-28', 'bounded'),
      '2025-01-28',
      'between 26 November 2024 and publication (28 January 2025)',
    ],
    [said('2024-11-26/2025-01-31', 'bounded'), '2025-01', 'between 26 November 2024 and publication'],
    [said('../2025-01-28', 'publication'), '2025-01-28', 'not dated: published 28 January 2025'],
    [said('../2025-01', 'publication'), '2025-01', 'not dated: published in January 2025'],
    [said('../..', 'publication'), null, 'not dated'],
  ])('says how certain the date is', (date, day, words) => {
    expect(saidInWords(date, published(day))).toBe(words)
  })
})

describe('publishedInWords', () => {
  it('tells an inferred date and an unknown date', () => {
    expect(publishedInWords(published('2025-01?', 'inferred'))).toBe(
      'published probably in January 2025 (inferred)',
    )
    expect(publishedInWords(published(null))).toBe('date of publication unknown')
  })
})

describe('number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('writes %d as %s', (value, words) => {
    expect(number(value)).toBe(words)
  })
})
