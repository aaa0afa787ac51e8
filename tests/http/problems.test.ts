import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DomainError, ERROR_CODES } from '../../src/core/errors.ts'
import type { App } from '../../src/http/instance.ts'
import { PROBLEMS } from '../../src/http/problem-table.ts'
import { problemOf, problemSchema, toDomainError } from '../../src/http/problems.ts'
import { createServer } from '../../src/http/server.ts'
import { createLibrary } from './library.ts'

const SECRET = 'postgres://user:hunter2@/srv/data select * from books'

/** An error of a driver, which only the `translate` option recognizes. */
class DriverError extends Error {}

let app: App

beforeAll(async () => {
  app = await createLibrary({
    server: {
      publicUrl: 'https://library.test',
      translate: (error) =>
        error instanceof DriverError
          ? new DomainError('unavailable', 'The shelves are closed.', [], error)
          : error,
    },
    routes: (server) => {
      const hide = { schema: { hide: true } }
      server.get('/fail/plain', hide, async () => {
        throw new Error(SECRET)
      })
      server.get('/fail/driver', hide, async () => {
        throw new DriverError(SECRET)
      })
      server.get('/fail/text', hide, async () => {
        throw SECRET
      })
      server.get('/fail/nothing', hide, async () => {
        throw undefined
      })
      server.get('/fail/status', hide, async () => {
        throw Object.assign(new Error(SECRET), { statusCode: 599 })
      })
      server.get('/fail/teapot', hide, async () => {
        throw Object.assign(new Error(SECRET), { statusCode: 418 })
      })
      server.get('/fail/internal', hide, async () => {
        throw new DomainError('internal_error', SECRET, [{ code: 'x', message: SECRET }])
      })
      for (const code of ERROR_CODES) {
        server.get(`/fail/codes/${code}`, hide, async () => {
          throw new DomainError(code, `Because ${code}.`, [{ parameter: 'p', code, message: 'm' }])
        })
      }
    },
  })
})
afterAll(() => app.close())

interface Shape {
  readonly name: string
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'QUERY'
  readonly url: string
  readonly headers?: Record<string, string>
  readonly payload?: string
  readonly status: number
  readonly code: string
}

const json = { 'content-type': 'application/json' }
const SHAPES: readonly Shape[] = [
  { name: 'bad escape in the path', url: '/v1/books/%zz', status: 400, code: 'malformed_request' },
  { name: 'escape that is not UTF-8', url: '/v1/books/%ff', status: 400, code: 'malformed_request' },
  { name: 'bad escape in the query', url: '/v1/books?q=%zz', status: 400, code: 'malformed_request' },
  { name: 'query that is not UTF-8', url: '/v1/books?q=%ff', status: 400, code: 'malformed_request' },
  { name: 'over-long parameter', url: `/v1/books/${'a'.repeat(201)}`, status: 414, code: 'uri_too_long' },
  { name: 'NUL in a parameter', url: '/v1/books/%00', status: 400, code: 'invalid_parameter' },
  { name: 'NUL in the query', url: '/v1/books?q=a%00b', status: 400, code: 'invalid_parameter' },
  { name: 'no such path', url: '/v1/shelves', status: 404, code: 'not_found' },
  { name: 'no such book', url: '/v1/books/nowhere', status: 404, code: 'not_found' },
  { name: 'wrong method', method: 'DELETE', url: '/v1/books', status: 405, code: 'method_not_allowed' },
  { name: 'QUERY', method: 'QUERY', url: '/v1/books', status: 405, code: 'method_not_allowed' },
  { name: 'unknown parameter', url: '/v1/books?bogus=1', status: 400, code: 'unknown_parameter' },
  {
    name: 'unknown parameter, no query',
    url: '/v1/books/book-01?x=1',
    status: 400,
    code: 'unknown_parameter',
  },
  { name: 'bad limit', url: '/v1/books?limit=0', status: 400, code: 'invalid_parameter' },
  { name: 'repeated parameter', url: '/v1/books?limit=1&limit=2', status: 400, code: 'invalid_parameter' },
  { name: 'bad cursor', url: '/v1/books?cursor=AAAA', status: 400, code: 'invalid_cursor' },
  {
    name: 'unwanted type',
    url: '/v1/books',
    headers: { accept: 'text/csv' },
    status: 406,
    code: 'not_acceptable',
  },
  {
    name: 'broken JSON',
    method: 'POST',
    url: '/v1/books',
    headers: json,
    payload: '{"a":',
    status: 400,
    code: 'malformed_request',
  },
  {
    name: 'empty JSON',
    method: 'POST',
    url: '/v1/books',
    headers: json,
    payload: '',
    status: 400,
    code: 'malformed_request',
  },
  {
    name: 'poisoned JSON',
    method: 'POST',
    url: '/v1/books',
    headers: json,
    payload: '{"__proto__":{"a":1}}',
    status: 400,
    code: 'malformed_request',
  },
  { name: 'no body', method: 'POST', url: '/v1/books', status: 422, code: 'invalid_body' },
  {
    name: 'wrong body',
    method: 'POST',
    url: '/v1/books',
    headers: json,
    payload: '[]',
    status: 422,
    code: 'invalid_body',
  },
  {
    name: 'text body',
    method: 'POST',
    url: '/v1/books',
    headers: { 'content-type': 'text/plain' },
    payload: 'x',
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    name: 'big body',
    method: 'POST',
    url: '/v1/books',
    headers: json,
    payload: `"${'x'.repeat(2000)}"`,
    status: 413,
    code: 'payload_too_large',
  },
  { name: 'error of the service', url: '/fail/plain', status: 500, code: 'internal_error' },
  { name: 'error of the driver', url: '/fail/driver', status: 503, code: 'unavailable' },
  { name: 'thrown text', url: '/fail/text', status: 500, code: 'internal_error' },
  { name: 'thrown undefined', url: '/fail/nothing', status: 500, code: 'internal_error' },
  { name: 'error with an unknown status', url: '/fail/status', status: 500, code: 'internal_error' },
  {
    name: 'error with an unknown 4xx status',
    url: '/fail/teapot',
    status: 400,
    code: 'malformed_request',
  },
  { name: 'internal error with a detail', url: '/fail/internal', status: 500, code: 'internal_error' },
]

describe('every failure is problem+json', () => {
  it.each(SHAPES)('$name: $status $code', async ({ name: _name, status, code, ...request }) => {
    const answer = await app.inject({ method: 'GET', ...request } as InjectOptions)
    const problem = problemSchema.strict().parse(answer.json())
    expect(answer.statusCode).toBe(status)
    expect(problem).toMatchObject({ status, code, type: `https://library.test/docs/errors#${code}` })
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json(;|$)/)
    expect(problem.request_id).toBe(answer.headers['x-request-id'])
    expect(answer.headers['cache-control'] ?? 'no-store').toBe('no-store')
    expect(answer.headers.etag).toBeUndefined()
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.body).not.toMatch(/hunter2|select \*|postgres:|node_modules|\.ts:|at .*\(/)
  })

  it.each(ERROR_CODES)('%s has the status and the texts of the table', async (code) => {
    const answer = await app.inject(`/fail/codes/${code}`)
    const { status, title } = PROBLEMS[code]
    expect(answer.statusCode).toBe(status)
    const isInternal = status === 500
    expect(answer.json()).toMatchObject({
      title,
      detail: isInternal ? PROBLEMS[code].happened : `Because ${code}.`,
      errors: isInternal ? [] : [{ parameter: 'p', code, message: 'm' }],
      instance: `/fail/codes/${code}`,
    })
    const asksToRetry = status === 429 || status === 503 || status === 504
    expect(answer.headers['retry-after']).toBe(asksToRetry ? '5' : undefined)
  })

  it('gives the path of the request as a URI reference, without the query', () => {
    const error = new DomainError('not_found', 'No.')
    const at = (target: string): string => problemOf(error, target, 'id').instance
    expect(at('/a/b?token=secret')).toBe('/a/b')
    expect(at('/a/%zz')).toBe('/a/%25zz')
    expect(at('/a/%E2%82%AC"<>')).toBe('/a/%E2%82%AC%22%3C%3E')
    expect(at('/€\ud800')).toMatch(/^[\w/%.-]+$/)
  })

  it('removes the headers that the handler set before it failed', async () => {
    const server = createServer()
    server.get('/v1/half', async (_request, reply) => {
      reply.headers({
        etag: '"x"',
        link: '</>; rel="next"',
        'cache-control': 'public',
        'content-type': 'text/csv',
      })
      throw new Error(SECRET)
    })
    const { headers } = await server.inject('/v1/half')
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': expect.stringMatching(/problem/),
    })
    expect([headers.etag, headers.link]).toEqual([undefined, undefined])
    await server.close()
  })

  it('answers 500 without details if a response violates its schema', async () => {
    const server = createServer()
    const response = { 200: z.object({ pages: z.int() }) }
    server.get('/v1/odd', { schema: { response } }, async () => ({ pages: SECRET }) as never)
    const answer = await server.inject('/v1/odd')
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal_error'])
    expect(answer.body).not.toContain('hunter2')
    await server.close()
  })

  it('keeps the cause for the log', () => {
    const cause = new Error(SECRET)
    expect(toDomainError(cause).cause).toBe(cause)
  })

  it('answers HEAD with headers and no body', async () => {
    const answer = await app.inject({ method: 'HEAD', url: '/fail/plain' })
    expect(answer.statusCode).toBe(500)
    expect(answer.headers['content-type']).toMatch(/problem\+json/)
    const origin = await app.listen({ port: 0, host: '127.0.0.1' })
    expect(await (await fetch(`${origin}/fail/plain`, { method: 'HEAD' })).text()).toBe('')
  })
})
