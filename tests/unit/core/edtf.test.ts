import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayNumber, toDayNumber } from '../../../src/core/calendar.ts'
import { edtfOf, formatInterval, parseEdtf } from '../../../src/core/edtf.ts'

const anyDay = fc
  .integer({ min: toDayNumber('0001-01-01'), max: toDayNumber('9999-12-31') })
  .map(fromDayNumber)
const anyBounds = fc
  .tuple(fc.option(anyDay), fc.option(anyDay))
  .map(([a, b]) =>
    a !== null && b !== null && a > b ? { earliest: b, latest: a } : { earliest: a, latest: b },
  )

const ACCEPTED = [
  ['2024', '2024-01-01', '2024-12-31', 'year'],
  ['2024-02', '2024-02-01', '2024-02-29', 'month'],
  ['2024-09-05', '2024-09-05', '2024-09-05', 'day'],
  ['2025-01?', '2025-01-01', '2025-01-31', 'month'],
  ['1984~', '1984-01-01', '1984-12-31', 'year'],
  ['2004-06-11%', '2004-06-11', '2004-06-11', 'day'],
  ['201X', '2010-01-01', '2019-12-31', 'decade'],
  ['20XX', '2000-01-01', '2099-12-31', 'century'],
  ['1XXX', '1000-01-01', '1999-12-31', 'interval'],
  ['000X', '0001-01-01', '0009-12-31', 'interval'],
  ['2004-XX', '2004-01-01', '2004-12-31', 'year'],
  ['2004-XX-XX', '2004-01-01', '2004-12-31', 'year'],
  ['2004-06-XX', '2004-06-01', '2004-06-30', 'month'],
  ['2001-21', '2001-03-01', '2001-05-31', 'season'],
  ['2001-24', '2001-12-01', '2002-02-28', 'season'],
  ['2023-24~', '2023-12-01', '2024-02-29', 'season'],
  ['2004-01-01T10:10:10Z', '2004-01-01', '2004-01-01', 'day'],
  ['2004-01-01T23:59:59+05:30', '2004-01-01', '2004-01-01', 'day'],
  ['1964/2008', '1964-01-01', '2008-12-31', 'interval'],
  ['2004-02-01/2005-02', '2004-02-01', '2005-02-28', 'interval'],
  ['2019-07/2019-09', '2019-07-01', '2019-09-30', 'quarter'],
  ['2019-07/2019-12', '2019-07-01', '2019-12-31', 'half'],
  ['2024-06-10/2024-06-16', '2024-06-10', '2024-06-16', 'week'],
  ['../2025-01?', null, '2025-01-31', 'open'],
  ['2024-11-26/2025-01?', '2024-11-26', '2025-01-31', 'interval'],
  ['1985-04-12/..', '1985-04-12', null, 'open'],
  ['1985-04-12/', '1985-04-12', null, 'open'],
  ['/1985-04', null, '1985-04-30', 'open'],
  ['../..', null, null, 'open'],
] as const

describe('parseEdtf', () => {
  it.each(ACCEPTED)('%s runs from %s to %s, precision %s', (text, earliest, latest, precision) => {
    const edtf = text.includes('T') ? text.slice(0, 10) : text
    expect(parseEdtf(text)).toEqual({ edtf, earliest, latest, precision })
  })

  it.each([
    '',
    ' ',
    '..',
    '2024-02-30',
    '2023-02-29',
    '2024-13',
    '2024-00',
    '2024-20',
    '2024-25',
    '2024-21-01',
    '0000',
    '0000-01-01',
    '9999-24',
    '-0044',
    'Y170000002',
    '1984-1',
    '84',
    'XXXX',
    '2X24',
    '201X-05',
    '2004-XX-05',
    '2004-01-32',
    '2004-01-01?~',
    '?2004',
    '2004-01-01T25:00:00',
    '2004-02-30T10:00:00',
    '2005/2004',
    '2004/2005/2006',
    '2004-06/2004-05-31',
    '2004/x',
    '2004-{06,07}',
    '2024-09-05\n',
    ' 2024',
    '２０２４',
  ])('returns null for %j', (text) => {
    expect(parseEdtf(text)).toBeNull()
  })

  it('accepts any text without throwing, and returns ordered bounds', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789X-/.?~%T:'), maxLength: 24 })
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const value = parseEdtf(text)
        if (value?.earliest != null && value.latest != null) {
          expect(value.earliest <= value.latest).toBe(true)
        }
      }),
    )
  })

  it('parses the text it returns to the same value', () => {
    for (const [text] of ACCEPTED) {
      const value = parseEdtf(text)!
      expect(parseEdtf(value.edtf)).toEqual(value)
    }
  })
})

describe('formatInterval', () => {
  it.each([
    ['2024-09-05', '2024-09-05', '2024-09-05'],
    ['2024-02-01', '2024-02-29', '2024-02'],
    ['2024-02-01', '2024-02-28', '2024-02-01/2024-02-28'],
    ['2024-01-01', '2024-12-31', '2024'],
    ['1990-01-01', '1999-12-31', '199X'],
    ['1995-01-01', '2004-12-31', '1995/2004'],
    ['1900-01-01', '1999-12-31', '19XX'],
    ['2019-07-01', '2019-09-30', '2019-07/2019-09'],
    ['2019-01-01', '2019-06-30', '2019-01/2019-06'],
    ['2024-06-10', '2024-06-16', '2024-06-10/2024-06-16'],
    ['2024-11-26', null, '2024-11-26/..'],
    [null, '2025-01-31', '../2025-01'],
    [null, null, '../..'],
  ])('%s to %s is %s', (earliest, latest, expected) => {
    expect(formatInterval(earliest, latest)).toBe(expected)
  })

  it('parses back to the same bounds and precision', () => {
    fc.assert(
      fc.property(anyBounds, ({ earliest, latest }) => {
        expect(parseEdtf(formatInterval(earliest, latest))).toEqual(edtfOf(earliest, latest))
      }),
    )
  })

  it('formats bounds that fill a calendar unit as that unit', () => {
    const year = fc.integer({ min: 1, max: 9999 }).map((value) => String(value).padStart(4, '0'))
    const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'))
    const decade = fc.integer({ min: 1, max: 999 }).map((value) => `${String(value).padStart(3, '0')}X`)
    fc.assert(
      fc.property(
        fc.oneof(
          year,
          fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
          decade,
        ),
        (text) => {
          const { earliest, latest } = parseEdtf(text)!
          expect(formatInterval(earliest, latest)).toBe(text)
        },
      ),
    )
  })
})
