import fc from 'fast-check'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeStatement, read } from '../support/factories.ts'
import { runs } from '../support/runs.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import type { Bound } from './filter-oracle.ts'
import { isPublisher } from './filter-oracle.ts'
import { insertRandomRecord, RANDOM_RECORD } from './random-record.ts'

/** A character outside the basic multilingual plane, so that code units, code points and bytes differ. */
const wide = makeArticle('😀 Wide 👩🏽‍✈️', {
  url: 'https://gazette.example/wide?a=b&c=%C3%A9#d',
  publisher: 'A “wide” paper',
  published: '2031-05-06',
  sentences: ['One 😀 lock.', 'Two 🇵🇰 locks.', 'One 😀 lock.'],
})

let service: EmptyService
let request: ReturnType<typeof supertest>

beforeAll(async () => {
  service = await emptyService()
  const { db } = service.database
  await insertRandomRecord(service.database)
  await insertRecords(db, {
    articles: [wide],
    statements: wide.spans.map((_, sentence) =>
      makeStatement(wide, sentence, { said: '2031-05', status: sentence === 1 ? 'rejected' : 'machine' }),
    ),
  })
  request = supertest(service.url)
})
afterAll(() => service.close())

const BOUNDS: readonly Bound[] = [
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-09', '2024-09-01', '2024-09-30'],
  ['2024-09-15', '2024-09-15', '2024-09-15'],
  ['2023-12-31/2024-01-01', '2023-12-31', '2024-01-01'],
]

describe('the list of articles', () => {
  it('contains the articles that match the filters, in the order of the sort', async () => {
    const filters = fc.record(
      {
        publisher: fc.constantFrom('The Gazette', 'gazette', 'Blatt KUSTEN'),
        published_from: fc.constantFrom(...BOUNDS),
        published_to: fc.constantFrom(...BOUNDS),
      },
      { requiredKeys: [] },
    )
    const sorts = fc.constantFrom('published', '-published', 'recorded', '-recorded')
    const rows = [...RANDOM_RECORD.articles, wide].map(({ row }) => row)
    await fc.assert(
      fc.asyncProperty(
        filters,
        sorts,
        async ({ publisher, published_from: from, published_to: to }, sort) => {
          fc.pre(!from || !to || from[1]! <= to[2]!)
          const passing = rows.filter(
            (row) =>
              isPublisher(row.publisher, publisher === undefined ? undefined : [publisher]) &&
              ((!from && !to) || row.published_edtf !== null) &&
              (!from || row.published_latest === null || row.published_latest >= from[1]!) &&
              (!to || row.published_earliest === null || row.published_earliest <= to[2]!),
          )
          const unknown = sort.startsWith('-') ? '0001-01-01' : '9999-12-31'
          const keyOf = (row: (typeof rows)[number]): string =>
            `${sort.endsWith('published') ? (row.published_latest ?? unknown) : row.created_at} ${row.id}`
          const ids = passing.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ id }) => id)
          const parameters = new URLSearchParams({ sort, limit: '100', fields: 'id', count: 'exact' })
          if (publisher !== undefined) parameters.set('publisher', publisher)
          if (from) parameters.set('published_from', from[0])
          if (to) parameters.set('published_to', to[0])
          const { body } = await request.get(`/v1/articles?${parameters}`).expect(200)
          expect(body.page.count).toBe(ids.length)
          expect(body.items.map(({ id }: { id: string }) => id)).toEqual(
            sort.startsWith('-') ? ids.reverse() : ids,
          )
        },
      ),
      runs(60),
    )
  })

  it('finds an article by its exact URL, publisher or text hash', async () => {
    const { url, publisher } = wide.row
    for (const query of [{ url: url! }, { publisher: publisher! }, { sha256: wide.snapshot.sha256 }]) {
      const { body } = await request.get(`/v1/articles?${new URLSearchParams(query)}`).expect(200)
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([wide.row.id])
    }
    const none = await request.get(`/v1/articles?url=${encodeURIComponent('https://gazette.example/wide')}`)
    expect(none.body.items).toEqual([])
    await request.get('/v1/articles?sha256=abc').expect(400)
  })
})

describe('an article', () => {
  it('has the hash and the length of its text in UTF-16 code units, and the number of listed statements', async () => {
    const { body } = await request.get(`/v1/articles/${wide.row.id}`).expect(200)
    expect(body).toMatchObject({
      title: wide.row.title,
      url: wide.row.url,
      published: { edtf: '2031-05-06', earliest: '2031-05-06', latest: '2031-05-06', basis: 'stated' },
      snapshot: {
        id: wide.snapshot.id,
        sha256: wide.snapshot.sha256,
        length: wide.snapshot.text.length,
        ordinal: 1,
      },
      statements: { count: 2 },
    })
    const { body: list } = await request.get(`${body.links.statements}?count=exact`).expect(200)
    expect(list.page.count).toBe(body.statements.count)
  })

  it('serves its text by snapshot, but not the snapshot of another article', async () => {
    const text = `/v1/articles/${wide.row.id}/text`
    expect((await request.get(`${text}?snapshot=${wide.snapshot.id}`).expect(200)).text).toBe(
      wide.snapshot.text,
    )
    await request.get(`${text}?snapshot=${RANDOM_RECORD.articles[0]!.snapshot.id}`).expect(404)
  })
})

interface Selector {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}
interface Annotation {
  readonly id: string
  readonly body: { readonly source: string }
  readonly target: readonly { readonly source: string; readonly selector: readonly Selector[] }[]
}

describe('the annotations of an article', () => {
  it('are in the order of the text, and equal to the annotation of each statement', async () => {
    const { body } = await request.get(`/v1/articles/${wide.row.id}/annotations`).expect(200)
    expect(body.first.items).toHaveLength(2)
    for (const annotation of body.first.items as Annotation[]) {
      expect(await (await fetch(annotation.id)).json()).toEqual(annotation)
      expect((await fetch(annotation.body.source)).status).toBe(200)
    }
    const starts = body.first.items.map(({ target }: Annotation) => target[0]!.selector[0]!.start)
    expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b))
  })

  it('select the same part of the text by code points and by quotation', async () => {
    const { text } = wide.snapshot
    const points = [...text]
    const { body } = await request.get(`/v1/articles/${wide.row.id}/annotations`).expect(200)
    const segments = await read<{ start_offset: number; exact: string }>(
      service.database.db,
      `SELECT e.start_offset, e.exact FROM statement_spans e JOIN statements s ON s.id = e.statement_id
       WHERE s.article_id = $1 AND s.status <> 'rejected' ORDER BY e.start_offset`,
      [wide.row.id],
    )
    for (const [index, { target }] of (body.first.items as Annotation[]).entries()) {
      const [position, quotation] = target[0]!.selector as [Selector, Selector]
      expect([position.type, quotation.type]).toEqual(['TextPositionSelector', 'TextQuoteSelector'])
      const { exact, start_offset: start } = segments[index]!
      expect(points.slice(position.start, position.end).join('')).toBe(exact)
      expect(quotation.exact).toBe(exact)
      const around = quotation.prefix + quotation.exact + quotation.suffix
      expect(text.indexOf(around) + quotation.prefix.length).toBe(start)
      expect(around.isWellFormed()).toBe(true)
      expect(target[0]!.source).toBe(wide.row.url)
    }
  })
})
