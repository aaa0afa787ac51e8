import { afterEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import { shareReads, tagIn } from '../../src/http/conditional.ts'
import type { App } from '../../src/http/instance.ts'
import { createLibrary, type LibraryOptions } from './library.ts'

let app: App | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
})

const open = async (options: LibraryOptions = {}): Promise<App> => {
  app = await createLibrary(options)
  return app
}
const remaining = (field: unknown): number => Number(/r=(\d+)/.exec(String(field))?.[1])

describe('ETag', () => {
  it('is weak, and equal for every content coding, caller, spelling of the URL and method', async () => {
    const library = await open()
    const tags = new Set<unknown>()
    const ask = async (method: 'GET' | 'HEAD', url: string, headers: Record<string, string>) => {
      const answer = await library.inject({ method, url, headers })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
      expect(answer.headers.vary).toBe('accept, accept-encoding')
      tags.add(answer.headers.etag)
      return answer
    }
    const url = '/v1/books?limit=30&q=a%20b'
    const gzip = await ask('GET', url, { 'accept-encoding': 'gzip', authorization: 'Bearer one' })
    const plain = await ask('GET', url, { authorization: 'Bearer two', accept: 'application/json;q=0.5' })
    const brotli = await ask('GET', '/v1/books/?q=a+b&limit=30', { 'accept-encoding': 'br, gzip' })
    await ask('HEAD', url, {})
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(gzip.rawPayload.length).toBeLessThan(plain.rawPayload.length)
    expect([...tags]).toEqual([expect.stringMatching(/^W\/"[\w-]{27}"$/)])
  })

  it('differs between URLs, versions of the data, and releases', async () => {
    let version = '1'
    const library = await open({ version: async () => version })
    const tagOf = async (url: string) => (await library.inject(url)).headers.etag
    const tags = [
      await tagOf('/v1/books'),
      await tagOf('/v1/books?limit=2'),
      await tagOf('/v1/books/book-01'),
    ]
    version = '2'
    tags.push(await tagOf('/v1/books'))
    await library.close()
    const next = await open({ version: async () => '1', salt: 'the next release' })
    tags.push((await next.inject('/v1/books')).headers.etag)
    expect(new Set(tags).size).toBe(5)
  })

  it.each(['/v1/books/nowhere', '/v1/books?limit=0', '/v1/nothing', '/health/live', '/metrics'])(
    'is absent on %s, which caches must not store',
    async (url) => {
      const { headers } = await (await open()).inject(url)
      expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store'])
    },
  )

  it('is absent on writes', async () => {
    const answer = await (await open()).inject({ method: 'POST', url: '/v1/books', payload: { title: 'x' } })
    expect([answer.statusCode, answer.headers.etag, answer.headers['cache-control']]).toEqual([
      201,
      undefined,
      'no-store',
    ])
  })
})

describe('If-None-Match', () => {
  it('answers 304 to a match, without running the handler or using quota', async () => {
    let runs = 0
    const library = await open({
      rateLimit: { quota: 5 },
      routes: (server) => {
        server.get('/v1/slow', { schema: { hide: true } }, async () => {
          runs += 1
          return { text: 'x'.repeat(3000) }
        })
      },
    })
    const first = await library.inject('/v1/slow')
    expect(runs).toBe(1)
    const tag = String(first.headers.etag)
    for (const header of [tag, tag.slice(2), `"a", ${tag} , "b"`, `W/"x",${tag}`]) {
      for (const method of ['GET', 'HEAD'] as const) {
        for (const encoding of ['identity', 'gzip']) {
          const answer = await library.inject({
            method,
            url: '/v1/slow',
            headers: { 'if-none-match': header, 'accept-encoding': encoding },
          })
          expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, '', tag])
          expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
          expect(answer.headers.vary).toBe('accept, accept-encoding')
          expect(answer.headers['content-length']).toBeUndefined()
          expect(answer.headers['content-type']).toBeUndefined()
          expect(remaining(answer.headers.ratelimit)).toBe(remaining(first.headers.ratelimit))
        }
      }
    }
    expect(runs).toBe(1)
  })

  it('answers 304 even if the quota is used up', async () => {
    const library = await open({ rateLimit: { quota: 1 } })
    const { headers } = await library.inject('/v1/books')
    expect((await library.inject('/v1/books')).statusCode).toBe(429)
    const again = await library.inject({
      url: '/v1/books',
      headers: { 'if-none-match': String(headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })

  it('answers 200 if no tag matches', async () => {
    const library = await open()
    for (const header of ['"x"', 'x', '', 'W/""', '"', '**']) {
      const answer = await library.inject({ url: '/v1/books', headers: { 'if-none-match': header } })
      expect([header, answer.statusCode]).toEqual([header, 200])
    }
  })

  it('answers 304 to * for every resource that exists', async () => {
    const library = await open()
    const statusOf = async (url: string) => {
      const answer = await library.inject({ url, headers: { 'if-none-match': '*' } })
      return [answer.statusCode, answer.body === '']
    }
    expect(await statusOf('/v1/books')).toEqual([304, true])
    expect(await statusOf('/docs/static/swagger-ui.css')).toEqual([304, true])
    expect(await statusOf('/v1/books/nowhere')).toEqual([404, false])
  })

  it('answers 200 after the data has changed', async () => {
    let version = '1'
    const library = await open({ version: async () => version })
    const tag = String((await library.inject('/v1/books')).headers.etag)
    version = '2'
    const answer = await library.inject({ url: '/v1/books', headers: { 'if-none-match': tag } })
    expect(answer.statusCode).toBe(200)
  })

  it('reads a very long header in linear time', () => {
    expect(tagIn('"'.repeat(100_000), 'W/"abc"')).toBeNull()
    expect(tagIn(`${'"x",'.repeat(50_000)}"abc"`, 'W/"abc"')).toBe('W/"abc"')
  })
})

describe('a route with its own conditional settings', () => {
  it('sets its Cache-Control and its version', async () => {
    let asked = 0
    const library = await open({
      version: async () => {
        asked += 1
        return '1'
      },
      routes: (server) => {
        const conditional = { cacheControl: 'max-age=31536000, immutable', version: () => 'constant' }
        server.get('/v1/text', { schema: { hide: true }, config: { conditional } }, async () => 'text')
      },
    })
    const { headers } = await library.inject('/v1/text')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const again = await library.inject({
      url: '/v1/text',
      headers: { 'if-none-match': String(headers.etag) },
    })
    expect([again.statusCode, again.headers['cache-control']]).toEqual([304, headers['cache-control']])
    expect(asked).toBe(0)
  })

  it('answers with a problem if the version cannot be read', async () => {
    const library = await open({
      version: async () => {
        throw new DomainError('unavailable', 'The database does not answer.')
      },
    })
    const answer = await library.inject('/v1/books')
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
      503,
      'unavailable',
      '5',
    ])
    expect((await library.inject('/docs/errors')).statusCode).toBe(200)
  })
})

describe('shareReads', () => {
  it('never returns a read that began before the call', async () => {
    const finish: ((value: number) => void)[] = []
    const read = shareReads(() => new Promise<number>((resolve) => finish.push(resolve)))
    const first = read()
    const second = read()
    const third = read()
    expect(finish).toHaveLength(1)
    finish[0]!(1)
    expect(await first).toBe(1)
    await Promise.resolve()
    expect(finish).toHaveLength(2)
    finish[1]!(2)
    expect(await Promise.all([second, third])).toEqual([2, 2])
    const fourth = read()
    await Promise.resolve()
    finish[2]!(4)
    expect(await fourth).toBe(4)
  })

  it('starts a new read after a failure', async () => {
    let times = 0
    const read = shareReads(async () => {
      times += 1
      if (times === 1) throw new Error('no')
      return times
    })
    const [first, second] = [read(), read()]
    await expect(first).rejects.toThrow('no')
    expect(await second).toBe(2)
    expect(await read()).toBe(3)
  })
})
