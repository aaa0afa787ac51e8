import { describe, expect, it } from 'vitest'
import { loadArticle } from '../../../../../../src/features/articles/ingestion/load-article.ts'

const NOW = new Date('2026-11-23T10:00:00Z')

const WORDS = [
  'The harbour board of Ostmere voted on Tuesday night to keep the old swing bridge closed to lorries until the spring.',
  '“Nobody will drive a lorry over it while I am in charge,” harbour master Ada Brandt told the meeting, which lasted almost four hours.',
  'Shopkeepers on the north bank said the detour had cost them a fifth of their trade since the bridge was first restricted.',
]
const [FIRST, QUOTED, LAST] = WORDS as [string, string, string]

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Ostmere keeps swing bridge shut</title>${head}</head><body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header><article><h1>Ostmere keeps swing bridge shut</h1>${body}</article><footer><p>All rights reserved.</p></footer></body></html>`
const paragraphs = (...words: string[]): string => words.map((one) => `<p>${one}</p>`).join('\n')

const textOf = async (html: string): Promise<string> =>
  (await loadArticle({ html }, () => Promise.reject(new Error('fetched')), NOW)).text

describe('the exact text of a page', () => {
  const whole = WORDS.join('\n\n')

  it.each([
    ['a span', `<p><span class="dropcap">T</span>${FIRST.slice(1)}</p>`],
    ['a span with space after it', `<p><span class="drop-cap">T</span> ${FIRST.slice(1)}</p>`],
    ['a big letter', `<p><big>T</big>${FIRST.slice(1)}</p>`],
    ['a letter for eyes and words for readers', `<p class="has-drop-cap">${FIRST}</p>`],
  ])('joins a drop cap in %s with its word', async (_name, first) => {
    expect(await textOf(page(first + paragraphs(QUOTED, LAST)))).toBe(whole)
  })

  it('sets the marks of q elements, also inside each other', async () => {
    const quoted = QUOTED.replace('“', '<q>').replace('”', '</q>')
    expect(await textOf(page(paragraphs(FIRST, quoted, LAST)))).toBe(whole)
    const inner = '<q>She told me <q>go home</q> and I went,</q> Bo Lindqvist said.'
    expect(await textOf(page(paragraphs(FIRST, QUOTED, inner)))).toContain(
      '“She told me ‘go home’ and I went,” Bo Lindqvist said.',
    )
  })

  it.each([
    [
      'blockquote',
      '<blockquote class="pullquote">“Nobody will drive a lorry over it while I am in charge”</blockquote>',
    ],
    [
      'aside',
      '<aside class="pull-quote"><p>Nobody will drive a lorry over it while I am in charge</p></aside>',
    ],
    [
      'figure',
      '<figure class="wp-block-pullquote"><blockquote><p>Nobody will drive a lorry over it while I am in charge</p><cite>Ada Brandt</cite></blockquote></figure>',
    ],
  ])('leaves out a pull quote in %s whose words are in the text', async (_name, pulled) => {
    const [first, ...rest] = WORDS.map((one) => `<p>${one}</p>`)
    expect(await textOf(page([first, pulled, ...rest].join('\n')))).toBe(whole)
  })

  it('keeps a quotation that is set as a block and nowhere else', async () => {
    const block =
      '<blockquote><p>“The bridge stays shut, whatever the council says about it,” the board wrote.</p></blockquote>'
    expect(await textOf(page(`${paragraphs(FIRST)}${block}${paragraphs(QUOTED, LAST)}`))).toContain(
      'The bridge stays shut, whatever the council says about it',
    )
  })

  it('keeps the points of a list, each in a line', async () => {
    const list =
      '<ul><li>The bridge stays shut, Ada Brandt said.</li><li>Lorries take the ring road, Bo Lindqvist said.</li></ul>'
    expect(await textOf(page(`${paragraphs(FIRST)}${list}${paragraphs(QUOTED, LAST)}`))).toMatch(
      /spring\.\n+The bridge stays shut, Ada Brandt said\.\n+Lorries take the ring road, Bo Lindqvist said\.\n+“Nobody/,
    )
  })
})

describe('the encoding of a page', () => {
  const words =
    'The café of Zoë is open again after the long winter, and “nobody” paid more than 3 € – or so it’s said.'
  const html = (charset: string): string =>
    page(paragraphs(words, QUOTED, LAST), `<meta charset="${charset}">`)
  const CP1252: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96, '€': 0x80 }
  const western = (text: string): Buffer =>
    Buffer.from([...text].map((char) => CP1252[char] ?? char.charCodeAt(0)))
  const utf16 = (text: string): Buffer =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

  it.each([
    ['windows-1252 that the server calls utf-8', western(html('utf-8')), 'utf-8'],
    ['windows-1252 that the page calls iso-8859-1', western(html('iso-8859-1')), null],
    ['windows-1252 without a label', western(html('')), null],
    ['utf-8 that the server calls iso-8859-1', Buffer.from(html('utf-8')), 'iso-8859-1'],
    ['utf-8 that the page calls windows-1252', Buffer.from(html('windows-1252')), null],
    [
      'utf-8 with a byte order mark that the server calls ascii',
      Buffer.from(`\uFEFF${html('utf-8')}`),
      'us-ascii',
    ],
    ['utf-16 that the page calls utf-8', utf16(html('utf-8')), 'utf-8'],
    ['utf-8 with an encoding that does not exist', Buffer.from(html('utf-9')), 'unknown-8bit'],
  ])('is right for %s', async (_name, bytes, charset) => {
    const url = 'https://gazette.example/cafe'
    const fetched = async () => ({ url, mediaType: 'text/html', charset, bytes })
    expect((await loadArticle({ url }, fetched, NOW)).text).toBe([words, QUOTED, LAST].join('\n\n'))
  })
})

describe('a live blog', () => {
  const post = (time: string, title: string, words: string): string =>
    `<div class="liveblog-post"><time datetime="2025-10-01T${time}:00+01:00">${time}</time><h2>${title}</h2><p>${words}</p></div>`

  it('keeps all posts in order, with the date of its own beginning', async () => {
    const body = `<div class="liveblog">${post('14:30', 'Vote', QUOTED)}${post('12:10', 'Meeting', FIRST)}${post('09:05', 'Shops', LAST)}</div>`
    const head = `<script type="application/ld+json">${JSON.stringify({
      '@type': 'LiveBlogPosting',
      headline: 'Ostmere keeps swing bridge shut',
      datePublished: '2025-10-01T08:00:00+01:00',
      dateModified: '2025-10-02T14:30:00+01:00',
      articleSection: ['Local', 'Harbour'],
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'Vote', datePublished: '2025-10-02T14:30:00+01:00' },
      ],
    })}</script>`
    const article = await loadArticle(
      { html: page(body, head) },
      () => Promise.reject(new Error('fetched')),
      NOW,
    )
    const places = [QUOTED, FIRST, LAST].map((words) => article.text.indexOf(words))
    expect(places.every((at) => at >= 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(article.published?.edtf).toBe('2025-10-01')
    expect(article.source).toMatchObject({ section: 'Local', modified: '2025-10-02T13:30:00.000Z' })
  })
})
