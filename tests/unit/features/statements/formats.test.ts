import { parse } from 'csv-parse/sync'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import examples from '../../../../src/documentation/examples.json' with { type: 'json' }
import type { PresentedPage } from '../../../../src/features/statements/formats/format.ts'
import { STATEMENT_FORMATS } from '../../../../src/features/statements/formats/table.ts'

const ORIGIN = 'https://quotes.example'
const HOSTILE = [
  '=cmd()',
  "'=cmd()",
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '＝1',
  '"quoted"',
  'one\ntwo\r\nthree',
  'a,b;c',
  '<script>alert(1)</script>',
  ']]>',
  '&amp;',
  '\\end{document}',
  '100 %',
  '🙂 \u202eright to left\u202c',
  'Мы останемся. 王',
]

const example = examples.getStatement
const page = {
  ...examples.listStatements,
  items: HOSTILE.map((text, index) => ({
    ...example,
    id: `${index}`,
    url: `/v1/statements/${index}`,
    text,
    type: index % 2 === 0 ? 'direct' : 'indirect',
    speaker: { ...example.speaker, official: null, name: text, role: text },
    article: {
      ...example.article,
      title: text,
      publisher: text,
      url: 'https://gazette.example/a?b=1&c="2"',
    },
  })),
} as unknown as PresentedPage

const write = (name: string, fields?: readonly ('id' | 'text')[]): string => {
  const body = STATEMENT_FORMATS.find((format) => format.name === name)!.write(page, {
    origin: ORIGIN,
    fields,
  })
  return typeof body === 'string' ? body : JSON.stringify(body)
}

describe('CSV', () => {
  const rows = (name: string): Record<string, string>[] => parse(write(name), { columns: true, bom: true })

  it('has the words of every statement, and no cell that a spreadsheet runs', () => {
    for (const name of ['csv', 'csv-excel']) {
      const texts = rows(name).map(({ text = '' }) => text)
      for (const text of texts) expect(text).not.toMatch(/^[=+\-@\t\r＝]/u)
      expect(texts.map((text) => text.replace(/^'(?='*[=+\-@\t\r＝])/u, ''))).toEqual(HOSTILE)
    }
  })

  it('begins with a byte order mark only for Excel', () => {
    expect(write('csv').startsWith('id,url,speaker,')).toBe(true)
    expect(write('csv-excel').startsWith('\ufeffid,url,speaker,')).toBe(true)
  })

  it('has only the columns of the requested fields', () => {
    expect(write('csv', ['id', 'text']).split('\r\n')[0]).toBe('id,text')
  })
})

describe('NDJSON', () => {
  it('has one statement in each line', () => {
    const lines = write('ndjson').split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => JSON.parse(line).text)).toEqual(HOSTILE)
  })
})

/** Parsers of XML may trim white space, and change line breaks. */
const oneSpaced = (text: string): string => text.trim().replace(/\s+/gu, ' ')

/** Puts quotation marks around the words of direct statements, which have even numbers here. */
const shown = HOSTILE.map((text, index) => (index % 2 === 0 && !text.startsWith('"') ? `“${text}”` : text))

describe('Atom', () => {
  it('has an entry for every statement, with its words', () => {
    const { entries = [], links = [] } = parseAtomFeed(write('atom'))
    expect(entries.map(({ id }) => id)).toEqual(HOSTILE.map((_, index) => `${ORIGIN}/v1/statements/${index}`))
    expect(entries.map(({ content }) => oneSpaced(content?.value ?? ''))).toEqual(shown.map(oneSpaced))
    expect(links.map(({ rel }) => rel)).toContain('self')
    expect(entries[0]!.links).toContainEqual(
      expect.objectContaining({ rel: 'via', href: 'https://gazette.example/a?b=1&c="2"' }),
    )
  })

  it('replaces characters that XML does not allow', () => {
    const format = STATEMENT_FORMATS.find(({ name }) => name === 'atom')!
    const items = [{ ...page.items[0], text: 'a\u0001b\ud800c' }]
    const feed = String(format.write({ ...page, items } as PresentedPage, { origin: ORIGIN }))
    expect(feed).toContain('a\ufffdb\ufffdc')
  })
})

describe('JSON Feed', () => {
  it('has an item for every statement, with its words', () => {
    const feed = JSON.parse(write('json-feed')) as { version: string }
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    const { items = [] } = parseJsonFeed(feed)
    expect(items.map(({ content_text = '' }) => oneSpaced(content_text.split('\n\n')[0]!))).toEqual(
      shown.map(oneSpaced),
    )
  })
})

describe('JSON-LD', () => {
  it('has a quotation only for words in quotation marks', () => {
    const graph = JSON.parse(write('json-ld'))['@graph']
    expect(graph.map((one: { text?: string; abstract?: string }) => one.text ?? one.abstract)).toEqual(
      HOSTILE,
    )
    for (const [index, one] of graph.entries()) {
      expect(one['@type']).toBe(index % 2 === 0 ? 'Quotation' : 'CreativeWork')
      expect('text' in one).toBe(index % 2 === 0)
      expect('dateCreated' in one).toBe(false)
      expect(one.temporal).toBe('2024-09')
    }
  })
})
