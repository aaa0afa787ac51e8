import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { createLibrary } from './library.ts'

let app: App | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
})

const open = async () => {
  const lines: Record<string, unknown>[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  app = await createLibrary({
    server: { logger },
    routes: (server) => {
      server.get('/v1/broken', { schema: { hide: true } }, async () => {
        throw new Error('the cause')
      })
    },
  })
  return { library: app, lines }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe('the request id', () => {
  it.each(['a', 'my-request_1', 'A'.repeat(64), '3f0c5d1e-8a57-4c0b-9d83-5b1f6c2a7e90'])(
    '%s is kept',
    async (id) => {
      const { library, lines } = await open()
      const answer = await library.inject({ url: '/v1/nothing', headers: { 'x-request-id': id } })
      expect(answer.headers['x-request-id']).toBe(id)
      expect(answer.json().request_id).toBe(id)
      expect(lines.map((line) => line['request_id'])).toEqual([id])
    },
  )

  it.each([
    '',
    ' ',
    'a b',
    'A'.repeat(65),
    'a"},{"level":60',
    'id\\r\\nSet-Cookie: a=b',
    '../../etc',
    '<script>',
    'é',
    'a, b',
    'jndi:ldap://x',
  ])('hostile "%s" is replaced', async (id) => {
    const { library } = await open()
    const answer = await library.inject({ url: '/v1/nothing', headers: { 'x-request-id': id } })
    expect(answer.headers['x-request-id']).toMatch(UUID)
    expect(answer.json().request_id).toBe(answer.headers['x-request-id'])
  })

  it('is kept if Fastify itself refuses the request', async () => {
    const { library } = await open()
    const answer = await library.inject({ url: '/%zz', headers: { 'x-request-id': 'mine' } })
    expect([answer.headers['x-request-id'], answer.json().request_id]).toEqual(['mine', 'mine'])
  })
})

describe('the trace', () => {
  const TRACE = '0af7651916cd43dd8448eb211c80319c'

  it('is logged and returned', async () => {
    const { library, lines } = await open()
    const traceparent = `00-${TRACE}-b7ad6b7169203331-01`
    const answer = await library.inject({ url: '/v1/books', headers: { traceparent } })
    expect(answer.headers['traceparent']).toBe(traceparent)
    expect(lines[0]).toMatchObject({ trace_id: TRACE })
  })

  it.each([
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-b7ad6b7169203331-01`,
    `00-${TRACE}-b7ad6b7169203331`,
    'x',
  ])('%s is ignored', async (traceparent) => {
    const { library, lines } = await open()
    const answer = await library.inject({ url: '/v1/books', headers: { traceparent } })
    expect(answer.headers['traceparent']).toBeUndefined()
    expect(lines[0]).not.toHaveProperty('trace_id')
  })
})

describe('the log', () => {
  it('has one line per request with method, route, status and error code', async () => {
    const { library, lines } = await open()
    await library.inject('/v1/books/book-01')
    await library.inject('/v1/books?limit=0')
    await library.inject('/v1/nothing')
    const shown = lines.map(({ method, route, status, code, level }) => ({
      method,
      route,
      status,
      code,
      level,
    }))
    expect(shown).toEqual([
      { method: 'GET', route: '/v1/books/:id', status: 200, code: null, level: 30 },
      { method: 'GET', route: '/v1/books', status: 400, code: 'invalid_parameter', level: 30 },
      { method: 'GET', route: null, status: 404, code: 'not_found', level: 30 },
    ])
    expect(lines[0]!['duration_ms']).toBeGreaterThanOrEqual(0)
  })

  it('contains the cause of an internal error, which the response does not', async () => {
    const { library, lines } = await open()
    const answer = await library.inject('/v1/broken')
    expect(answer.body).not.toContain('the cause')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ level: 50, code: 'internal_error', err: { message: 'the cause' } })
    expect(lines[1]).toMatchObject({ level: 50, status: 500, request_id: answer.headers['x-request-id'] })
  })

  it('contains no query, credential or client address', async () => {
    const { library, lines } = await open()
    const headers = { authorization: 'Bearer sesame', cookie: 'session=sesame', 'user-agent': 'sesame' }
    const remoteAddress = '203.0.113.77'
    for (const url of [
      '/v1/books?q=sesame',
      '/v1/broken?token=sesame',
      '/v1/%zz?sesame',
      '/v1/books/1?q=sesame',
      '/v1/missing?sesame',
    ]) {
      await library.inject({ url, headers, remoteAddress })
    }
    expect(lines.length).toBeGreaterThan(4)
    expect(JSON.stringify(lines)).not.toMatch(/sesame|203\.0\.113/)
  })

  it('contains the path, also of a request that no route answers, cut to 200 characters', async () => {
    const { library, lines } = await open()
    await library.inject('/v1/bokos')
    await library.inject(`/v1/${'x'.repeat(1000)}`)
    expect(lines[0]).toMatchObject({ path: '/v1/bokos', route: null, status: 404 })
    expect(lines[1]).toMatchObject({ path: `/v1/${'x'.repeat(196)}` })
  })
})
