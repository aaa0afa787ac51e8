import { connect } from 'node:net'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { LONGEST_TEXT } from '../../src/features/extraction/schema.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let request: ReturnType<typeof supertest>
let contract: Contract
let key: string

beforeAll(async () => {
  service = await emptyService()
  const { db } = service.database
  key = (await createKey(db, { name: 'reader', scopes: ['read'], expiresAt: null }, NOW)).secret
  request = supertest(service.url)
  contract = await readContract(service.app)
})
afterAll(() => service.close())

const extract = (body: string | object) =>
  request
    .post('/v1/extract')
    .set({ 'content-type': 'application/json', authorization: `Bearer ${key}` })
    .send(body)

interface Evidence {
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** Collects all evidence in a response. */
function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return []
  const nested = Object.values(value).flatMap(evidenceIn)
  return 'start' in value && 'exact' in value ? [value as Evidence, ...nested] : nested
}

const SPEECH = '“The lock is open, and it will stay open,” harbour master Ada Brandt said on Tuesday.'
const TEXTS: Readonly<Record<string, string>> = {
  'no text': '',
  'one word': 'Said',
  'white space': ' \t\r\n\u00a0\u2028'.repeat(50),
  speech: SPEECH,
  'one megabyte': `${SPEECH}\n\n`.repeat(12_000),
  'quotation marks alone': '"“”‘’«»„\''.repeat(20_000),
  'opening marks alone': '“'.repeat(100_000),
  'right to left': '«המנעול פתוח», אמרה עדה ברנדט. قالت: «القفل مفتوح». '.repeat(200),
  'emoji and joined marks': `“👩🏽‍✈️ e\u0301 🇵🇰,” Ada Brandt said. `.repeat(200),
  markup: `<p>&ldquo;It is&rdquo;</p><script>alert("x")</script> ${SPEECH}`,
  'one line without end': 'said '.repeat(100_000),
  'a number': '9'.repeat(200_000),
}

async function expectEvidence(text: string, published: string | null | undefined): Promise<void> {
  const { status, headers, text: body } = await extract({ text, published })
  expect(status, body.slice(0, 500)).toBe(200)
  const answer = { status, contentType: headers['content-type'], body }
  expect(contract.faultOf(contract.operation('extract'), answer)).toBeNull()
  const wrong = evidenceIn(JSON.parse(body)).filter(
    ({ start, end, exact }) => text.slice(start, end) !== exact,
  )
  expect(wrong).toEqual([])
}

it.each(Object.entries(TEXTS))('%s is read, and all evidence holds', (_name, text) =>
  expectEvidence(text, '2025-01-15'),
)

it.each([undefined, null, '2025', '2025-01?', '../2025-01', '2025-01-14T09:00:00Z'])(
  'a text published %s is read, and all evidence holds',
  (published) => expectEvidence(SPEECH, published),
)

it('returns who said what and when, and stores nothing', async () => {
  const { body } = await extract({ text: SPEECH, published: '2025-01-15' }).expect(200)
  expect(body.statements).toMatchObject([
    {
      type: 'direct',
      verbatim: true,
      text: 'The lock is open, and it will stay open',
      speaker: { name: 'Ada Brandt', attribution: 'named' },
      cue: { exact: 'said' },
      said: {
        edtf: '2025-01-14',
        basis: 'relative-to-publication',
        expression: { exact: expect.stringContaining('Tuesday') },
      },
    },
  ])
  const { db } = service.database
  for (const table of ['articles', 'snapshots', 'statements', 'officials', 'revisions']) {
    expect([table, await read(db, `SELECT FROM ${table}`)]).toEqual([table, []])
  }
})

describe('a wrong body', () => {
  it.each([
    ['no text', {}, '/text', 'invalid_field'],
    ['a number', { text: 1 }, '/text', 'invalid_field'],
    ['null', { text: null }, '/text', 'invalid_field'],
    ['a list', { text: ['a'] }, '/text', 'invalid_field'],
    ['an unknown field', { text: 'a', puplished: '2025' }, '/puplished', 'unknown_field'],
    ['__proto__ by another name', { text: 'a', constructor: 1 }, '/constructor', 'unknown_field'],
    ['no date', { text: 'a', published: 'soon' }, '/published', 'invalid_field'],
    ['an impossible date', { text: 'a', published: '2025-02-30' }, '/published', 'invalid_field'],
    ['a NUL', { text: 'a\u0000b' }, '/text', 'invalid_field'],
    ['half a surrogate pair', '{"text":"a\\ud83d"}', '/text', 'invalid_field'],
    ['the other half', '{"text":"\\ude00a"}', '/text', 'invalid_field'],
    ['a text too long', { text: 'a'.repeat(LONGEST_TEXT + 1) }, '/text', 'invalid_field'],
    ['a list instead', [], '', 'invalid_field'],
    ['a word instead', '"text"', '', 'invalid_field'],
  ])('gets an error with a pointer: %s', async (_name, sent, pointer, code) => {
    const { status, body } = await extract(sent)
    expect([status, body.code]).toEqual([422, 'invalid_body'])
    expect(body.errors[0]).toMatchObject({ pointer, code })
  })

  it('gets the offset of a character that cannot be stored', async () => {
    const { body } = await extract({ text: 'a😀\u0000' }).expect(422)
    expect(body.errors[0].message).toMatch(/NUL.*\b3\b/)
    const half = await extract('{"text":"ab\\udead"}').expect(422)
    expect(half.body.errors[0].message).toMatch(/surrogate.*\b2\b/)
  })

  it('gets a suggestion for an unknown field', async () => {
    const { body } = await extract({ text: 'a', puplished: '2025' }).expect(422)
    expect(body.errors[0].message).toContain('Did you mean "published"?')
  })

  it.each([
    ['no JSON', '{"text": "a"', 'application/json', 400, 'malformed_request'],
    ['nothing', '', 'application/json', 400, 'malformed_request'],
    ['a prototype', '{"text":"a","__proto__":{"x":1}}', 'application/json', 400, 'malformed_request'],
    ['a form', 'text=a', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['plain text', 'a', 'text/plain', 415, 'unsupported_media_type'],
    ['an unheard-of type', 'a', 'a/b', 415, 'unsupported_media_type'],
  ])('is refused before it is parsed: %s', async (_name, sent, type, status, code) => {
    const answer = await request.post('/v1/extract').set('content-type', type).send(sent)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('gets 422 if it is nested very deeply', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `{"text":${open.repeat(100_000)}1${close.repeat(100_000)}}`
      const { status, body } = await extract(deep)
      expect([400, 422]).toContain(status)
      expect(['malformed_request', 'invalid_body']).toContain(body.code)
    }
  })

  it('gets 413 without being read if it is too large', async () => {
    const { statusCode, body } = await service.app.inject({
      method: 'POST',
      url: '/v1/extract',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': String(LONGEST_TEXT * 6 + 1000),
      },
      payload: '{"text":"',
    })
    expect([statusCode, JSON.parse(body).code]).toEqual([413, 'payload_too_large'])
  })

  it('does not disturb the service if it ends early', async () => {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => {
        const head =
          'POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n'
        socket.write(`${head}{"text": "The lo`, () => socket.destroy())
      })
      socket.on('error', reject)
      socket.on('close', () => resolve())
    })
    await extract({ text: SPEECH }).expect(200)
  })
})
