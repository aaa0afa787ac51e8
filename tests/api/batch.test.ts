import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

let service: EmptyService
let key: string

beforeAll(async () => {
  service = await emptyService()
  const made = { name: 'desk', scopes: ['ingest'], expiresAt: null } as const
  key = (await createKey(service.database.db, made, NOW)).secret
})
afterAll(() => service.close())

const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url: '/v1/articles:batch',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson', ...headers },
    payload,
  })

const linesOf = (body: string) =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const line = (text: string, more: object = {}): string => JSON.stringify({ text, ...more })

const countOf = async (text: string): Promise<number> =>
  (
    await read<{ n: number }>(
      service.database.db,
      'SELECT count(*) AS n FROM snapshots WHERE starts_with(text, $1)',
      [text],
    )
  )[0]!.n

describe('a batch', () => {
  it('answers one line for each article in order, and recognizes the articles in a second batch', async () => {
    const batch = [
      line('First of a batch, Ada Brandt said.'),
      JSON.stringify({ html: '<p>Second of a batch, Bo Lindqvist said.</p>' }),
      JSON.stringify({ uri: 'urn:x:third', body_text: 'Third of a batch, she said.' }),
    ].join('\n')
    const answer = await send(batch)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson'])
    const results = linesOf(answer.body)
    expect(results.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'created'],
      [2, 'created'],
      [3, 'created'],
    ])
    const article = await service.app.inject(results[2].article.url)
    expect(article.json()).toMatchObject({ id: results[2].article.id, url: 'urn:x:third' })
    const again = linesOf((await send(batch)).body)
    expect(again.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known'])
    expect(again.map(({ article }) => article)).toEqual(results.map(({ article }) => article))
  })

  it('reports the number of a malformed line and processes the others', async () => {
    const answer = await send(
      [
        line('Before the broken line.'),
        '{"text": "cut sho',
        '',
        JSON.stringify({ headline: 'no text' }),
        line('a\u0000b'),
        '[1, 2]',
        `${'['.repeat(1000)}${']'.repeat(1000)}`,
        line(`Long line. ${'x'.repeat(70_000)}`),
        line('After the broken line.'),
      ].join('\n'),
    )
    expect(linesOf(answer.body).map(({ line, problem }) => [line, problem?.code ?? 'read'])).toEqual([
      [1, 'read'],
      [2, 'malformed_request'],
      [4, 'invalid_body'],
      [5, 'invalid_body'],
      [6, 'invalid_body'],
      [7, 'invalid_body'],
      [8, 'read'],
      [9, 'read'],
    ])
    const [, , , nul] = linesOf(answer.body)
    expect(nul.problem.errors[0]).toMatchObject({
      pointer: '/text',
      message: expect.stringMatching(/offset 1/),
    })
    expect(await countOf('Long line. ')).toBe(1)
  })

  it.each([
    ['carriage returns', `${line('CR one.')}\r\n${line('CR two.')}\r\n`, 2],
    ['a byte order mark', `\uFEFF${line('Marked one.')}\n${line('Marked two.')}\n`, 2],
    ['no newline at the end', line('No newline.'), 1],
    ['empty lines around', `\n \r\n${line('Space around.')}\n\n\n`, 1],
  ])('ignores %s', async (_name, payload, count) => {
    const results = linesOf((await send(payload)).body)
    expect(results.map(({ outcome }) => outcome)).toEqual(Array.from({ length: count }, () => 'created'))
  })

  it('reports a line that is not UTF-8 and processes the others', async () => {
    const bytes = Buffer.concat([
      Buffer.from(line('A caf\xE9, Ada Brandt said.'), 'latin1'),
      Buffer.from(`\n${line('A café, Bo Lindqvist said.')}\n`),
    ])
    const [western, utf8] = linesOf((await send(bytes)).body)
    expect(western.problem).toMatchObject({
      code: 'malformed_request',
      detail: expect.stringMatching(/UTF-8.*14/),
    })
    expect(utf8.outcome).toBe('created')
  })

  it('stores texts with the same URL as snapshots in the order of the lines', async () => {
    const url = 'https://gazette.example/developing'
    const versions = Array.from({ length: 8 }, (_, n) => line(`Version ${n} of it, she said.`, { url }))
    const results = linesOf((await send(versions.join('\n'))).body)
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'created',
      ...Array.from({ length: 7 }, () => 'changed'),
    ])
    const text = await service.app.inject(`${results[0].article.url}/text`)
    expect(text.body).toBe('Version 7 of it, she said.')
  })

  it.each([
    ['nothing', '', 'application/x-ndjson', 400, 'malformed_request'],
    ['empty lines', '\n\r\n \n', 'application/x-ndjson', 400, 'malformed_request'],
    ['JSON', '{"text": "x"}', 'application/json', 415, 'unsupported_media_type'],
    ['a text', 'x', 'text/plain', 415, 'unsupported_media_type'],
  ])('refuses %s', async (_name, payload, type, status, code) => {
    const answer = await send(payload, { 'content-type': type })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  it('answers known lines as before if the Idempotency-Key is the same', async () => {
    const headers = { 'idempotency-key': 'batch-1' }
    const [one, two, other] = ['Keyed one.', 'Keyed two.', 'Keyed other.'].map((text) => line(text))
    const first = linesOf((await send(`${one}`, headers)).body)
    const again = linesOf((await send(`${one}\n${two}`, headers)).body)
    expect(again[0]).toEqual(first[0])
    expect(again[1].outcome).toBe('created')
    const [changed] = linesOf((await send(`${other}`, headers)).body)
    expect(changed.problem.code).toBe('idempotency_mismatch')
    expect(await countOf('Keyed')).toBe(2)
  })
})

/** Opens a batch request on a socket. The test sends its chunks. */
function open(headers: string) {
  const { hostname, port, host } = new URL(service.url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  socket.write(
    `POST /v1/articles:batch HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/x-ndjson\r\n${headers}\r\n\r\n`,
  )
  return {
    socket,
    closed,
    chunk: (text: string) => socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`),
    async until(pattern: RegExp): Promise<void> {
      while (!pattern.test(answer)) await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}

describe('a batch over a socket', () => {
  it('answers each line while the request is still being sent', async () => {
    const { socket, chunk, until, closed } = open('Transfer-Encoding: chunked\r\nConnection: close')
    chunk(`${line('Streamed one.')}\n`)
    await until(/"line":1,"outcome":"created"/)
    chunk(`${line('Streamed two.')}\n${line('Streamed').slice(0, 5)}`)
    await until(/"line":2,"outcome":"created"/)
    chunk(`${line('Streamed').slice(5)}`)
    socket.write('0\r\n\r\n')
    await closed
    await until(/"line":3,"outcome":"created"/)
  })

  it('stores the complete lines and nothing else if the connection is cut', async () => {
    const { socket, chunk, until, closed } = open('Transfer-Encoding: chunked')
    chunk(
      `${line('Cut one.')}\n${line('Cut two.')}\n${line('Cut three, of which nothing is kept.').slice(0, -3)}`,
    )
    await until(/"line":2,/)
    socket.destroy()
    await closed
    // When the next batch is done, the work that was in progress at the cut has ended.
    await send(line('After the cut.'))
    expect(await countOf('Cut')).toBe(2)
  })

  it('stores the complete lines and nothing else if the body is shorter than Content-Length', async () => {
    const { socket, until, closed } = open('Content-Length: 1000000')
    socket.write(`${line('Short one.')}\n${line('Short two.')}`)
    await until(/"line":1,/)
    socket.destroy()
    await closed
    await send(line('After the short one.'))
    expect(await countOf('Short')).toBe(1)
  })
})

it('processes ten megabytes in one line and in many lines', async () => {
  const long = Array.from({ length: 20 }, (_, n) =>
    line(`Long ${n}. ${'It rained all day. '.repeat(26_000)}`),
  )
  const results = linesOf((await send(long.join('\n'))).body)
  expect(results.map(({ outcome }) => outcome)).toEqual(long.map(() => 'created'))
  const [tooLong, next] = linesOf((await send(`${line('y'.repeat(13_000_000))}\n${line('After it.')}`)).body)
  expect(tooLong.problem.code).toBe('payload_too_large')
  expect([next.line, next.outcome]).toEqual([2, 'created'])
})
