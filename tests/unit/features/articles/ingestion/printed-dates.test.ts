import { describe, expect, it } from 'vitest'
import { zoneOfDateline } from '../../../../../src/features/articles/ingestion/printed-dates/dateline-zones.ts'
import { parsePrintedDate } from '../../../../../src/features/articles/ingestion/printed-dates/parse-date.ts'

const dayOf = (printed: string, language: string | null = null): string | null =>
  parsePrintedDate(printed, language)?.edtf ?? null

describe('parsePrintedDate', () => {
  it.each([
    ['2024-03-06', '2024-03-06'],
    ['2024-03-06T18:20:00-05:00', '2024-03-06'],
    ['2024-03-06 18:20:00 UTC', '2024-03-06'],
    ['20240306T182000Z', '2024-03-06'],
    ['2024/3/6', '2024-03-06'],
    ['Wed, 06 Mar 2024 18:20:00 GMT', '2024-03-06'],
    ['Wed Mar 06 2024 18:20:00 GMT+0100 (CET)', '2024-03-06'],
    ['Wed Mar 6 18:20:00 EST 2024', '2024-03-06'],
    ['March 6th, 2024 at 6.20 p.m.', '2024-03-06'],
    ['6 Sept. 2024', '2024-09-06'],
    ['6. März 2024', '2024-03-06'],
    ['le 1er août 2023', '2023-08-01'],
    ['6 de marzo de 2024', '2024-03-06'],
    ['6 марта 2024', '2024-03-06'],
    ['2024年3月6日', '2024-03-06'],
    ['1709767200', '2024-03-06'],
    ['1709767200000', '2024-03-06'],
    ['06.03.2024', '2024-03-06'],
    ['31/12/2024', '2024-12-31'],
    ['2024-03', '2024-03'],
  ])('reads %s', (printed, day) => {
    expect(dayOf(printed)).toBe(day)
  })

  it.each(['', 'soon', '2024-02-30', 'May 41, 2024', '03/06/2024', '12345', '6 Smarch 2024'])(
    'refuses %j',
    (printed) => {
      expect(dayOf(printed)).toBeNull()
    },
  )

  it('reads numbers with slashes in the order of the language', () => {
    expect([dayOf('03/06/2024', 'en-US'), dayOf('03/06/2024', 'en-GB'), dayOf('03/06/2024', 'fr')]).toEqual([
      '2024-03-06',
      '2024-06-03',
      '2024-06-03',
    ])
  })

  it('reads a name that means two months in the language of the page', () => {
    expect([
      dayOf('3 listopada 2024', 'pl'),
      dayOf('3. listopada 2024', 'hr'),
      dayOf('3 listopad 2024', 'en'),
    ]).toEqual(['2024-11-03', '2024-10-03', null])
  })

  it('returns the moment, if the time and its zone are printed', () => {
    const moments = ['March 6, 2024, 6:20 PM EST', '2024-03-06T23:20Z', '6 March 2024 18:20 ET'].map(
      (printed) => parsePrintedDate(printed, 'en')?.instant,
    )
    expect(moments).toEqual(Array(3).fill(Date.parse('2024-03-06T23:20:00Z')))
    expect(parsePrintedDate('March 6, 2024, 6:20 PM', 'en')).toMatchObject({ instant: null, offset: null })
  })
})

it('knows the zone of a dateline', () => {
  expect(zoneOfDateline('A first line.\nSAN DIEGO (AP) — The pier is closed.')).toBe('America/Los_Angeles')
  expect(zoneOfDateline('MONTRÉAL — The pier is closed.')).toBe('America/Toronto')
  expect(zoneOfDateline('SALTMARSH — The pier is closed.')).toBeNull()
})
