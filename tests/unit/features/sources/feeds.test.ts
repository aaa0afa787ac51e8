import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { linkedFeeds } from '../../../../src/features/articles/sources/feeds/linked-feeds.ts'
import { parseSitemap } from '../../../../src/features/articles/sources/feeds/parse-sitemap.ts'
import { parseSyndication } from '../../../../src/features/articles/sources/feeds/parse-syndication.ts'
import { readFeed } from '../../../../src/features/articles/sources/feeds/read-feed.ts'
import { rssOf } from '../../../support/feed-server.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const BASE = 'https://gazette.example/feeds/news.xml'

const entriesOf = (text: string) => parseSyndication(text, BASE, NOW)?.entries ?? null
const urlsOf = (text: string) => entriesOf(text)?.map(({ url }) => url) ?? null

const rss = (items: string): string => `<rss version="2.0"><channel><title>G</title>${items}</channel></rss>`

describe('RSS', () => {
  it.each<[string, string, string[]]>([
    ['a relative link', '<item><link>/a</link></item>', ['https://gazette.example/a']],
    ['a fragment', '<item><link>https://b.example/a#x</link></item>', ['https://b.example/a']],
    ['a permanent link', '<item><guid>https://b.example/a</guid></item>', ['https://b.example/a']],
    ['an id that is no link', '<item><guid isPermaLink="false">https://b.example/a</guid></item>', []],
    ['an id that is no address', '<item><guid>tag:4711</guid></item>', []],
    ['another scheme', '<item><link>mailto:desk@b.example</link></item>', []],
    ['CDATA', '<item><link><![CDATA[ /a ]]></link></item>', ['https://gazette.example/a']],
    [
      'a bare ampersand',
      '<item><title>A & B</title><link>/a?b=1&c=2</link></item>',
      ['https://gazette.example/a?b=1&c=2'],
    ],
    ['an address of 3,000 characters', `<item><link>/${'a'.repeat(3000)}</link></item>`, []],
    ['no entries', '', []],
  ])('reads %s', (_, items, urls) => {
    expect(urlsOf(rss(items))).toEqual(urls)
  })

  it('takes one address once, in the version that changed last', () => {
    const item = (updated: string) =>
      `<item><link>/a</link><a:updated xmlns:a="http://www.w3.org/2005/Atom">${updated}</a:updated></item>`
    const text = `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel>${item('2026-11-02T00:00:00Z')}${item('2026-11-03T00:00:00Z')}${item('2026-11-01T00:00:00Z')}</channel></rss>`
    expect(entriesOf(text)).toMatchObject([{ modified: new Date('2026-11-03T00:00:00Z') }])
  })
})

it('a fingerprint differs if the words change, unless the feed says when the article changed', () => {
  const fingerprint = (title: string, updated: string | null) =>
    entriesOf(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/><title>${title}</title>${updated ? `<updated>${updated}</updated>` : ''}</entry></feed>`,
    )![0]!.fingerprint
  expect(fingerprint('one', null)).not.toBe(fingerprint('two', null))
  expect(fingerprint('one', '2026-11-01T00:00:00Z')).toBe(fingerprint('two', '2026-11-01T00:00:00Z'))
  expect(fingerprint('one', '2026-11-01T00:00:00Z')).not.toBe(fingerprint('one', '2026-11-02T00:00:00Z'))
  // A time in the future says nothing.
  expect(fingerprint('one', '2057-11-01T00:00:00Z')).not.toBe(fingerprint('two', '2057-11-01T00:00:00Z'))
})

it.each(['', 'words', '{}', '[]', '{"version": "1"}', '<html><body>', '<rss', '\u0000', '<feed'])(
  'is no feed: %j',
  (text) => {
    expect(parseSyndication(text, BASE, NOW)).toBeNull()
  },
)

describe('a sitemap', () => {
  it('gives the addresses with their dates, and ignores pictures', () => {
    const text = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://gazette.example/a&amp;b</loc><lastmod>2026-11-20T08:00:00+01:00</lastmod>
        <n:news><n:publication_date>2026-11-19</n:publication_date><n:title>N</n:title></n:news>
        <image:image><image:loc>https://gazette.example/p.png</image:loc></image:image></url>
      <url><loc>/c</loc></url><url></url></urlset>`
    expect(parseSitemap(text, BASE, NOW)).toMatchObject({
      feed: {
        kind: 'sitemap',
        entries: [
          {
            url: 'https://gazette.example/a&b',
            published: '2026-11-19',
            modified: new Date('2026-11-20T07:00:00Z'),
          },
          { url: 'https://gazette.example/c', published: null, modified: null },
        ],
      },
    })
  })

  it('is read up to the place where it breaks off', () => {
    const text = '<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</lo'
    expect(parseSitemap(text, BASE, NOW)).toMatchObject({
      feed: { entries: [{ url: 'https://a.example/1' }] },
    })
  })

  it('is told from an index and from other XML', () => {
    const index = '<sitemapindex><sitemap><loc> https://a.example/news.xml </loc></sitemap></sitemapindex>'
    expect(parseSitemap(index, BASE, NOW)).toEqual({ index: ['https://a.example/news.xml'] })
    expect(parseSitemap(rssOf([{ link: '/a' }]), BASE, NOW)).toBeNull()
  })
})

it('a page names its feeds: those of comments come last, other links are ignored', () => {
  const html = `<link rel="alternate" type="application/rss+xml" title="Comments" href="/c"><link rel="alternate stylesheet" type="text/css" href="/s">
    <link rel="alternate" hreflang="de" href="/de"><LINK REL=alternate TYPE="application/atom+xml" HREF="atom"><link rel="alternate" type="application/feed+json" href="/json">`
  expect(linkedFeeds(html, BASE)).toEqual([
    'https://gazette.example/feeds/atom',
    'https://gazette.example/json',
    'https://gazette.example/c',
  ])
})

describe('a document', () => {
  const document = (bytes: Buffer, charset: string | null = null) => ({
    url: BASE,
    mediaType: 'text/xml',
    charset,
    bytes,
  })

  it('is decoded as its XML declaration says', () => {
    const text = rssOf([], 'Café').replace('UTF-8', 'windows-1251')
    const bytes = Buffer.from(text.replace('Café', 'Cafe'))
    expect(readFeed(document(bytes), NOW)).toMatchObject({ feed: { title: 'Cafe' } })
    const cyrillic = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>'),
      Buffer.from([0xc3, 0xe0, 0xe7, 0xe5, 0xf2, 0xe0]),
      Buffer.from('</title></channel></rss>'),
    ])
    expect(readFeed(document(cyrillic), NOW)).toMatchObject({ feed: { title: 'Газета' } })
  })

  it('is refused if it decompresses to more than a feed may have', () => {
    const bomb = gzipSync(Buffer.alloc(6_000_000, ' '))
    expect(() => readFeed(document(bomb), NOW)).toThrow(expect.objectContaining({ code: 'not_a_feed' }))
    expect(() => readFeed(document(bomb.subarray(0, 100)), NOW)).toThrow(
      expect.objectContaining({ code: 'not_a_feed' }),
    )
  })

  it('is a page without feeds if it is neither', () => {
    expect(readFeed(document(Buffer.from('<html><body>Words')), NOW)).toEqual({ linked: [] })
    expect(readFeed(document(Buffer.from('{"a": 1}')), NOW)).toEqual({ linked: [] })
  })
})
