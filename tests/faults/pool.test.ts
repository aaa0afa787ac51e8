import { expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { expectIdle, serviceBehindProxy } from './service-behind-proxy.ts'

const REQUESTS = 100

it('refuses requests while all connections wait for a lock, and answers all of them afterwards', async () => {
  const service = await serviceBehindProxy()
  const statusOf = async (path: string): Promise<{ status: number; retryAfter: string | null }> => {
    const response = await fetch(`${service.url}${path}`)
    await response.arrayBuffer()
    return { status: response.status, retryAfter: response.headers.get('retry-after') }
  }
  const pathsAsked = Array.from({ length: REQUESTS }, (_, index) => `/v1/statements?limit=${index + 1}`)

  const holder = await connectOnce(service.databaseUrl)
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE statements IN ACCESS EXCLUSIVE MODE')
  const asked = Promise.all(pathsAsked.map(statusOf))
  expect((await statusOf('/health/live')).status).toBe(200)
  for (const { status, retryAfter } of await asked) {
    expect([503, 504]).toContain(status)
    expect(Number(retryAfter)).toBeGreaterThan(0)
  }
  await holder.query('ROLLBACK')
  await holder.end()
  const answered = async (path: string): Promise<void> => {
    // On a slow machine, a request can still wait too long for a connection.
    for (let status = 0; status !== 200; ) {
      status = (await statusOf(path)).status
      expect([200, 503, 504]).toContain(status)
    }
  }
  await Promise.all(pathsAsked.map(answered))
  await expectIdle(service.gauges)
})
