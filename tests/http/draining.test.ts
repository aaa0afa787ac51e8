import { type AddressInfo, connect, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createLibrary, type LibraryOptions } from './library.ts'

const listen = async (options: LibraryOptions = {}) => {
  const app = await createLibrary(options)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, port: (app.server.address() as AddressInfo).port }
}

const client = (
  port: number,
): Promise<{ socket: Socket; ask: (path: string) => Promise<string>; closed: Promise<void> }> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const closed = new Promise<void>((done) => socket.on('close', () => done()))
    const ask = (path: string): Promise<string> =>
      new Promise((done) => {
        let text = ''
        const onData = (part: Buffer): void => {
          text += part.toString()
          const length = Number(/content-length: (\d+)/.exec(text)?.[1])
          const start = text.indexOf('\r\n\r\n') + 4
          if (text.length < start + length || start < 4) return
          socket.off('data', onData)
          done(text)
        }
        socket.on('data', onData)
        socket.write(`GET ${path} HTTP/1.1\r\nHost: library.test\r\n\r\n`)
      })
    socket.on('connect', () => resolve({ socket, ask, closed }))
  })

it('answers requests in flight and closes connections as they become idle', async () => {
  let release: () => void = () => {}
  let begun: () => void = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const { app, port } = await listen({
    routes: (server) => {
      server.get('/v1/slow', { schema: { hide: true } }, async () => {
        begun()
        await new Promise<void>((resolve) => {
          release = resolve
        })
        return { done: true }
      })
    },
  })
  const idle = await client(port)
  expect(await idle.ask('/v1/books/book-01')).toMatch(/^connection: keep-alive/im)
  const busy = await client(port)
  const answer = busy.ask('/v1/slow')
  await started
  let isClosed = false
  const silent = await client(port)
  silent.socket.resume()
  const closing = app.close().then(() => {
    isClosed = true
  })
  await Promise.all([idle.closed, silent.closed])
  expect(isClosed).toBe(false)
  expect(app.isDraining()).toBe(true)
  release()
  expect(await answer).toMatch(/^HTTP\/1\.1 200 .*connection: close.*"done":true/s)
  await busy.closed
  await closing
})

it('serves a request whose first half arrived before shutdown', async () => {
  const { app, port } = await listen()
  const half = await client(port)
  let text = ''
  half.socket.on('data', (part) => {
    text += part.toString()
  })
  half.socket.write('GET /v1/books/book-01 HTTP/1.1\r\n')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closing = app.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  half.socket.write('Host: library.test\r\n\r\n')
  await half.closed
  await closing
  expect(text).toMatch(/^HTTP\/1\.1 200 .*connection: close.*"book-01"/is)
})

it('closes a connection that becomes idle during shutdown, even if its response said keep-alive', async () => {
  let finish: () => void = () => {}
  const { app, port } = await listen({
    routes: (server) => {
      server.get('/v1/stream', { schema: { hide: true } }, async (_request, reply) => {
        const body = new PassThrough()
        body.write('begun')
        finish = () => body.end()
        return reply.type('text/plain').send(body)
      })
    },
  })
  const closes: string[] = []
  const names = ['silent', 'streaming']
  app.server.on('connection', (socket) => {
    const name = names.shift()!
    socket.on('close', () => closes.push(name))
  })
  const silent = await client(port)
  silent.socket.resume()
  const streaming = await client(port)
  const begun = new Promise<string>((resolve) =>
    streaming.socket.once('data', (part) => resolve(part.toString())),
  )
  streaming.socket.write('GET /v1/stream HTTP/1.1\r\nHost: library.test\r\n\r\n')
  expect(await begun).toMatch(/^connection: keep-alive/im)
  const closing = app.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  finish()
  await Promise.all([streaming.closed, silent.closed])
  await closing
  expect(closes[0]).toBe('streaming')
})

it('does not wait for connections without a complete request', async () => {
  const { app, port } = await listen()
  const silent = await client(port)
  const halting = await client(port)
  silent.socket.resume()
  halting.socket.resume()
  halting.socket.write('GET /v1/books HTTP/1.1\r\n')
  await new Promise((resolve) => setTimeout(resolve, 50))
  await Promise.all([app.close(), silent.closed, halting.closed])
})

it('after drain(), fails readiness, closes connections after their response, and still serves', async () => {
  const { app, port } = await listen()
  expect((await app.inject('/health/ready')).statusCode).toBe(200)
  app.drain()
  const ready = await app.inject('/health/ready')
  expect([ready.statusCode, ready.json().code, ready.headers['retry-after']]).toEqual([
    503,
    'unavailable',
    '5',
  ])
  expect((await app.inject('/health/live')).statusCode).toBe(200)
  const late = await client(port)
  expect(await late.ask('/v1/books/book-01')).toMatch(/^HTTP\/1\.1 200 .*connection: close/s)
  await late.closed
  await app.close()
})
