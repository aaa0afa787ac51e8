import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText } from '../../../../../src/features/articles/ingestion/html/article.ts'
import { parseBoundedHtml } from '../../../../../src/features/articles/ingestion/html/bounded-parser.ts'
import { htmlToText } from '../../../../../src/features/articles/ingestion/html/text.ts'
import { readMetadata } from '../../../../../src/features/articles/ingestion/metadata/read-metadata.ts'

describe('htmlToText', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['nested blocks', '<div>One<div>Two</div>Three</div>', 'One\n\nTwo\n\nThree'],
    ['white space', '<p>\n  One\n\t two <b>three</b> </p>', 'One two three'],
    ['no-break spaces', '<p>10&nbsp;km</p>', '10\u00a0km'],
    ['line breaks', 'One<br>two', 'One\ntwo'],
    ['line breaks as paragraphs', 'One<br><br>Two<br/><br/><br/>Three', 'One\n\nTwo\n\nThree'],
    ['preformatted text', '<pre>a\n  b\n</pre>', 'a\n  b'],
    ['lists', '<ul><li>One<li>Two</ul>', 'One\n\nTwo'],
    ['tables', '<table><tr><td>One<td>Two</table>', 'One\n\nTwo'],
    [
      'character references once only',
      '<p>&amp;lt;b&amp;gt; &#8220;x&#x201D; &eacute;</p>',
      '&lt;b&gt; “x” é',
    ],
    ['references to characters that cannot be stored', '<p>a&#0;b&#xD800;c</p>', 'a\ufffdb\ufffdc'],
    ['scripts and styles', 'a<script>b</script><style>c</style><noscript>d</noscript>e', 'ae'],
    [
      'hidden elements',
      'a<b hidden>b</b><i style="color:red; DISPLAY : none">c</i><u aria-hidden="true">d<p>e</u>f',
      'af',
    ],
    ['forms', 'a<button>b</button><select><option>c</select><textarea>d</textarea>e', 'ae'],
    ['comments', 'a<!-- b -->c<!-- d', 'ac'],
    ['unclosed tags', '<p>One<p>Two<div>Three', 'One\n\nTwo\n\nThree'],
    ['nothing', '<p> </p><br><br>', ''],
  ])('reads %s', (_name, html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it('returns any escaped text of one paragraph unchanged, except for white space', () => {
    const words = fc.stringMatching(/^[^\s\0](?:[^\r\0]{0,40}[^\s\0])?$/u)
    fc.assert(
      fc.property(words, (text) => {
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
        const shown = text.replace(/[ \t\n\f]+/g, ' ')
        expect(htmlToText(`<p>${escaped}</p>`)).toBe(shown.trim())
      }),
    )
  })
})

describe('articleText', () => {
  const long = (word: string): string =>
    `The ${word}, which crosses the sound twice a day, will run all winter, as the harbour board decided, and the fishermen, who had asked for it, were glad.`

  it('returns the article of a page, and everything in a fragment', () => {
    const main = [1, 2, 3, 4].map((n) => `<p>${long(`${n}. ferry`)} 1 &lt; 2 &amp; 3</p>`).join('')
    const menu = '<nav class="menu"><a href="/">Home</a> <a href="/b">Sport</a></nav>'
    const page = articleText(
      `<html><body>${menu}<div id="story">${main}</div><footer>Imprint</footer></body></html>`,
    )
    expect(page).not.toMatch(/Home|Imprint/)
    expect(page.split('\n\n')).toHaveLength(4)
    expect(page).toContain('glad. 1 < 2 & 3')
    expect(articleText(`${menu}<p>Short.</p>`)).toBe('Home Sport\n\nShort.')
  })

  it('reads the whole page if Readability finds nothing', () => {
    expect(articleText('<html><body><p>Two words.</p></body></html>')).toBe('Two words.')
  })

  it.each([
    ['elements nested ten thousand deep', '<div>'.repeat(10_000)],
    ['more elements than any article has', '<b></b>'.repeat(70_000)],
  ])('refuses %s', (_name, html) => {
    expect(() => articleText(html)).toThrow(expect.objectContaining({ code: 'unreadable_article' }))
  })

  it.each([
    ['characters that start tags', '<'.repeat(100_000)],
    ['references', '&amp;'.repeat(100_000)],
    ['end tags without start tags', `<html>${'</x>'.repeat(100_000)}a`],
    ['attributes', `<html><p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=1`).join(' ')}>a`],
    ['unclosed comments', `<html>a${'<!--'.repeat(100_000)}`],
    ['paragraphs', `<html><body>${'<p>Word, word.</p>'.repeat(20_000)}`],
  ])('reads a great many %s', (_name, html) => {
    expect(articleText(html).length).toBeGreaterThan(0)
  })
})

const metadataOf = (html: string) => readMetadata(html, new Date('2026-11-23T10:00:00Z'))

describe('readMetadata', () => {
  const head = (content: string): string => `<html lang="en"><head>${content}</head></html>`
  const jsonLd = (value: unknown): string =>
    `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

  it('prefers JSON-LD, then Open Graph, then other meta elements', () => {
    const meta = `<title>By title</title><meta name="author" content="Meta Author">
      <meta property="og:title" content="By Open Graph"><meta property="og:site_name" content="Gazette &amp; Co">
      <meta property="article:published_time" content="2026-03-04T10:00:00Z"><link rel="canonical" href="/story">`
    const article = { '@type': ['Thing', 'NewsArticle'], headline: 'By JSON-LD', author: 'Ada Brandt' }
    expect(metadataOf(head(`${meta}${jsonLd('{broken')}${jsonLd([article])}`))).toMatchObject({
      title: 'By JSON-LD',
      byline: 'Ada Brandt',
      publisher: 'Gazette & Co',
      published: { date: { edtf: '2026-03-04' } },
      language: 'en',
      url: '/story',
    })
    expect(metadataOf(head(meta))).toMatchObject({ title: 'By Open Graph', byline: 'Meta Author' })
    expect(metadataOf(head('<title>\n By  title </title>'))).toMatchObject({
      title: 'By title',
      byline: null,
    })
  })

  it.each([
    ['an address', 'https://gazette.example/ferry'],
    ['an object with an address', { '@type': 'WebPage', '@id': 'https://gazette.example/ferry' }],
  ])('reads mainEntityOfPage of JSON-LD as %s', (_form, mainEntityOfPage) => {
    const article = { '@type': 'NewsArticle', headline: 'Ferry', mainEntityOfPage }
    expect(metadataOf(head(jsonLd(article))).url).toBe('https://gazette.example/ferry')
  })

  it.each([true, 'true', 'True', 7])('takes no address from mainEntityOfPage %j', (mainEntityOfPage) => {
    const article = { '@type': 'NewsArticle', headline: 'Ferry', mainEntityOfPage }
    expect(metadataOf(head(jsonLd(article))).url).toBeNull()
  })

  it('returns no metadata for missing or invalid values', () => {
    const nothing = {
      title: null,
      publisher: null,
      byline: null,
      published: { date: null, basis: 'unknown', evidence: null, refused: [], differs: null },
      language: null,
      url: null,
      section: null,
      modified: null,
      isClosed: false,
    }
    expect(metadataOf('<p>Words')).toEqual(nothing)
    const hostile = jsonLd({
      '@type': 'NewsArticle',
      headline: 7,
      datePublished: 'soon',
      author: [[], {}, null],
    })
    expect(metadataOf(`${hostile}<meta name="author" content="https://gazette.example/ada">`)).toEqual(
      nothing,
    )
    expect(metadataOf(jsonLd(`${'['.repeat(50_000)}${']'.repeat(50_000)}`))).toEqual(nothing)
    expect(metadataOf(`<title>${'x'.repeat(5000)}</title>`)).toEqual(nothing)
    expect(metadataOf('<p>The ferry runs.</p><svg><title>A ferry</title></svg>')).toEqual(nothing)
  })
})

describe('parseBoundedHtml', () => {
  const opened = (html: string): number => {
    let elements = 0
    parseBoundedHtml(html, { open: () => elements++, text: () => undefined, close: () => undefined })
    return elements
  }
  const attributes = (count: number): string => Array.from({ length: count }, (_, n) => ` a${n}=x`).join('')

  it.each([
    ['depth', 1500, (n: number) => '<b>'.repeat(n), 'elements nested more than 1500 deep'],
    ['depth of closed elements', 1500, (n: number) => `${'<i>'.repeat(n)}x${'</i>'.repeat(n)}`, '1500 deep'],
    ['depth within svg', 1500, (n: number) => '<svg>'.repeat(n), '1500 deep'],
    ['elements', 60_000, (n: number) => '<br>'.repeat(n), 'more than 60000 elements'],
    ['elements that are opened by their end', 60_000, (n: number) => '</p>'.repeat(n), '60000 elements'],
    ['elements that close each other', 60_000, (n: number) => '<p>x'.repeat(n), '60000 elements'],
    ['end tags', 120_000, (n: number) => `x<br>${'</i>'.repeat(n)}`, 'more than 120000 end tags'],
    ['attributes', 20_000, (n: number) => `<p${attributes(n)}>x`, 'more than 20000 attributes'],
    ['attributes of one name', 20_000, (n: number) => `<p${' a=x'.repeat(n)}>x`, '20000 attributes'],
  ])('accepts the largest allowed number of %s, and refuses one more', (_name, most, html, message) => {
    expect(opened(html(most))).toBeGreaterThan(0)
    for (const read of [opened, metadataOf, articleText, htmlToText])
      expect(() => read(html(most + 1))).toThrow(
        expect.objectContaining({ code: 'unreadable_article', message: expect.stringContaining(message) }),
      )
  })

  it('refuses three million characters of nested elements before it has read many of them', () => {
    let reported = 0
    const handler = { open: () => reported++, text: () => undefined, close: () => reported++ }
    expect(() => parseBoundedHtml('<b>'.repeat(990_000), handler)).toThrow('1500 deep')
    expect(reported).toBe(1500)
  })
})
