import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { fetchGuarded } from '../../../src/net/fetch-document.ts'
import { createGuard } from '../../../src/net/guard.ts'
import type { Resolve } from '../../../src/net/resolve.ts'

const HTML = { 'content-type': 'text/html; charset="utf-8"' }
const LIMITS = { bytes: 10_000, timeoutMs: 2000, redirects: 3 }

/** Starts a server on the loopback interface. Returns its port. */
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as { port: number }).port
}

function get(url: string, allow: readonly string[], resolve?: Resolve) {
  const guard = createGuard({ allow, resolve })
  onTestFinished(() => guard.close())
  return fetchGuarded(url, ['text/html'], guard, LIMITS)
}

const failure = (code: string, about: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(about) })

it('returns the bytes, the media type, the charset and the final URL', async () => {
  const port = await listen((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new#part' }).end('moved')
    else response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync('<p>Words'))
  })
  const found = await get(`http://127.0.0.1:${port}/old#x`, ['127.0.0.1'])
  expect({ ...found, bytes: String(found.bytes) }).toEqual({
    url: `http://127.0.0.1:${port}/new`,
    mediaType: 'text/html',
    charset: 'utf-8',
    bytes: '<p>Words',
  })
})

it('checks the target of every redirect', async () => {
  const port = await listen((_request, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
  })
  await expect(get(`http://127.0.0.1:${port}/`, [`127.0.0.1:${port}`])).rejects.toEqual(
    failure('fetch_refused', /169\.254\.169\.254/),
  )
})

it('rejects a host if one of its addresses is not public', async () => {
  for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['::ffff:127.0.0.1']]) {
    const resolve: Resolve = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    await expect(get('http://rebound.example/', [], resolve)).rejects.toEqual(
      failure('fetch_refused', /rebound\.example/),
    )
  }
})

it('resolves a host once, so the checked address is the address of the connection', async () => {
  const port = await listen((_request, response) => response.writeHead(200, HTML).end('inside'))
  let asked = 0
  const resolve: Resolve = async () => [{ address: asked++ === 0 ? '192.0.2.7' : '127.0.0.1', family: 4 }]
  await expect(get(`http://rebound.example/`, [], resolve)).rejects.toEqual(
    failure('fetch_refused', /public/),
  )
  expect([asked, port > 0]).toEqual([1, true])
})

it.each<[string, RequestListener, RegExp]>([
  ['an error', (_, response) => response.writeHead(404, HTML).end('no'), /answers 404/],
  [
    'another media type',
    (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    /image\/png/,
  ],
  [
    'too many bytes',
    (_, response) => response.writeHead(200, HTML).end('x'.repeat(10_001)),
    /more than 10000/,
  ],
  [
    'a decompression bomb',
    (_, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(5_000_000))),
    /more than 10000/,
  ],
  [
    'nested content codings',
    (_, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
    /gzip, gzip/,
  ],
  [
    'broken compression',
    (_, response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('not gzip'),
    /could not be read/,
  ],
  [
    'a redirect loop',
    (_, response) => response.writeHead(302, { location: '/' }).end(),
    /redirects more than 3/,
  ],
  [
    'a body that stops arriving',
    (_, response) => {
      response.writeHead(200, HTML).write('x')
    },
    /in time/,
  ],
  ['a closed connection', (request) => request.socket.destroy(), /could not be read/],
])('fails with a message about %s', async (_name, answer, about) => {
  const port = await listen(answer)
  await expect(get(`http://127.0.0.1:${port}/`, ['127.0.0.1'])).rejects.toEqual(
    failure('fetch_failed', about),
  )
})

it('fails if the host is unknown', async () => {
  const resolve: Resolve = () => Promise.reject(new Error('ENOTFOUND'))
  await expect(get('http://nowhere.example/', [], resolve)).rejects.toEqual(
    failure('fetch_failed', /nowhere\.example/),
  )
})

it('a host that is allowed at one port is like any other host at other ports, also after a redirect', async () => {
  const inside = await listen((_request, response) => response.writeHead(200, HTML).end('inside'))
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const redirecting = await listen(({ url }, response) => {
    response.writeHead(302, { location: `${url === '/secure' ? 'https' : 'http'}://intranet.example/` }).end()
  })
  const at = (port: number): string => `http://intranet.example:${port}`
  for (const url of ['http://intranet.example/', 'https://intranet.example/', `${at(redirecting)}/`])
    await expect(get(url, [`intranet.example:${redirecting}`], resolve)).rejects.toEqual(
      failure('fetch_refused', /intranet\.example/),
    )
  await expect(
    get(`${at(redirecting)}/secure`, [`intranet.example:${redirecting}`], resolve),
  ).rejects.toEqual(failure('fetch_refused', /intranet\.example/))
  await expect(get(`${at(inside)}/`, [`intranet.example:${redirecting}`], resolve)).rejects.toEqual(
    failure('fetch_refused', /port/),
  )
  // What is allowed is reached.
  expect(String((await get(`${at(inside)}/`, [`intranet.example:${inside}`], resolve)).bytes)).toBe('inside')
  expect(String((await get(`${at(inside)}/`, ['intranet.example'], resolve)).bytes)).toBe('inside')
})

it.each([
  ['intranet.example', 'http://intranet.example/', true],
  ['intranet.example', 'https://intranet.example:8443/', true],
  ['intranet.example:80', 'http://intranet.example/', true],
  ['intranet.example:80', 'https://intranet.example/', false],
  ['intranet.example:443', 'https://intranet.example/', true],
  ['intranet.example:443', 'http://intranet.example/', false],
  ['Intranet.example:8080', 'http://intranet.EXAMPLE:8080/', true],
  ['intranet.example:8080', 'http://intranet.example/', false],
  ['intranet.example:8080', 'http://other.example:8080/', false],
  ['[::1]:8080', 'http://[::1]:8080/', true],
  ['[::1]:8080', 'http://[::1]/', false],
  ['10.0.0.5:8080', 'http://10.0.0.5/', false],
])('%s allows %s: %s', (allow, url, isTrusted) => {
  const guard = createGuard({ allow: [allow] })
  onTestFinished(() => guard.close())
  expect(guard.trusts(new URL(url))).toBe(isTrusted)
})
