import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { createLibrary } from './library.ts'

let app: App
let destroyedStreams = 0

beforeAll(async () => {
  app = await createLibrary({
    routes: (server) => {
      server.get('/v1/export/:name.csv', { schema: { hide: true } }, async (_request, reply) => {
        const stream = Readable.from(['id\n'])
        stream.on('close', () => {
          destroyedStreams += stream.readableEnded ? 0 : 1
        })
        return reply.type('text/csv').send(stream)
      })
      server.get('/v1/books/:id/chapters', { schema: { hide: true } }, async () => [])
      server.get('/v1/files/*', { schema: { hide: true } }, async () => 'file')
      server.put('/v1/files/*', { schema: { hide: true } }, async () => 'file')
    },
  })
})
afterAll(() => app.close())

const READ = 'GET, HEAD, OPTIONS'

describe('methods', () => {
  it.each([
    ['/v1/books', 'GET, HEAD, OPTIONS, POST'],
    ['/v1/books/', 'GET, HEAD, OPTIONS, POST'],
    ['/v1/books/book-01', READ],
    ['/v1/b%6Foks', 'GET, HEAD, OPTIONS, POST'],
    ['/v1/books:batch', 'OPTIONS, POST'],
    ['/v1/export/all.csv', READ],
    ['/v1/files/a/b/c', 'GET, HEAD, OPTIONS, PUT'],
    ['/health/live', READ],
    ['/metrics', READ],
    ['/openapi.json', READ],
    ['/docs/errors', READ],
  ])('%s allows %s', async (url, allow) => {
    const options = await app.inject({ method: 'OPTIONS', url })
    expect([options.statusCode, options.headers.allow, options.body]).toEqual([204, allow, ''])
    expect(options.headers['access-control-allow-methods']).toBeUndefined()
    for (const method of ['DELETE', 'PATCH', 'TRACE', 'QUERY', 'PROPFIND'] as const) {
      const answer = await app.inject({ method: method as 'DELETE', url })
      expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, 405, allow])
      expect(answer.json()).toMatchObject({ code: 'method_not_allowed' })
    }
  })

  it('answers 404 to OPTIONS for a path that does not exist', async () => {
    expect((await app.inject({ method: 'OPTIONS', url: '/v1/nothing' })).statusCode).toBe(404)
  })

  it('does not read the body of a request without a route', async () => {
    const payload = Buffer.alloc(3_000_000)
    const answer = await app.inject({ method: 'DELETE', url: '/v1/books', payload })
    expect(answer.statusCode).toBe(405)
  })

  it('answers HEAD as GET, without a body', async () => {
    const urls = [
      '/v1/books',
      '/v1/books?limit=1',
      '/v1/books/book-01',
      '/docs/errors',
      '/v1/nothing',
      '/v1/books?x=1',
    ]
    // `transfer-encoding` describes the transport of a body, and HEAD has no body.
    const varying = new Set(['date', 'x-request-id', 'ratelimit', 'transfer-encoding'])
    const origin = await app.listen({ port: 0, host: '127.0.0.1' })
    for (const url of urls) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const headers = { 'accept-encoding': encoding }
        const get = await app.inject({ method: 'GET', url, headers })
        const head = await app.inject({ method: 'HEAD', url, headers })
        const stable = (all: object) => Object.entries(all).filter(([name]) => !varying.has(name))
        expect([url, encoding, head.statusCode]).toEqual([url, encoding, get.statusCode])
        expect(stable(head.headers)).toEqual(stable(get.headers))
        expect(await (await fetch(`${origin}${url}`, { method: 'HEAD', headers })).text()).toBe('')
      }
    }
  })

  it('does not run a stream for HEAD', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/v1/export/all.csv' })
    expect(head.headers['content-type']).toMatch(/^text\/csv/)
    expect(destroyedStreams).toBe(1)
    expect((await app.inject('/v1/export/all.csv')).body).toBe('id\n')
    expect(destroyedStreams).toBe(1)
  })
})

describe('unknown paths', () => {
  it.each([
    ['/v1/boks', '/v1/books'],
    ['/v1/boosk/book-01', '/v1/books/book-01'],
    ['/books', '/v1/books'],
    ['/books/book-01', '/v1/books/book-01'],
    ['/v1/books:bacth', '/v1/books:batch'],
    ['/helth/live', '/health/live'],
    ['/openapi.jsn', '/openapi.json'],
  ])('%s: did you mean %s?', async (url, near) => {
    const answer = await app.inject(url)
    expect(answer.statusCode).toBe(404)
    expect(answer.json().detail).toContain(`Did you mean ${near}?`)
  })

  it.each([
    '/',
    '/v1',
    '/v1/periodicals',
    '/v1/books/a/b',
    '/chapters',
    '/a/chapters',
    '/wp-login.php',
    '//',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('%s: no suggestion', async (url) => {
    const answer = await app.inject(url)
    expect(answer.statusCode).toBe(404)
    expect(answer.json().detail).not.toContain('Did you mean')
  })

  it('get 404 at any length', async () => {
    for (const url of [`/${'x/'.repeat(3000)}`, `/${'x'.repeat(9000)}`, `/v1/boks${'/'.repeat(5000)}`]) {
      const answer = await app.inject(url)
      expect(answer.statusCode).toBe(404)
      expect(answer.json().detail).not.toContain('Did you mean')
    }
  })
})
