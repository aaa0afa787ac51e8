import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let key: string

beforeAll(async () => {
  service = await emptyService()
  const { secret } = await createKey(
    service.database.db,
    { name: 'desk', scopes: ['ingest', 'admin'], expiresAt: null },
    NOW,
  )
  key = secret
})
afterAll(() => service.close())

async function send(payload: object, type = 'application/json') {
  const headers = { authorization: `Bearer ${key}`, 'content-type': type }
  const answer = await service.app.inject({
    method: 'POST',
    url: '/v1/articles',
    headers,
    payload: JSON.stringify(payload),
  })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

const get = async (url: string) => (await service.app.inject(url)).json()

const page = (words: string, modified: string): string =>
  `<html><head><title>Locks</title><meta property="article:published_time" content="2025-01-15T09:30:00Z"><meta property="article:modified_time" content="${modified}"><meta property="article:section" content="Canals"></head><body><article><p>“${words},” Ada Brandt said.</p></article></body></html>`

it('keeps the section and the last change of each text apart from the first publication', async () => {
  const url = 'https://gazette.example/lock'
  const first = await send({ url, html: page('The lock is open', '2025-01-15T09:30:00Z') })
  const second = await send({ url, html: page('The lock is shut', '2025-02-03T18:00:00+01:00') })
  const { article } = second
  expect(article.published.edtf).toBe('2025-01-15')
  expect(article.snapshot).toMatchObject({
    ordinal: 2,
    section: 'Canals',
    modified: '2025-02-03T17:00:00.000Z',
  })
  const { items } = await get(`/v1/articles/${first.article.id}/snapshots`)
  expect(items).toEqual([
    article.snapshot,
    { ...first.article.snapshot, section: 'Canals', modified: '2025-01-15T09:30:00.000Z' },
  ])
})

it('takes a section that is sent, and the later version of a ninjs item', async () => {
  const sent = await send({ text: '“It rains,” Ada Brandt said.', section: 'Weather' })
  expect(sent.article.snapshot.section).toBe('Weather')
  expect(sent.article.snapshot).not.toHaveProperty('modified')
  const item = {
    uri: 'urn:x:rain',
    body_text: '“It pours,” Ada Brandt said.',
    firstcreated: '2025-01-15T09:30:00Z',
    versioncreated: '2025-01-16T08:00:00Z',
  }
  const { article } = await send(item, 'application/vnd.iptc.ninjs+json')
  expect(article.published.edtf).toBe('2025-01-15')
  expect(article.snapshot.modified).toBe('2025-01-16T08:00:00.000Z')
  expect(article.snapshot).not.toHaveProperty('section')
})

it('says on which page and at which time of its source a statement begins', async () => {
  const unknown = { publisher: null, byline: null, dateline: null, language: null, published: null } as const
  const ingest = async (title: string, text: string, places: object[]) => {
    const article = { ...unknown, title, url: null, text, publishedBasis: 'unknown' as const }
    const source = { section: null, modified: null, places: places as never }
    return (await ingestArticle(service.database.db, { ...article, source }, NOW)).articleId
  }
  const text =
    '“One thing,” Ada Brandt said.\n\n“Another thing,” Bo Lindqvist said.\n\n“A third thing,” she said.'
  const second = text.indexOf('“Another')
  const paged = await ingest('Paged', text, [
    { start: 0, page: 1 },
    { start: second, page: 2 },
  ])
  const places = async (id: string) =>
    (await get(`/v1/articles/${id}/statements?sort=-confidence`)).items
      .sort((a: never, b: never) => a['segments'][0]['start'] - b['segments'][0]['start'])
      .map(({ place }: { place?: object }) => place)
  const [one, two] = [
    { page: 1, time: null },
    { page: 2, time: null },
  ]
  expect(await places(paged)).toEqual([one, two, two])
  const timed = await ingest('Timed', `${text} It snowed.`, [{ start: second + 1, time: '00:01:02.500' }])
  const time = { page: null, time: '00:01:02.500' }
  expect(await places(timed)).toEqual([undefined, time, time])
  const { items } = await get(`/v1/statements?article=${paged}&limit=1`)
  expect((await get(items[0].url)).place).toEqual(items[0].place)
})

it('erases the text with its source on record', async () => {
  const { article } = await send({ text: '“It hails,” Ada Brandt said.', section: 'Weather' })
  const headers = { authorization: `Bearer ${key}`, 'if-match': '"1"', 'content-type': 'application/json' }
  const answer = await service.app.inject({
    method: 'DELETE',
    url: `/v1/articles/${article.id}`,
    headers,
    payload: JSON.stringify({ reason: 'A court ordered it.' }),
  })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
})
