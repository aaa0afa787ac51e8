import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, READ_URLS } from './record.ts'

let service: EmptyService
let contract: Contract

beforeAll(async () => {
  service = await emptyService()
  await insertRecord(service.database.db)
  contract = await readContract(service.app)
})
afterAll(() => service.close())

/** Hostile values as written in a URL. */
const HOSTILE = [
  '',
  '%00',
  'a%00b',
  '%zz',
  '%ED%A0%80',
  '%F0%9F%98%80',
  '%C3%28',
  '%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D',
  '%0d%0aset-cookie:%20a=b',
  "'%20OR%201=1%20--",
  '%27%3B%20DROP%20TABLE%20statements%3B%20--',
  '$1',
  '%25',
  '_',
  '%5C',
  '__proto__',
  '-1',
  '1e309',
  '9999999999999999999999',
  '0x10',
  'NaN',
  'null',
  '%5B%5D',
  '..%2F..%2Fetc%2Fpasswd',
  '2024-13-45',
  '0000-00-00',
  '../..',
  '9'.repeat(199),
  `2024-${'0'.repeat(150)}`,
  'x'.repeat(5000),
]

/** Text that no response may contain: SQL, source code, paths. */
const LEAKS = /select |insert |syntax error|pg_|prisma|postgres|node_modules|\.ts:|at async|\/src\//i

async function expectHarmless(id: string, url: string): Promise<void> {
  const answer = await service.app.inject(url)
  const contentType = String(answer.headers['content-type'])
  const shown = `${url.slice(0, 200)}: ${answer.statusCode} ${answer.body.slice(0, 300)}`
  expect(answer.statusCode, shown).toBeLessThan(500)
  expect(answer.headers, shown).not.toHaveProperty('set-cookie')
  const { statusCode: status, body } = answer
  expect(contract.faultOf(contract.operation(id), { status, contentType, body }), shown).toBeNull()
  if (status >= 400) expect(body.replace(/"instance":"[^"]*"/, ''), shown).not.toMatch(LEAKS)
}

describe.each(Object.entries(READ_URLS))('%s', (id, url) => {
  it('answers hostile values of every parameter without a 500', async () => {
    const inQuery = contract.operation(id).parameters.filter((parameter) => parameter.in === 'query')
    // Nested lists have the parameters of the main list, so each of their parameters gets only a third of the values.
    const step = id === 'listStatements' ? 1 : 3
    for (const [place, { name }] of inQuery.entries()) {
      for (let index = place % step; index < HOSTILE.length; index += step) {
        await expectHarmless(id, `${url}?${name}=${HOSTILE[index]}`)
      }
    }
  })

  it('answers hostile values in its path without a 500', async () => {
    const { path } = contract.operation(id)
    if (!path.includes('{')) return
    // An empty segment, or a segment with a slash, is another path.
    for (const value of HOSTILE.filter((text) => text !== '' && !text.includes('..'))) {
      await expectHarmless(id, path.replace(/\{\w+\}/, value))
    }
  })
})

it('a search treats characters of SQL and LIKE as plain text', async () => {
  for (const q of ['%', '_', '\\', "'", 'A_a', 'a%t']) {
    const { items } = (await service.app.inject(`/v1/officials?q=${encodeURIComponent(q)}`)).json()
    expect(items, q).toEqual([])
    const found = (await service.app.inject(`/v1/organizations?q=${encodeURIComponent(q)}`)).json()
    expect(found.items, q).toEqual([])
  }
})

describe('over a socket', () => {
  const exchange = (lines: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
      let received = ''
      socket.setEncoding('latin1')
      socket.on('data', (data) => {
        received += data
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(received))
      socket.end(`${lines.join('\r\n')}\r\n\r\n`)
    })

  it.each([
    ['two lengths', ['POST /v1/extract HTTP/1.1', 'Host: a', 'Content-Length: 5', 'Content-Length: 6']],
    [
      'a length and chunks',
      ['POST /v1/extract HTTP/1.1', 'Host: a', 'Content-Length: 5', 'Transfer-Encoding: chunked'],
    ],
    ['a negative length', ['POST /v1/extract HTTP/1.1', 'Host: a', 'Content-Length: -5']],
    ['a header of 100 kB', ['GET /v1/statements HTTP/1.1', 'Host: a', `X-Long: ${'a'.repeat(100_000)}`]],
    ['a URL of 100 kB', [`GET /v1/statements?q=${'a'.repeat(100_000)} HTTP/1.1`, 'Host: a']],
    ['a space in a header name', ['GET /v1/statements HTTP/1.1', 'Host : a']],
    ['a fold', ['GET /v1/statements HTTP/1.1', 'Host: a', 'X-A: b', ' c']],
    ['TLS', ['\u0016\u0003\u0001']],
  ])('gets one problem as response: %s', async (_name, lines) => {
    const answer = await exchange(lines)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer.match(/HTTP\/1\.1 \d/g)).toHaveLength(1)
    expect(answer).toMatch(/content-type: application\/problem\+json/i)
  })

  it('a partial body and a closed connection do not disturb the service', async () => {
    const half = [
      'POST /v1/extract HTTP/1.1',
      'Host: a',
      'Content-Type: application/json',
      'Content-Length: 100',
    ]
    const answer = await exchange([...half, '', '{"text": "The fer'])
    expect(answer).not.toMatch(/HTTP\/1\.1 [25]/)
    expect((await fetch(`${service.url}/v1/statements`)).status).toBe(200)
  })
})
