import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingestArticle } from '../../src/features/ingestion/domain.ts'
import { NOW } from '../support/app.ts'
import { runs } from './runs.ts'
import { type EmptyService, emptyService } from './service.ts'

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
})
afterAll(() => service.close())

const TEXTS = 2000
const AT_ONCE = 8

const METADATA = {
  title: null,
  publisher: null,
  byline: null,
  dateline: null,
  url: null,
  language: null,
  published: null,
  publishedBasis: 'unknown',
} as const

/** What is lost on the way where somebody means well: forms of one letter, marks that join, ends of lines, no bytes. */
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

const storable = text.filter((one) => !one.includes('\u0000'))

it('any text comes back byte for byte, as the media type and the digest say', {
  timeout: 300_000,
}, async () => {
  const { numRuns, seed } = runs(TEXTS)
  // Twice as many as needed: short ones come more than once.
  const distinct = new Set(fc.sample(storable, { numRuns: numRuns * 2, seed }))
  const texts = [...distinct].slice(0, numRuns)
  expect(texts).toHaveLength(numRuns)
  const rest = texts.values()
  const work = async (): Promise<void> => {
    for (const given of rest) {
      const { articleId } = await ingestArticle(service.database.db, { ...METADATA, text: given }, NOW)
      const { rawPayload, headers } = await service.app.inject(`/v1/articles/${articleId}/text`)
      expect(Buffer.compare(rawPayload, Buffer.from(given, 'utf8')), JSON.stringify(given)).toBe(0)
      expect(headers['content-type']).toBe('text/plain; charset=utf-8')
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', rawPayload)).toString('base64')
      expect(headers['repr-digest']).toBe(`sha-256=:${digest}:`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
})

it('what the article is called comes back as it was given, too', async () => {
  const given = {
    title: 'e\u0301é\u202e “x”',
    publisher: 'Küsten-\u00adBlatt',
    byline: '李',
    dateline: 'Šiauliai',
    language: 'lt',
  }
  const { articleId } = await ingestArticle(
    service.database.db,
    { ...METADATA, ...given, text: 'Named.' },
    NOW,
  )
  const { body } = await service.app.inject(`/v1/articles/${articleId}`)
  expect(JSON.parse(body)).toMatchObject(given)
})
