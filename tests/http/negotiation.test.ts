import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { chooseType, negotiate } from '../../src/http/negotiation.ts'
import { createLibrary } from './library.ts'

const OFFERED = ['application/json', 'application/ld+json', 'text/csv']

describe('chooseType', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['rubbish', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; Q=0.5', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv;q=0.4, application/json;q=0.3', 'text/csv'],
    ['application/*;q=0.5, application/json;q=0.1', 'application/ld+json'],
    ['application/json;q=0.1, application/*;q=0.5', 'application/ld+json'],
    ['*/*;q=0.1, application/json;q=0', 'application/ld+json'],
    ['application/json;charset=utf-8', 'application/json'],
    ['text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
    ['text/html', null],
    ['application/json;q=0', null],
    ['application/json;q=nonsense', null],
    ['*/*;q=0', null],
  ])('%s: %s', (accept, chosen) => {
    expect(chooseType(accept, OFFERED)).toBe(chosen)
  })

  it('reads only the beginning of a very long header', () => {
    expect(chooseType(`${'a/b,'.repeat(100_000)}text/csv`, OFFERED)).toBeNull()
  })
})

describe('over HTTP', () => {
  let app: App
  beforeAll(async () => {
    app = await createLibrary({
      routes: (server) => {
        server.get(
          '/v1/catalogue',
          { schema: { hide: true }, config: { produces: OFFERED } },
          async (request, reply) => reply.type(negotiate(request)!).send('{}'),
        )
      },
    })
  })
  afterAll(() => app.close())

  it('a route answers in each media type it offers, with a different ETag', async () => {
    const tags = new Set<unknown>()
    for (const accept of OFFERED) {
      const answer = await app.inject({ url: '/v1/catalogue', headers: { accept } })
      expect(answer.headers['content-type']).toContain(accept)
      expect(answer.headers.vary).toBe('accept, accept-encoding')
      tags.add(answer.headers.etag)
    }
    expect(tags.size).toBe(3)
  })

  it('answers 406 and names the media types if the request accepts none of them', async () => {
    const answer = await app.inject({ url: '/v1/catalogue', headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(406)
    expect(answer.json().detail).toContain(OFFERED.join(', '))
    const json = await app.inject({
      method: 'POST',
      url: '/v1/books',
      headers: { accept: 'text/html' },
      payload: {},
    })
    expect(json.statusCode).toBe(406)
  })

  it('serves pages to browsers', async () => {
    for (const url of ['/docs', '/docs/errors', '/docs/static/swagger-ui.css']) {
      const answer = await app.inject({ url, headers: { accept: 'text/html' } })
      expect([url, answer.statusCode]).toEqual([url, 200])
    }
  })
})
