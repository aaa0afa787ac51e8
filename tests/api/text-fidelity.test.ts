import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { runs } from '../support/runs.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let key: string

beforeAll(async () => {
  service = await emptyService()
  const { db } = service.database
  key = (await createKey(db, { name: 'desk', scopes: ['ingest'], expiresAt: null }, NOW)).secret
})
afterAll(() => service.close())

const TEXTS = 10_000
/** A text and four metadata values. */
const STRINGS_EACH = 5
const AT_ONCE = 8

/** Sends an article and returns its id. */
async function ingest(article: object): Promise<string> {
  const answer = await service.app.inject({
    method: 'POST',
    url: '/v1/articles',
    headers: { authorization: `Bearer ${key}` },
    payload: article,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().article.id
}

/** Characters that normalization often changes: Unicode forms, combining marks, line ends, zero-width characters. */
const pieces = fc.constantFrom(
  '\r\n',
  '\r',
  '\u2028',
  '\u0085',
  '\t',
  '  ',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  'e\u0301',
  'é',
  'ﬁ',
  'Å',
  'Å',
  '👩🏽‍✈️',
  '🇵🇰',
  '“',
  '”',
  '„',
  '«',
  '»',
  '\u0001',
  '\u007f',
  '\uffff',
  '\ufffe',
  '\u{10ffff}',
  '%',
  '\\',
  "'",
  'שלום',
  'قالت',
  '\\u0000',
  '&amp;',
  '<b>',
  'said',
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme-ascii', maxLength: 4 })), { maxLength: 30 })
    .map((parts) => parts.join('')),
)

const storable = text.filter((one) => one !== '' && !one.includes('\u0000'))

it('any text and its metadata are returned byte for byte, with the right media type and digest', {
  timeout: 300_000,
}, async () => {
  const { numRuns } = runs(TEXTS)
  // Twice as many as needed, because short texts can repeat.
  const distinct = [...new Set(fc.sample(storable, { numRuns: numRuns * 2 }))]
  expect(distinct.length).toBeGreaterThan(numRuns)
  // An article must have words.
  const texts = distinct.filter((one) => /[\p{L}\p{N}]/u.test(one)).slice(0, numRuns / STRINGS_EACH)
  expect(texts).toHaveLength(numRuns / STRINGS_EACH)
  const articles = texts.map((given, index) => {
    const [title, publisher, byline, dateline] = distinct.slice(index * (STRINGS_EACH - 1))
    return { text: given, title, publisher, byline, dateline }
  })
  const rest = articles.values()
  const work = async (): Promise<void> => {
    for (const { text: given, ...called } of rest) {
      const articleId = await ingest({ text: given, ...called })
      const { rawPayload, headers } = await service.app.inject(`/v1/articles/${articleId}/text`)
      expect(Buffer.compare(rawPayload, Buffer.from(given, 'utf8')), JSON.stringify(given)).toBe(0)
      expect(headers['content-type']).toBe('text/plain; charset=utf-8')
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', rawPayload)).toString('base64')
      expect(headers['repr-digest']).toBe(`sha-256=:${digest}:`)
      const { rawPayload: kept } = await service.app.inject(`/v1/articles/${articleId}`)
      expect(JSON.parse(kept.toString('utf8'))).toMatchObject(called)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
})
