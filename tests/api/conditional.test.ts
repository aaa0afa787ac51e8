import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, READ_URLS } from './record.ts'

let service: EmptyService
let request: ReturnType<typeof supertest>

beforeAll(async () => {
  service = await emptyService()
  await insertRecord(service.database.db)
  request = supertest(service.url)
})
afterAll(() => service.close())

const { getLiveness: _live, getReadiness: _ready, ...CACHED } = READ_URLS

/** Removes headers that vary between requests or describe the transport of the body. */
const lasting = ({
  date: _date,
  'x-request-id': _id,
  'transfer-encoding': _chunked,
  ...headers
}: Record<string, string>) => headers

describe.each(Object.entries(CACHED))('%s', (_id, url) => {
  it.each(['identity', 'gzip', 'br'])(
    'under %s has one ETag, and answers 304 to a client that sends it',
    async (coding) => {
      const plain = await request.get(url).set('accept-encoding', 'identity').expect(200)
      const { etag } = plain.headers as { etag: string }
      expect(etag).toMatch(/^W\/"(\d+\.)?[\w-]{27}"$/)

      const coded = await request.get(url).set('accept-encoding', coding).expect(200)
      expect(coded.headers['etag']).toBe(etag)
      const known = await request
        .get(url)
        .set('accept-encoding', coding)
        .set('if-none-match', etag)
        .expect(304)
      expect(known.headers).toMatchObject({
        etag,
        'cache-control': plain.headers['cache-control'],
        vary: expect.stringMatching(/accept-encoding/i),
      })
      expect(known.text).toBe('')
      expect(known.headers).not.toHaveProperty('content-type')
    },
  )

  it.each(['identity', 'gzip'])(
    'answers HEAD under %s with the headers of GET and nothing else',
    async (coding) => {
      const get = await request.get(url).set('accept-encoding', coding).expect(200)
      const head = await request.head(url).set('accept-encoding', coding).expect(200)
      expect(head.text ?? '').toBe('')
      expect(lasting(head.headers)).toEqual(lasting(get.headers))
    },
  )
})

it('a problem has no ETag and is never cached', async () => {
  for (const url of ['/v1/officials/nobody-of-this-name', '/v1/statements?sort=upwards', '/v1/nothing']) {
    const { headers, status } = await request.get(url)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers).not.toHaveProperty('etag')
  }
})

it('If-None-Match: * does not turn 404 into 304', async () => {
  await request.get('/v1/officials/nobody-of-this-name').set('if-none-match', '*').expect(404)
  await request.get(READ_URLS['getOfficial']!).set('if-none-match', '*').expect(304)
})

it('different requests have different ETags', async () => {
  const urls = Object.values(CACHED).flatMap((url) => [url, `${url}?fields=id`])
  const answers = await Promise.all(urls.map((url) => request.get(url)))
  const tags = answers.filter(({ status }) => status === 200).map(({ headers }) => headers['etag'] as string)
  expect(tags.length).toBeGreaterThan(urls.length * 0.6)
  expect(new Set(tags).size).toBe(tags.length)
})

it('a write changes all ETags immediately, except of receipts and their keys', async () => {
  const { getReceipt: _receipt, getReceiptKeys: _keys, ...ofRecord } = CACHED
  const tagsOf = async () => {
    const answers = await Promise.all(Object.values(ofRecord).map((url) => request.get(url).expect(200)))
    return answers.map(({ headers }) => headers['etag'] as string)
  }
  const before = await tagsOf()
  const metadata = { title: null, publisher: null, byline: null, dateline: null, url: null, language: null }
  const article = {
    ...metadata,
    published: null,
    publishedBasis: 'unknown',
    text: 'The ferry runs.',
  } as const
  await ingestArticle(service.database.db, article, NOW)
  const after = await tagsOf()
  expect(after.filter((tag, index) => tag === before[index])).toEqual([])
  const stale = await request.get('/v1/articles').set('if-none-match', before.join(', ')).expect(200)
  expect(stale.body.items).toHaveLength(3)
})
