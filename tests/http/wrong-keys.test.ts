import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installAuth } from '../../src/http/auth.ts'
import type { App } from '../../src/http/instance.ts'
import { installRateLimit } from '../../src/http/rate-limit.ts'
import { createServer } from '../../src/http/server.ts'

const QUOTA = 8
const FAILURES_MAX = 3

let app: App
/** Keys that were looked up. */
let lookups: number

beforeEach(async () => {
  lookups = 0
  app = createServer()
  installAuth(app, {
    verify: async (key) => {
      lookups++
      return key === 'right' ? { id: '1', name: 'desk', scopes: ['read'], holder: '1' } : null
    },
    readingIsOpen: true,
    failuresMax: FAILURES_MAX,
  })
  await installRateLimit(app, { quota: QUOTA, windowSeconds: 60 })
  app.get('/read', { config: { scope: 'read' } }, async () => 'ok')
  app.get('/write', { config: { scope: 'ingest' } }, async () => 'ok')
  await app.ready()
})
afterEach(() => app.close())

const ask = async (key: string | null, url = '/read', remoteAddress = '192.0.2.1') => {
  const { statusCode, headers } = await app.inject({
    url,
    remoteAddress,
    ...(key !== null && { headers: { authorization: `Bearer ${key}` } }),
  })
  return { status: statusCode, left: Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]) }
}

describe('wrong keys', () => {
  it('count against the quota of their address like any other request', async () => {
    expect(await ask('wrong')).toEqual({ status: 401, left: QUOTA - 1 })
    expect(await ask('right')).toEqual({ status: 200, left: QUOTA - 2 })
    expect(await ask('right', '/write')).toEqual({ status: 403, left: QUOTA - 3 })
    expect(await ask(null, '/write')).toEqual({ status: 401, left: QUOTA - 4 })
    expect(await ask('wrong', '/read', '192.0.2.2')).toEqual({ status: 401, left: QUOTA - 1 })
  })

  it('are not looked up after the quota is used up', async () => {
    const statuses = []
    for (let attempt = 0; attempt < QUOTA * 3; attempt++)
      statuses.push((await ask(`wrong-${attempt}`)).status)
    expect(statuses.slice(0, FAILURES_MAX)).toEqual(Array(FAILURES_MAX).fill(401))
    expect(statuses.slice(FAILURES_MAX)).toEqual(Array(QUOTA * 3 - FAILURES_MAX).fill(429))
    expect(lookups).toBe(QUOTA)
    expect((await ask('right', '/read', '192.0.2.2')).status).toBe(200)
  })

  it('leave the rest of the quota to a valid key of the same address', async () => {
    for (let attempt = 0; attempt < QUOTA - 1; attempt++) await ask('wrong')
    expect((await ask('right')).status).toBe(200)
    expect((await ask('right')).status).toBe(429)
  })

  it('of one IPv6 network count together', async () => {
    for (let host = 1; host <= FAILURES_MAX; host++)
      expect((await ask('wrong', '/read', `2001:db8::${host}`)).status).toBe(401)
    expect((await ask('wrong', '/read', '2001:db8::ffff')).status).toBe(429)
    expect((await ask('wrong', '/read', '2001:db8:0:1::1')).status).toBe(401)
    expect((await ask('wrong', '/read', '::ffff:192.0.2.7')).left).toBe(QUOTA - 1)
    expect((await ask('wrong', '/read', '192.0.2.7')).left).toBe(QUOTA - 2)
  })
})
