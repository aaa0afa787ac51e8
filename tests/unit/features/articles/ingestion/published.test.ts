import { describe, expect, it } from 'vitest'
import { readMetadata } from '../../../../../src/features/articles/ingestion/metadata/read-metadata.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`
const data = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const page = (head: string, body = '', address: string | null = null) =>
  readMetadata(`<html lang="en-US"><head>${head}</head><body>${body}</body></html>`, NOW, address)
const dayOf = (...parts: Parameters<typeof page>): string | null =>
  page(...parts).published.date?.edtf ?? null

/** Half past nine in the evening in New York, on 5 March. */
const EVENING = '2024-03-06T02:30:00Z'
const published = meta('article:published_time', EVENING)

describe('the day of a time in UTC', () => {
  it('is the day in UTC if nothing says more', () => {
    expect(dayOf(published)).toBe('2024-03-06')
  })

  it.each([
    [
      'another date on the page',
      `${published}${meta('article:modified_time', '2024-03-07T09:00:00-05:00')}`,
      '',
      null,
    ],
    ['the address', published, '', 'https://news.example/2024/03/05/pier'],
    ['the date in words', published, '<h1>Pier</h1><p>March 5, 2024</p>', null],
    ['the dateline', published, '<p>CHICAGO (AP) — The pier is closed.</p>', null],
  ])('comes from %s', (_source, head, body, address) => {
    expect(dayOf(head, body, address)).toBe('2024-03-05')
  })

  it('is not moved by an address that no zone explains', () => {
    expect(
      dayOf(
        meta('article:published_time', '2024-03-06T16:00:00Z'),
        '',
        'https://news.example/2024/03/05/pier',
      ),
    ).toBe('2024-03-06')
  })

  it('is the day as printed at midnight, because systems print days in this way', () => {
    const midnight = meta('article:published_time', '2024-03-06T00:00:00Z')
    expect(dayOf(`${midnight}${meta('article:modified_time', '2024-03-07T09:00:00-05:00')}`)).toBe(
      '2024-03-06',
    )
  })
})

describe('the date of publication', () => {
  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2026-12-24', '0', '1600-01-01'])(
    'is not %s: the next source is tried',
    (wrong) => {
      const { published: found } = page(
        `${data({ '@type': 'NewsArticle', datePublished: wrong })}${meta('pubdate', '2024-03-06')}`,
      )
      expect(found.date?.edtf).toBe('2024-03-06')
      expect(found.evidence).toEqual({ element: 'meta[pubdate]', value: '2024-03-06' })
    },
  )

  it('is not the date of the last change, of a comment or of another article', () => {
    const body = `<article><h1>Pier</h1><p>Updated March 9, 2024</p></article>
      <div class="comments"><time datetime="2024-03-08">Friday</time></div>
      <aside><time datetime="2024-03-07">Thursday</time></aside>`
    expect(
      dayOf(
        `${meta('article:modified_time', '2024-03-09')}${data({ '@type': 'Comment', datePublished: '2024-03-08' })}`,
        body,
      ),
    ).toBeNull()
  })

  it('is inferred if only the address has it', () => {
    expect(page('', '', 'https://news.example/2024/mar/06/pier').published).toMatchObject({
      date: { edtf: '2024-03-06' },
      basis: 'inferred',
      evidence: { element: 'address' },
    })
  })

  it('comes from the article of the page if there are several in JSON-LD', () => {
    const other = { '@type': 'NewsArticle', headline: 'Old pier', datePublished: '2019-01-01' }
    const own = { '@type': 'NewsArticle', headline: 'New pier', datePublished: '2024-03-06' }
    expect(dayOf(`${data([other, own])}${meta('og:title', 'New pier')}`)).toBe('2024-03-06')
  })
})

it('the language is a tag: a name of a language is not read', () => {
  const article = { '@type': 'NewsArticle', headline: 'Pier', inLanguage: 'English' }
  expect(page(data(article)).language).toBe('en-US')
  expect(page(data({ ...article, inLanguage: { alternateName: 'cy' } })).language).toBe('cy')
})
