import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { fetchPolitely, type PoliteRequest } from '../../../src/net/fetch-document.ts'
import { createGuard } from '../../../src/net/guard.ts'
import { requestedPauseMs } from '../../../src/net/retry-after.ts'

const XML = { 'content-type': 'text/xml' }
const LIMITS = { bytes: 10_000, timeoutMs: 5000, redirects: 3 }

/** Starts a server on the loopback interface. Returns its origin. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

function get(url: string, own: Partial<PoliteRequest> = {}) {
  const guard = createGuard({ allow: ['127.0.0.1'] })
  onTestFinished(() => guard.close())
  const permit = async () => undefined
  const request = { etag: null, lastModified: null, userAgent: 'Test/1', permit, ...own }
  return fetchPolitely(url, ['text/xml'], guard, request, LIMITS)
}

it('sends the validators, and returns no document after 304', async () => {
  const sent: unknown[] = []
  const origin = await listen(({ headers }, response) => {
    sent.push([headers['if-none-match'], headers['if-modified-since'], headers['user-agent']])
    response.writeHead(headers['if-none-match'] ? 304 : 200, { ...XML, etag: '"2"' }).end()
  })
  const first = await get(`${origin}/`)
  expect(first).toMatchObject({ etag: '"2"', lastModified: null, document: { mediaType: 'text/xml' } })
  const again = await get(`${origin}/`, { etag: '"2"', lastModified: 'Mon, 23 Nov 2026 10:00:00 GMT' })
  expect(again.document).toBeNull()
  expect(sent).toEqual([
    [undefined, undefined, 'Test/1'],
    ['"2"', 'Mon, 23 Nov 2026 10:00:00 GMT', 'Test/1'],
  ])
})

it('rejects 304 to a request without validators', async () => {
  const origin = await listen((_, response) => response.writeHead(304).end())
  await expect(get(origin)).rejects.toMatchObject({ code: 'fetch_failed', status: 304 })
})

it.each([
  [[301, 308], '/2'],
  [[301, 302, 301], '/1'],
  [[302, 301], '/0'],
])('after the redirects %j, the URL that counts is %s', async (statuses, path) => {
  const origin = await listen(({ url = '/' }, response) => {
    const hop = Number(url.slice(1))
    const status = statuses[hop]
    if (status === undefined) response.writeHead(200, XML).end('<x/>')
    else response.writeHead(status, { location: `/${hop + 1}` }).end()
  })
  expect((await get(`${origin}/0`)).movedTo).toBe(origin + path)
})

it('asks for a permission before each request, also after a redirect', async () => {
  const requested: string[] = []
  const origin = await listen(({ url = '/' }, response) => {
    requested.push(url)
    response.writeHead(302, { location: '/secret' }).end()
  })
  const permit = async ({ pathname }: URL) => {
    if (pathname === '/secret') throw new Error('not permitted')
  }
  await expect(get(`${origin}/open`, { permit })).rejects.toThrow('not permitted')
  expect(requested).toEqual(['/open'])
})

it('tells the status and the Retry-After of a response that is no success', async () => {
  const origin = await listen((_, response) => response.writeHead(429, { 'retry-after': '90' }).end())
  await expect(get(origin)).rejects.toMatchObject({ code: 'fetch_failed', status: 429, retryAfter: '90' })
})

it.each([
  ['90', 90_000],
  [' 5 ', 5000],
  ['Mon, 23 Nov 2026 10:01:00 GMT', 60_000],
  ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
  ['999999999', 86_400_000],
  ['soon', 0],
  ['-5', 0],
  [null, 0],
])('Retry-After %j asks for %i milliseconds', (header, ms) => {
  expect(requestedPauseMs(header, new Date('2026-11-23T10:00:00Z'))).toBe(ms)
})
