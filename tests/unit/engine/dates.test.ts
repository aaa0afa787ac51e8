import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../src/core/edtf.ts'
import { findDates } from '../../../src/engine/dates/find-dates.ts'
import { segment } from '../../../src/engine/text/segment.ts'
import { runs } from '../../support/runs.ts'

/** Returns "«expression» edtf" for each date. */
function dates(text: string, published: string | null): string[] {
  const day = published === null ? null : parseEdtf(published)
  return findDates(segment(text), day).map(({ start, end, edtf }) => `«${text.slice(start, end)}» ${edtf}`)
}

/** Published on Friday, 14 June 2024. */
const FRIDAY = '2024-06-14'

describe('dates printed in full', () => {
  it.each([
    ['It opened on November 26, 2023.', '«November 26, 2023» 2023-11-26'],
    ['It opened on Nov. 26, 2023, at noon.', '«Nov. 26, 2023» 2023-11-26'],
    ['It opened on 26 November 2023.', '«26 November 2023» 2023-11-26'],
    ['It opened on the 26th of November, 2023.', '«the 26th of November, 2023» 2023-11-26'],
    ['It opened on Sunday, Nov. 26th 2023.', '«Sunday, Nov. 26th 2023» 2023-11-26'],
    ['It opened on 2023-11-26.', '«2023-11-26» 2023-11-26'],
    ['It opened on 11/26/2023.', '«11/26/2023» 2023-11-26'],
    ['It opened on 26.11.2023.', '«26.11.2023» 2023-11-26'],
    ['It opened on 11/26/89.', '«11/26/89» 1989-11-26'],
    ['It opened on 29 February 2024.', '«29 February 2024» 2024-02-29'],
    ['It ran Nov. 3-5, 2023.', '«Nov. 3-5, 2023» 2023-11-03/2023-11-05'],
    ['It opened in November 2023.', '«November 2023» 2023-11'],
    ['It opened in November of 2023.', '«November of 2023» 2023-11'],
    ['It opened in May 2023.', '«May 2023» 2023-05'],
    ['It opened in 2023.', '«2023» 2023'],
    ["It opened in '97.", "«'97» 1997"],
    ['It opened in nineteen ninety-seven.', '«nineteen ninety-seven» 1997'],
    ['He left in two thousand and four.', '«two thousand and four» 2004'],
    ['It lasted through 1990-95.', '«1990-95» 1990/1995'],
    ['It opened in the 1990s.', '«the 1990s» 199X'],
    ["It opened in the '90s.", "«the '90s» 199X"],
    ['It opened in the eighties.', '«the eighties» 198X'],
    ['It opened in the mid-1990s.', '«the mid-1990s» 199X'],
    ['It opened in the 19th century.', '«the 19th century» 18XX'],
    ['It opened in the summer of 2022.', '«the summer of 2022» 2022-06/2022-08'],
    ['It grew in the third quarter of 2023.', '«the third quarter of 2023» 2023-07/2023-09'],
    ['It grew in Q3 2023.', '«Q3 2023» 2023-07/2023-09'],
    ['It ran at 2024-09-05T10:00:00Z.', '«2024-09-05T10:00:00Z» 2024-09-05'],
    ['It grew in the second half of 2023.', '«the second half of 2023» 2023-07/2023-12'],
    ['It grew in the first 10 months of 2023.', '«the first 10 months of 2023» 2023-01/2023-10'],
    ['It grew in fiscal 2023.', '«fiscal 2023» 2023'],
    ['It opened at the end of 2023.', '«the end of 2023» 2023'],
    ['It opened on Thanksgiving Day 2023.', '«Thanksgiving Day 2023» 2023-11-23'],
    ['It opened on Easter Monday 2024.', '«Easter Monday 2024» 2024-04-01'],
  ])('%s', (text, expected) => {
    expect(dates(text, null)).toEqual([expected])
  })
})

describe('dates relative to publication', () => {
  it.each([
    ['He spoke today.', '«today» 2024-06-14'],
    ['He spoke yesterday.', '«yesterday» 2024-06-13'],
    ['He spoke last night.', '«last night» 2024-06-13'],
    ['He spoke the day before yesterday.', '«the day before yesterday» 2024-06-12'],
    ['He will speak tomorrow.', '«tomorrow» 2024-06-15'],
    ['He spoke on Tuesday.', '«Tuesday» 2024-06-11'],
    ['He spoke on Tuesday night.', '«Tuesday night» 2024-06-11'],
    ['He spoke on Friday.', '«Friday» 2024-06-14'],
    ['He will speak on Tuesday.', '«Tuesday» 2024-06-18'],
    ['He spoke last Friday.', '«last Friday» 2024-06-07'],
    ['He speaks next Friday.', '«next Friday» 2024-06-21'],
    ['He spoke this past Sunday.', '«this past Sunday» 2024-06-09'],
    ['He spoke on November 26.', '«November 26» 2023-11-26'],
    ['He spoke on June 3.', '«June 3» 2024-06-03'],
    ['He spoke in March.', '«March» 2024-03'],
    ['He will speak in March.', '«March» 2025-03'],
    ['PARIS, June 4 - It will close.', '«June 4» 2024-06-04'],
    ['He spoke last March.', '«last March» 2024-03'],
    ['He spoke in August last year.', '«August last year» 2023-08'],
    ['He spoke earlier this year.', '«earlier this year» 2024'],
    ['He spoke last week.', '«last week» 2024-06-03/2024-06-09'],
    ['He spoke over the weekend.', '«the weekend» 2024-06-08/2024-06-09'],
    ['He spoke last month.', '«last month» 2024-05'],
    ['He spoke two days ago.', '«two days ago» 2024-06-12'],
    ['He spoke three weeks ago.', '«three weeks ago» 2024-05-20/2024-05-26'],
    ['He spoke twenty-five years ago.', '«twenty-five years ago» 1999'],
    ['He spoke a decade ago.', '«a decade ago» 2014'],
    ['He will speak a week from now.', '«a week from now» 2024-06-17/2024-06-23'],
    ['Sales rose in the first quarter.', '«the first quarter» 2024-01/2024-03'],
    ["Sales rose in last year's third quarter.", "«last year's third quarter» 2023-07/2023-09"],
    ['He wrote for the past three months.', '«the past three months» 2024-03-14/2024-06-14'],
    ['He spoke on Christmas Eve.', '«Christmas Eve» 2023-12-24'],
    ['He spoke on the fourth of July.', '«the fourth of July» 2024-07-04'],
    ['He spoke the previous Monday.', '«the previous Monday» 2024-06-10'],
    ['The Tuesday ruling stands.', '«Tuesday» 2024-06-11'],
    ['He spoke in the week of March 5.', '«the week of March 5» 2024-03-04/2024-03-10'],
    ['He spoke last summer.', '«last summer» 2023-06/2023-08'],
  ])('%s', (text, expected) => {
    expect(dates(text, FRIDAY)).toEqual([expected])
  })

  it.each([
    ['He spoke last month.', '2025-01-03', '«last month» 2024-12'],
    ['He spoke last week.', '2025-01-03', '«last week» 2024-12-23/2024-12-29'],
    ['He spoke in December.', '2025-01-03', '«December» 2024-12'],
    ['He spoke on February 29.', '2023-06-01', '«February 29» 2020-02-29'],
    ['He spoke a month ago.', '2024-03-31', '«a month ago» 2024-02'],
    ['He spoke yesterday.', '2024-03-01', '«yesterday» 2024-02-29'],
    ['He spoke on Tuesday.', '2024-01-01', '«Tuesday» 2023-12-26'],
  ])('at the turn of a month or year: %s (%s)', (text, published, expected) => {
    expect(dates(text, published)).toEqual([expected])
  })

  it.each([
    ['He spoke last month.', '«last month» 2024-12'],
    ['He spoke in August last year.', '«August last year» 2024-08'],
    ['He spoke on November 26.', '«November 26» 2024-11-26'],
    ['He spoke yesterday.', '«yesterday» 2024-12-31/2025-01-30'],
    ['He spoke on Tuesday.', '«Tuesday» 2024-12-31/2025-01-28'],
    ['He spoke this year.', '«this year» 2025'],
  ])('from a whole month of publication: %s', (text, expected) => {
    expect(dates(text, '2025-01?')).toEqual([expected])
  })

  it('has open bounds if the publication date is unknown', () => {
    expect(dates('He spoke on Tuesday, a year after 2019.', null)).toEqual(['«Tuesday» ../..', '«2019» 2019'])
  })
})

describe('dates relative to the date before', () => {
  it.each([
    ['In August last year he left. The next month he returned.', '«The next month» 2023-09'],
    ['In August last year he left. A month later he returned.', '«A month later» 2023-09'],
    ['On May 2 he left. The same day he returned.', '«The same day» 2024-05-02'],
    ['On May 2 he left. Two days later he returned.', '«Two days later» 2024-05-04'],
    ['On May 2 he left. He had slept the day before.', '«the day before» 2024-05-01'],
    ['On May 2 he left. The following Monday he returned.', '«The following Monday» 2024-05-06'],
    ['In May 2019 he left. Later that year he returned.', '«Later that year» 2019'],
    ['On Tuesday he left. In March he had returned. Two weeks later he fell ill.', '«March» 2024-03'],
    ['In March he left. Two weeks later he fell ill.', '«Two weeks later» 2024-03-11/2024-04-14'],
    ['In 2019 he left. In August of that year he returned.', '«August of that year» 2019-08'],
    ['In 1998 he left. The following year he returned.', '«The following year» 1999'],
    ['In December 2019 he left. The next month he returned.', '«The next month» 2020-01'],
    ['On July 4, 1831, he left. On 5 June he had written.', '«5 June» 1831-06-05'],
    ['In the third quarter it lost money, unlike a year earlier.', '«a year earlier» 2022-07/2022-09'],
  ])('%s', (text, expected) => {
    expect(dates(text, FRIDAY)[1]).toBe(expected)
  })

  it('refer to the last date, however vague, and not to an older date', () => {
    expect(dates('On May 2 he left. On Tuesday he spoke. The next day he fell ill.', '2024-06?')[2]).toBe(
      '«The next day» 2024-05-29/2024-06-26',
    )
  })

  it('share a year that is printed once', () => {
    expect(dates('It ran from March to May 2019.', FRIDAY)).toEqual(['«March» 2019-03', '«May 2019» 2019-05'])
    expect(dates('It ran from November to January 2019.', FRIDAY)).toEqual([
      '«November» 2018-11',
      '«January 2019» 2019-01',
    ])
  })

  it('are no date without a date before them', () => {
    expect(dates('The same day he returned.', FRIDAY)).toEqual([])
  })
})

describe('words that are no date', () => {
  it.each([
    'He may march on.',
    'May I come in?',
    'April Stone and June Fields spoke.',
    'The second man came first.',
    'He paid $1990 for it.',
    'About 2000 people came.',
    'He told USA Today.',
    'She reads the Sunday Times.',
    'It opened on 30 February 2024x.',
    'For months and years he waited.',
    'He sat in room 101.',
    'The day after the flood was quiet.',
    'He springs into fall.',
    'It was 10:30 p.m. by then.',
  ])('%s', (text) => {
    expect(dates(text, FRIDAY)).toEqual([])
  })

  it('ignores days that the calendar does not have', () => {
    expect(dates('On 2024-02-30 and 13/45/2024 and February 30.', FRIDAY)).not.toContain('2024-02-30')
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    ..."the a of in , last next this that same early end third 26 1998 2024 90s ' - May Nov. Friday today year month quarter ago later ten twenty day night 11/26/2024 spring Easter".split(
      ' ',
    ),
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
    fc.array(word, { maxLength: 20 }).map((words) => words.join('-')),
  )
  const publications = fc.constantFrom('2024-06-14', '2025-01?', '0001-01-01', '9999-12-31', '../2024', null)

  it('gives spans in order, none inside another, and bounds in order', () => {
    fc.assert(
      fc.property(texts, publications, (text, published) => {
        let reached = 0
        for (const date of findDates(segment(text), published === null ? null : parseEdtf(published))) {
          expect(date.start).toBeGreaterThanOrEqual(reached)
          expect(date.end).toBeGreaterThan(date.start)
          expect(date.end).toBeLessThanOrEqual(text.length)
          expect(parseEdtf(date.edtf)).toMatchObject({ earliest: date.earliest, latest: date.latest })
          reached = date.end
        }
      }),
      runs(500),
    )
  })

  it.each([
    ['early ', 'Monday'],
    ['the ', 'year'],
    ['Monday ', ''],
    ['twenty ', ''],
    ['last ', 'year'],
    ['1990-', ''],
    ["'90s ", ''],
    ['May, ', ''],
    ['the week of ', 'May 5'],
    ['of ', '2019'],
  ])('reads "%s" twenty thousand times', (repeated, last) => {
    const text = repeated.repeat(20_000) + last
    expect(() => dates(text, FRIDAY)).not.toThrow()
  })
})
