import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { problemSchema } from '../../src/http/problems.ts'
import { createLibrary } from './library.ts'

let app: App
let port: number

beforeAll(async () => {
  app = await createLibrary({
    server: {
      publicUrl: 'https://library.test',
      timeouts: { headers: 300, request: 400, idle: 5000, check: 50 },
    },
    routes: (server) => {
      server.get('/v1/slow', { schema: { hide: true } }, async (_request, reply) => {
        reply.raw.writeHead(200, { 'content-type': 'text/plain' })
        reply.raw.write('begun')
        reply.hijack()
      })
    },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

/** Sends bytes on a new connection, and reads until the server closes it. */
const send = (...chunks: (string | Buffer)[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    // The server can reset the connection while unread bytes are still in flight.
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(parts).toString()))
    for (const chunk of chunks) socket.write(chunk)
  })

const parse = (text: string) => {
  const end = text.indexOf('\r\n\r\n')
  const [status, ...lines] = text.slice(0, end).split('\r\n')
  const headers = new Map(
    lines.map((line): [string, string] => [
      line.split(': ')[0]!.toLowerCase(),
      line.slice(line.indexOf(': ') + 2),
    ]),
  )
  return { status: Number(status!.split(' ')[1]), headers, body: text.slice(end + 4) }
}

const HOST = 'Host: library.test\r\n'
const CLOSE = 'Connection: close\r\n'
const BOOKS = `GET /v1/books HTTP/1.1\r\n${HOST}`

describe('malformed HTTP gets a problem as response', () => {
  it.each([
    ['words', 'hello there\r\n\r\n', 400, 'malformed_request'],
    ['bytes', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0xff]), 400, 'malformed_request'],
    ['an unknown method', `FETCH / HTTP/1.1\r\n${HOST}\r\n`, 400, 'malformed_request'],
    ['an unknown version', `GET / HTTP/9.9\r\n${HOST}\r\n`, 400, 'malformed_request'],
    ['a space in the target', `GET /a b HTTP/1.1\r\n${HOST}\r\n`, 400, 'malformed_request'],
    ['a header without a colon', `${BOOKS}nonsense\r\n\r\n`, 400, 'malformed_request'],
    ['a NUL in a header', `${BOOKS}X-A: a\0b\r\n\r\n`, 400, 'malformed_request'],
    ['two lengths', `${BOOKS}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400, 'malformed_request'],
    [
      'a length and chunks',
      `${BOOKS}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
      'malformed_request',
    ],
    ['no host', `GET /v1/books HTTP/1.1\r\n${CLOSE}\r\n`, 400, 'malformed_request'],
    ['two hosts', `${BOOKS}${CLOSE}Host: other.test\r\n\r\n`, 400, 'malformed_request'],
    ['one host twice', `${BOOKS}${CLOSE}HOST: library.test\r\n\r\n`, 400, 'malformed_request'],
    ['a huge header', `${BOOKS}X-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
    ['a huge target', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`, 431, 'headers_too_large'],
    ['an expectation', `${BOOKS}Expect: miracles\r\n${CLOSE}\r\n`, 417, 'expectation_failed'],
    ['a tunnel', `CONNECT other.test:443 HTTP/1.1\r\n${HOST}\r\n`, 405, 'method_not_allowed'],
    [
      'a bad chunk',
      `POST /v1/books HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
      'malformed_request',
    ],
  ])('%s', async (_name, bytes, status, code) => {
    const answer = parse(await send(bytes))
    expect(answer.status).toBe(status)
    const problem = problemSchema.strict().parse(JSON.parse(answer.body))
    expect(problem).toMatchObject({ status, code, type: `https://library.test/docs/errors#${code}` })
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(answer.body))
    expect(answer.headers.get('connection')).toBe('close')
    expect(answer.headers.get('x-request-id')).toBe(problem.request_id)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.has('date')).toBe(true)
  })

  it('headers that do not end', async () => {
    const answer = parse(await send(`${BOOKS}X-A: `))
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([408, 'request_timeout'])
  })

  it('a body that does not end', async () => {
    const half = `POST /v1/books HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{"title`
    const answer = parse(await send(half))
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([408, 'request_timeout'])
  })
})

describe('rare but valid HTTP', () => {
  it('OPTIONS * lists all methods', async () => {
    const answer = parse(await send(`OPTIONS * HTTP/1.1\r\n${HOST}${CLOSE}\r\n`))
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST'])
  })

  it('HTTP/1.0 needs no host', async () => {
    expect(parse(await send('GET /v1/books/book-01 HTTP/1.0\r\n\r\n')).status).toBe(200)
  })

  it('ignores an offer to upgrade', async () => {
    const upgrade = `${BOOKS}Connection: upgrade, close\r\nUpgrade: websocket\r\n\r\n`
    expect(parse(await send(upgrade)).status).toBe(200)
  })

  it('closes the connection if malformed bytes arrive during a response, and adds nothing to the response', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      let received = ''
      socket.on('data', (part) => {
        received += part.toString()
        if (received.includes('begun')) socket.write('rubbish rubbish\r\n\r\n')
      })
      socket.on('close', () => resolve(received))
      socket.write(`GET /v1/slow HTTP/1.1\r\n${HOST}\r\n`)
    })
    expect(text).toMatch(/begun\r\n$/)
  })

  it('keeps serving after a client resets its connection', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`POST /v1/books HTTP/1.1\r\n${HOST}Content-Length: 10\r\n\r\n{`)
        socket.resetAndDestroy()
        socket.on('close', () => resolve())
      })
    })
    expect((await app.inject('/v1/books')).statusCode).toBe(200)
  })
})
