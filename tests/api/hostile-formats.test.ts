import { parse } from 'csv-parse/sync'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatementType } from '../../src/core/vocabulary.ts'
import { shownWords } from '../../src/core/wording.ts'
import { STATEMENT_FORMATS } from '../../src/features/statements/formats/table.ts'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { readParquet } from '../support/parquet.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const HOSTILE = [
  '=cmd()',
  '=HYPERLINK("http://a.example",\'x\')',
  "'=1+1",
  '+1',
  '-1+cmd|/C calc',
  '@SUM(A1)',
  '\ttab first',
  '＝1＋1',
  '"quoted", and "twice""',
  'one\ntwo\r\nthree\rfour',
  'a,b;c|d',
  '<script>alert(1)</script>',
  '</blockquote><img src=x onerror=alert(1)>',
  ']]><![CDATA[',
  '&amp; &lt; &#0;',
  '\\end{document} } {',
  '100 % of $5 & #1 _a_ ~b ^c',
  '🙂👩‍👩‍👧 \u202eright to left\u202c \u2066isolated\u2069',
  'Мы останемся. 王 שלום',
  '{"problem":{"code":"unavailable"}}\nER  - \nTY  - BOOK',
]
/** A hundred texts: each text with five others. */
const TEXTS = HOSTILE.flatMap((text, index) =>
  [0, 3, 7, 11, 16].map((step) => `${text} ${HOSTILE[(index + step) % HOSTILE.length]} no ${index}/${step}`),
)

const speaker = makeOfficial('Ada =Brandt() <b>')
const article = makeArticle('Locks & <i>=title</i>, "open"', {
  publisher: '+The Gazette, %',
  byline: 'By Ada }\\Brandt & 100 % Reuters',
  url: 'https://gazette.example/locks?a=1&b=%22%3C',
  published: '2026-03-04',
  sentences: TEXTS,
})
const statements = TEXTS.map((_, index) =>
  makeStatement(article, index, {
    official: speaker,
    type: (['direct', 'mixed', 'indirect'] as const)[index % 3]!,
  }),
)
const idsInOrder = statements.map(({ row }) => row.id)
const textOf = new Map(statements.map(({ row }, index) => [row.id, TEXTS[index]!]))
const typeOf = new Map(statements.map(({ row }) => [row.id, row.type as StatementType]))

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  await insertRecords(service.database.db, { officials: [speaker], articles: [article], statements })
})
afterAll(() => service.close())

const ask = async (url: string) => {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, url).toBe(200)
  return answer
}

type Answer = Awaited<ReturnType<typeof ask>>
type Found = readonly (readonly [id: string, text: string])[]

const FORMULA = /^[=+\-@\t\r＝＋－＠]/u
/** Removes the apostrophe before a cell that a spreadsheet would run. */
const exactCell = (cell: string): string => (/^'+[=+\-@\t\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell)
const idIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
const shown = (id: string, text: string): string => shownWords(text, typeOf.get(id))

function readCsv({ body }: Answer): Found {
  const rows = parse(body, { columns: true, bom: true }) as Record<string, string>[]
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(FORMULA)
  return rows.map(({ id = '', text = '' }) => [id, exactCell(text)])
}

/** Reads the words of a list in each format. */
const READERS: Readonly<Record<string, (answer: Answer) => Found | Promise<Found>>> = {
  json: (answer) => answer.json().items.map(({ id, text }: { id: string; text: string }) => [id, text]),
  ndjson: ({ body }) =>
    body
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map(({ id, text }) => [id, text]),
  csv: readCsv,
  'csv-excel': readCsv,
  parquet: async ({ rawPayload }) =>
    (await readParquet(rawPayload)).map(({ id, text }) => [String(id), String(text)]),
  'json-ld': (answer) =>
    answer.json()['@graph'].map((item: Record<string, string>) => {
      expect(item['@type']).toBe(typeOf.get(idIn(item['@id']!)) === 'indirect' ? 'CreativeWork' : 'Quotation')
      return [idIn(item['@id']!), item['text'] ?? item['abstract']]
    }),
  'json-feed': ({ body }) =>
    (parseJsonFeed(JSON.parse(body)).items ?? []).map(({ id }, index) => {
      const raw = JSON.parse(body).items[index].content_text as string
      return [idIn(String(id)), raw.slice(0, raw.lastIndexOf('\n\n'))]
    }),
  atom({ body }) {
    // An entry document is not a feed.
    if (body.includes('<feed')) expect(parseAtomFeed(body).entries).toHaveLength(100)
    const entriesIn = ({ name, children = [] }: Element): Found => {
      if (name !== 'entry') return children.flatMap(entriesIn)
      const textIn = (wanted: string) => dataOf(children.find((child) => child.name === wanted)!)
      return [[idIn(textIn('id')), textIn('content')]]
    }
    return entriesIn(parseDocument(body, { xmlMode: true }) as unknown as Element)
  },
}

interface Element {
  readonly name?: string
  readonly data?: string
  readonly children?: readonly Element[]
}

const dataOf = ({ data = '', children = [] }: Element): string => data + children.map(dataOf).join('')

/** The formats that show the words to readers. They put a quotation into quotation marks. */
const SHOWN = ['json-feed', 'atom']

const expected = (format: string) =>
  new Map([...textOf].map(([id, text]) => [id, SHOWN.includes(format) ? shown(id, text) : text]))

describe.each(STATEMENT_FORMATS)('a hundred hostile statements as $name', (format) => {
  const read = READERS[format.name]!

  it('leave a list as they came', async () => {
    const found = await read(await ask(`/v1/statements.${format.name}?limit=100`))
    expect(new Map(found)).toEqual(expected(format.name))
  })

  if (format.open)
    it('leave an export as they came', async () => {
      const found = await read(await ask(`/v1/export.${format.name}`))
      expect(new Map(found)).toEqual(expected(format.name))
    })

  if (format.writeOne)
    it('leave alone as they came', async () => {
      for (const id of idsInOrder) {
        const answer = await ask(`/v1/statements/${id}.${format.name}`)
        const alone =
          format.name === 'json'
            ? ([[answer.json().id, answer.json().text]] as const)
            : format.name === 'json-ld'
              ? ([[idIn(answer.json()['@id']), answer.json().text ?? answer.json().abstract]] as const)
              : await read(answer)
        expect(alone).toEqual([[id, expected(format.name).get(id)]])
      }
    })
})

it('stand in annotations with their exact characters', async () => {
  const { first } = (await ask(`/v1/articles/${article.row.id}/annotations`)).json()
  const exact = first.items.map(
    ({ id, target }: { id: string; target: { selector: { exact: string }[] }[] }) => [
      id.split('/').at(-2),
      target[0]!.selector[1]!.exact,
    ],
  )
  expect(new Map(exact)).toEqual(textOf)
})

it('stand in cards without markup of their own', async () => {
  for (const [id, text] of textOf) {
    const { html } = (await ask(`/oembed?url=/v1/statements/${id}`)).json()
    const names = new Set<string>()
    const visit = (node: Element): void => {
      if (node.name) names.add(node.name)
      for (const child of node.children ?? []) visit(child)
    }
    const root = parseDocument(html) as unknown as Element
    visit(root)
    expect([...names].sort()).toEqual(['a', 'bdi', 'blockquote', 'cite', 'footer', 'p'])
    const block = root.children!.find(({ name }) => name === 'blockquote')!
    expect(dataOf(block.children![0]!)).toBe(shown(id, text))
  }
})

it('are cited as records that have one entry', async () => {
  for (const id of idsInOrder) {
    const csl = JSON.parse((await ask(`/v1/statements/${id}/citation?style=csl-json`)).body)
    expect(csl).toHaveLength(1)
    expect(csl[0].title).toBe(article.row.title)
    const ris = (await ask(`/v1/statements/${id}/citation?style=ris`)).body
    expect(ris.match(/^TY {2}- /gm)).toHaveLength(1)
    expect(ris.match(/^ER {2}- /gm)).toHaveLength(1)
    const bibtex = (await ask(`/v1/statements/${id}/citation?style=bibtex`)).body
    let depth = 0
    for (const mark of bibtex) {
      if (mark === '{') depth++
      if (mark === '}') depth--
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
  }
})
