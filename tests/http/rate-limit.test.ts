import { afterEach, describe, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { createLibrary, type LibraryOptions } from './library.ts'

let app: App | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
})

const open = async (options: LibraryOptions): Promise<App> => {
  app = await createLibrary(options)
  return app
}

/** Parses a structured field (RFC 9651) as these headers use it: a string, then integer parameters. */
const parse = (field: unknown): Record<string, number | string> => {
  const match = /^"([\x20\x21\x23-\x5b\x5d-\x7e]*)"((?:;[a-z]+=\d{1,15})*)$/.exec(String(field))
  if (match === null) throw new Error(`not a structured field: ${field}`)
  const parameters = match[2]!
    .split(';')
    .slice(1)
    .map((pair): [string, number] => [pair.split('=')[0]!, Number(pair.split('=')[1])])
  return { name: match[1]!, ...Object.fromEntries(parameters) }
}

describe('the rate limit', () => {
  it('counts down by one, then answers 429', async () => {
    const library = await open({ rateLimit: { quota: 4, windowSeconds: 30 } })
    const left: unknown[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      const answer = await library.inject(turn % 2 === 0 ? '/v1/books' : '/v1/nothing')
      expect(answer.statusCode).toBe(turn % 2 === 0 ? 200 : 404)
      expect(parse(answer.headers['ratelimit-policy'])).toEqual({ name: 'default', q: 4, w: 30 })
      const state = parse(answer.headers.ratelimit)
      expect(state['t']).toBeGreaterThan(0)
      expect(state['t']).toBeLessThanOrEqual(30)
      left.push(state['r'])
    }
    expect(left).toEqual([3, 2, 1, 0])
    const refused = await library.inject('/v1/books')
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'rate_limited'])
    expect(parse(refused.headers.ratelimit)).toMatchObject({ name: 'default', r: 0 })
    expect(Number(refused.headers['retry-after'])).toBe(parse(refused.headers.ratelimit)['t'])
    expect(refused.headers['cache-control']).toBe('no-store')
    const legacy = Object.keys(refused.headers).filter((name) => name.startsWith('x-ratelimit'))
    expect(legacy).toEqual([])
  })

  it('neither counts nor limits probes, metrics and preflights', async () => {
    const library = await open({ rateLimit: { quota: 1 } })
    await library.inject('/v1/books')
    for (const url of ['/health/live', '/health/ready', '/metrics']) {
      const answer = await library.inject(url)
      expect([answer.statusCode, answer.headers.ratelimit]).toEqual([200, undefined])
    }
    const options = await library.inject({ method: 'OPTIONS', url: '/v1/books' })
    expect(options.statusCode).toBe(204)
    expect(parse(options.headers.ratelimit)).toMatchObject({ r: 0 })
  })

  it('sends the remaining quota with responses that do not count', async () => {
    const library = await open({ rateLimit: { quota: 9 } })
    const answer = await library.inject('/v1/books?q=%zz')
    expect(answer.statusCode).toBe(400)
    expect(parse(answer.headers.ratelimit)).toMatchObject({ r: 9 })
  })

  it('counts by client address: the peer, or the address that a trusted proxy forwards', async () => {
    const ask = async (library: App, remoteAddress: string, forwarded?: string) => {
      const answer = await library.inject({
        url: '/v1/books',
        remoteAddress,
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      })
      return parse(answer.headers.ratelimit)['r']
    }
    const plain = await open({ rateLimit: { quota: 9 } })
    expect(await ask(plain, '192.0.2.1', '198.51.100.1')).toBe(8)
    expect(await ask(plain, '192.0.2.1', '198.51.100.2')).toBe(7)
    expect(await ask(plain, '192.0.2.2')).toBe(8)
    expect(await ask(plain, '2001:db8::1')).toBe(8)
    expect(await ask(plain, '2001:db8::2')).toBe(7)
    expect(await ask(plain, '2001:db8:0:1::2')).toBe(8)
    await plain.close()
    const proxied = await open({ rateLimit: { quota: 9 }, server: { trustProxy: ['192.0.2.0/24'] } })
    expect(await ask(proxied, '192.0.2.1', '198.51.100.1')).toBe(8)
    expect(await ask(proxied, '192.0.2.1', '198.51.100.2')).toBe(8)
    expect(await ask(proxied, '203.0.113.1', '198.51.100.2')).toBe(8)
    expect(await ask(proxied, '203.0.113.1', '198.51.100.3')).toBe(7)
  })
})
