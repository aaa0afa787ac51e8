import { afterEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
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

describe('health', () => {
  it('is ready only while every check passes', async () => {
    let isUp = true
    const library = await open({
      checks: [
        {
          name: 'database',
          run: async () => (isUp ? 1 : Promise.reject(new Error('ECONNREFUSED 10.0.0.7:5432'))),
        },
        { name: 'migrations', run: async () => 'ok' },
      ],
    })
    const ready = await library.inject('/health/ready')
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: 'ok', checks: ['database', 'migrations'] },
    ])
    isUp = false
    const failed = await library.inject('/health/ready')
    expect([failed.statusCode, failed.headers['retry-after']]).toEqual([503, '5'])
    expect(failed.json()).toMatchObject({
      code: 'unavailable',
      errors: [{ code: 'database_unavailable', message: 'The check "database" failed.' }],
    })
    expect(failed.body).not.toContain('10.0.0.7')
    expect((await library.inject('/health/live')).statusCode).toBe(200)
    isUp = true
    expect((await library.inject('/health/ready')).statusCode).toBe(200)
  })

  it('does not wait for a check that hangs', async () => {
    const library = await open({ checks: [{ name: 'database', run: () => new Promise(() => {}) }] })
    const answer = await library.inject('/health/ready')
    expect(answer.statusCode).toBe(503)
  })

  it('is never cached and has no ETag', async () => {
    const { headers } = await (await open()).inject('/health/live')
    expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined])
  })
})

describe('metrics', () => {
  const series = (text: string): string[] =>
    text.split('\n').filter((line) => line.startsWith('http_request_duration_seconds_count'))

  it('have labels for the route, not the URL: random paths add no series', async () => {
    const library = await open()
    const read = async () => series((await library.inject('/metrics')).body)
    await library.inject('/v1/books/book-01')
    await library.inject('/v1/books/book-02')
    await library.inject('/v1/books?limit=0')
    await library.inject('/v1/nothing')
    await library.inject({ method: 'PROPFIND' as 'GET', url: '/v1/nothing' })
    await read()
    const before = await read()
    expect(before).toEqual(
      expect.arrayContaining([
        'http_request_duration_seconds_count{method="GET",route="/v1/books/:id",status="2xx"} 2',
        'http_request_duration_seconds_count{method="GET",route="/v1/books",status="4xx"} 1',
        'http_request_duration_seconds_count{method="GET",route="(none)",status="4xx"} 1',
        'http_request_duration_seconds_count{method="OTHER",route="(none)",status="4xx"} 1',
      ]),
    )
    for (let index = 0; index < 300; index += 1) await library.inject(`/${index}/${index * 7}?x=${index}`)
    for (let index = 0; index < 300; index += 1) await library.inject(`/v1/books/${index}`)
    const after = await read()
    expect(after).toHaveLength(before.length + 1)
    expect(after.join()).toContain('route="/v1/books/:id",status="4xx"} 300')
  })

  it('include metrics of the process and the given gauges', async () => {
    let waiting = 3
    const gauges = [{ name: 'pool_waiting', help: 'Callers waiting.', read: () => waiting }]
    const library = await open({ metrics: { gauges } })
    const text = (await library.inject('/metrics')).body
    expect(text).toContain('nodejs_eventloop_lag_seconds')
    expect(text).toContain('pool_waiting 3')
    waiting = 4
    expect((await library.inject('/metrics')).body).toContain('pool_waiting 4')
  })

  it('require the token if one is configured', async () => {
    const library = await open({ metrics: { token: 'sesame' } })
    const statusWith = async (authorization?: string) => {
      const answer = await library.inject({
        url: '/metrics',
        headers: authorization ? { authorization } : {},
      })
      return [answer.statusCode, answer.headers['www-authenticate']]
    }
    expect(await statusWith()).toEqual([401, 'Bearer'])
    expect(await statusWith('Bearer wrong')).toEqual([401, 'Bearer'])
    expect(await statusWith('sesame')).toEqual([401, 'Bearer'])
    expect(await statusWith('Bearer sesame')).toEqual([200, undefined])
  })
})

describe('the page about errors', () => {
  it('has the heading that the `type` of a problem links to', async () => {
    const library = await open({
      routes: (server) => {
        server.get('/v1/gone', { schema: { hide: true } }, async () => {
          throw new DomainError('gone', 'It was withdrawn.')
        })
      },
    })
    const { type } = (await library.inject('/v1/gone')).json()
    const [path, anchor] = type.split('#')
    const page = await library.inject(path)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain(`id="${anchor}"`)
  })
})
