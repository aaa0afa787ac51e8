import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { createLibrary } from './library.ts'

let app: App
beforeAll(async () => {
  app = await createLibrary()
})
afterAll(() => app.close())

/** One request for each kind of response: success, no content, refused by the service, refused by Fastify. */
const REQUESTS = [
  { method: 'GET', url: '/v1/books', headers: {} },
  { method: 'HEAD', url: '/v1/books', headers: {} },
  { method: 'OPTIONS', url: '/v1/books', headers: {} },
  { method: 'POST', url: '/v1/books:batch', headers: {} },
  { method: 'GET', url: '/v1/nothing', headers: {} },
  { method: 'DELETE', url: '/v1/books', headers: {} },
  { method: 'GET', url: '/v1/%zz', headers: {} },
  { method: 'GET', url: `/v1/books/${'x'.repeat(300)}`, headers: {} },
  { method: 'GET', url: '/health/live', headers: {} },
  { method: 'GET', url: '/docs', headers: {} },
  { method: 'GET', url: '/docs/errors', headers: {} },
  { method: 'GET', url: '/docs/static/swagger-ui.css', headers: {} },
] as const

describe('security and CORS headers are on every response', () => {
  it.each(REQUESTS)('$method $url', async (request) => {
    const { headers } = await app.inject(request)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      vary: 'accept, accept-encoding',
    })
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['server']).toBeUndefined()
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
    const exposed = String(headers['access-control-expose-headers']).toLowerCase().split(', ')
    for (const name of ['etag', 'link', 'location', 'ratelimit', 'ratelimit-policy', 'retry-after']) {
      expect(exposed).toContain(name)
    }
    for (const name of ['x-request-id', 'deprecation', 'sunset']) expect(exposed).toContain(name)
  })

  it('exposes every header that the source sets, except those that only proxies and caches read', async () => {
    const src = new URL('../../src/', import.meta.url)
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const set = files.flatMap((file) =>
      [...readFileSync(new URL(file, src), 'utf8').matchAll(/[.]header\('([a-z-]+)'/g)].map(
        ([, name]) => name!,
      ),
    )
    expect(set).toContain('etag')
    const { headers } = await app.inject('/v1/books')
    const exposed = String(headers['access-control-expose-headers']).toLowerCase().split(', ')
    const others = [
      'accept-encoding',
      'cache-control',
      'connection',
      'content-security-policy',
      'content-type',
      'cross-origin-resource-policy',
      'referrer-policy',
      'set-cookie',
    ]
    expect([...new Set(set)].filter((name) => !exposed.includes(name) && !others.includes(name))).toEqual([])
  })

  it('forbids scripts in data, and allows pages only their own', async () => {
    const policyOf = async (url: string) => String((await app.inject(url)).headers['content-security-policy'])
    expect(await policyOf('/v1/books')).not.toContain('src ' + "'self'")
    expect(await policyOf('/docs')).toContain("script-src 'self';")
    expect(await policyOf('/docs/errors')).not.toContain('unsafe-inline')
  })
})

describe('preflight', () => {
  it.each([
    ['/v1/books', 'GET', 'GET, HEAD, OPTIONS, POST'],
    ['/v1/books', 'DELETE', 'GET, HEAD, OPTIONS, POST'],
    ['/v1/books/book-01', 'GET', 'GET, HEAD, OPTIONS'],
    ['/openapi.json', 'GET', 'GET, HEAD, OPTIONS'],
  ])('%s for %s: %s', async (url, method, allowed) => {
    const answer = await app.inject({
      method: 'OPTIONS',
      url,
      headers: {
        origin: 'https://news.test',
        'access-control-request-method': method,
        'access-control-request-headers': 'if-none-match,x-request-id',
      },
    })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': allowed,
      'access-control-max-age': '86400',
    })
    const headers = String(answer.headers['access-control-allow-headers']).toLowerCase()
    for (const name of ['if-none-match', 'content-type', 'authorization', 'x-request-id', 'traceparent']) {
      expect(headers).toContain(name)
    }
  })

  it('answers 404 for a path that does not exist', async () => {
    const answer = await app.inject({
      method: 'OPTIONS',
      url: '/v1/nothing',
      headers: { origin: 'https://news.test', 'access-control-request-method': 'GET' },
    })
    expect(answer.statusCode).toBe(404)
  })
})

describe('headers across origins', () => {
  /**
   * The headers that every page may read or send without permission (Fetch, CORS-safelisted), and headers that browsers
   * add.
   */
  const READABLE = [
    'cache-control',
    'content-language',
    'content-length',
    'content-type',
    'expires',
    'last-modified',
  ]
  const SET_BY_BROWSERS = [
    'accept-encoding',
    'content-length',
    'content-encoding',
    'access-control-request-method',
    'sec-fetch-mode',
  ]
  /** The headers for the connection or for the browser itself. Pages never need them. */
  const NOT_FOR_PAGES = ['connection', 'content-security-policy', 'set-cookie']

  const source = ['src/http', 'src/features']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const namesIn = (pattern: RegExp): string[] => [
    ...new Set([...source.matchAll(pattern)].map(([, name]) => name!)),
  ]

  it('every header that an answer can have is readable', async () => {
    const { headers } = await app.inject('/v1/books')
    const exposed = String(headers['access-control-expose-headers']).toLowerCase().split(', ')
    const set = namesIn(/\.header\('([\w-]+)'/g)
    expect(set).toContain('idempotent-replayed')
    expect(set.filter((name) => ![...exposed, ...READABLE, ...NOT_FOR_PAGES].includes(name))).toEqual([])
  })

  it('every header that a request is read for can be sent', async () => {
    const { headers } = await app.inject({
      method: 'OPTIONS',
      url: '/v1/books',
      headers: { origin: 'https://news.example', 'access-control-request-method': 'POST' },
    })
    const allowed = String(headers['access-control-allow-headers']).toLowerCase().split(', ')
    const read = namesIn(/headers\['([\w-]+)'\]/g).filter((name) => name !== 'retry-after')
    expect(read).toContain('prefer')
    expect(read.filter((name) => ![...allowed, ...SET_BY_BROWSERS].includes(name))).toEqual([])
  })
})
