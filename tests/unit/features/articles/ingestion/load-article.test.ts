import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../../../src/core/edtf.ts'
import { loadArticle } from '../../../../../src/features/articles/ingestion/load-article.ts'
import { fromNinjs } from '../../../../../src/features/articles/ingestion/ninjs.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const TEXT_MAX = 2_000_000
const HTML_MAX = 3_000_000

/** Answers every address with one document. */
const serving = (mediaType: string, content: string) => async (url: string) => ({
  url,
  mediaType,
  charset: 'utf-8',
  bytes: Buffer.from(content),
})
const nothing = async (): Promise<never> => {
  throw new Error('nothing is fetched here')
}
const long = (length: number): string => 'word '.repeat(length / 5 + 1).slice(0, length)
const url = 'https://gazette.example/ferry'

describe('the limit of a text', () => {
  it.each([
    ['text', (text: string) => loadArticle({ text }, nothing, NOW)],
    ['HTML', (text: string) => loadArticle({ html: `<p>${text}</p>` }, nothing, NOW)],
    ['a fetched page', (text: string) => loadArticle({ url }, serving('text/html', `<p>${text}</p>`), NOW)],
    ['a fetched text', (text: string) => loadArticle({ url }, serving('text/plain', text), NOW)],
    [
      'a body of a ninjs item',
      (value: string) =>
        loadArticle(fromNinjs({ uri: url, bodies: [{ contenttype: 'text/plain', value }] }), nothing, NOW),
    ],
  ])('holds for %s', async (_name, load) => {
    // The last character is no space, which HTML would lose.
    expect((await load(`${long(TEXT_MAX - 1)}.`)).text).toHaveLength(TEXT_MAX)
    await expect(load(`${long(TEXT_MAX)}.`)).rejects.toMatchObject({
      code: 'unreadable_article',
      message: expect.stringContaining('Send it in several parts'),
    })
  })

  it('of HTML is the same for a fetched page and for a sent page', async () => {
    const page = (length: number): string => '<p>Two words.</p><!--'.padEnd(length, '-')
    for (const load of [
      (html: string) => loadArticle({ html }, nothing, NOW),
      (html: string) => loadArticle({ url }, serving('text/html', html), NOW),
    ]) {
      expect((await load(page(HTML_MAX))).text).toBe('Two words.')
      await expect(load(page(HTML_MAX + 1))).rejects.toMatchObject({ code: 'unreadable_article' })
    }
  })
})

describe('a time in UTC', () => {
  const evening = '2025-01-15T02:30:00Z'
  const page = (time: string, head = ''): string =>
    `<html><head>${head}<meta property="article:published_time" content="${time}"></head><body><article><p>Two words.</p></article></body></html>`
  const zones = new Map([['gazette.example', 'America/New_York']])
  const dayOf = async (...sent: Parameters<typeof loadArticle>): Promise<string | undefined> =>
    (await loadArticle(...sent)).published?.edtf

  it('is the day in the zone of the publisher, sent or set for its host', async () => {
    const html = page(evening)
    expect(await dayOf({ html, url }, nothing, NOW)).toBe('2025-01-15')
    expect(await dayOf({ html, url, zone: 'America/Chicago' }, nothing, NOW)).toBe('2025-01-14')
    expect(await dayOf({ html, url }, nothing, NOW, zones)).toBe('2025-01-14')
    expect(await dayOf({ html, url: 'https://www.gazette.example/a' }, nothing, NOW, zones)).toBe(
      '2025-01-14',
    )
    expect(await dayOf({ html, url: 'https://notgazette.example/a' }, nothing, NOW, zones)).toBe('2025-01-15')
    expect(await dayOf({ html, url, zone: 'Asia/Tokyo' }, nothing, NOW, zones)).toBe('2025-01-15')
    expect(await dayOf({ url }, serving('text/html', html), NOW, zones)).toBe('2025-01-14')
    const canonical = page(evening, `<link rel="canonical" href="${url}">`)
    expect(await dayOf({ html: canonical }, nothing, NOW, zones)).toBe('2025-01-14')
  })

  it('does not change a time with another offset, a day without a time, and a date that was sent', async () => {
    for (const time of ['2025-01-15T02:30:00+01:00', '2025-01-15T00:00:00Z', '2025-01-15'])
      expect(await dayOf({ html: page(time), url }, nothing, NOW, zones)).toBe('2025-01-15')
    const published = parseEdtf('2025-01-16')
    expect(await dayOf({ html: page(evening), url, published }, nothing, NOW, zones)).toBe('2025-01-16')
  })

  it('of a ninjs item is the day at its place, else in the zone of the publisher', async () => {
    const item = { uri: url, body_text: 'Two words.', versioncreated: evening }
    expect(await dayOf(fromNinjs(item), nothing, NOW)).toBe('2025-01-15')
    expect(await dayOf(fromNinjs(item), nothing, NOW, zones)).toBe('2025-01-14')
    expect(await dayOf(fromNinjs({ ...item, located: 'Chicago' }), nothing, NOW)).toBe('2025-01-14')
  })
})
