import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import type { FastifyReply } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientGone, onceAnswered } from '../../src/http/client-gone.ts'
import { installCompression } from '../../src/http/compression.ts'
import type { App } from '../../src/http/instance.ts'
import { installMetrics } from '../../src/http/metrics.ts'
import { createServer } from '../../src/http/server.ts'
import { PATIENCE_MS } from '../support/patience.ts'

const LARGE = { random: randomBytes(20_000_000).toString('hex') }
const WARN = 40

interface Line {
  readonly level: number
  readonly msg: string
  readonly status?: number
}

let app: App
let port: number
let lines: Line[]

beforeAll(async () => {
  const logger = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) })
  app = createServer({ logger })
  await installCompression(app)
  installMetrics(app)
  app.get('/large', async () => LARGE)
  app.get('/failing', async (_request, reply) => {
    const gone = clientGone(reply)
    await new Promise((resolve) => gone.addEventListener('abort', resolve))
    gone.throwIfAborted()
  })
  lines = []
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as { port: number }).port
})
afterAll(() => app.close())
beforeEach(() => {
  lines = []
})

/** Sends a request, and disconnects at the first bytes of the answer, or at once if `isSilent`. */
const hangUp = (path: string, headers = '', isSilent = false): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('data', () => socket.destroy())
    socket.on('close', () => resolve())
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n${headers}\r\n`, () => {
      if (isSilent) app.server.once('request', () => socket.destroy())
    })
  })

const requests = (): Line[] => lines.filter(({ msg }) => msg === 'request')

describe('a client that hangs up in the middle of its answer', () => {
  it.each(['', 'Accept-Encoding: gzip\r\n', 'Accept-Encoding: br\r\n'])(
    'is logged once, and as no error (%j)',
    async (headers) => {
      await hangUp('/large', headers)
      await expect.poll(requests, { timeout: PATIENCE_MS }).toHaveLength(1)
      expect(requests()[0]!.status).toBe(499)
      expect(lines.filter(({ level }) => level >= WARN)).toEqual([])
    },
  )

  it('causes no warning if the work for it fails afterwards', async () => {
    await hangUp('/failing', '', true)
    await expect.poll(requests, { timeout: PATIENCE_MS }).toHaveLength(1)
    await app.inject('/metrics')
    expect(requests().map(({ status }) => status)).toEqual([499, 200])
    expect(lines.filter(({ level }) => level >= WARN)).toEqual([])
  })

  it('is counted among the requests', async () => {
    const { body } = await app.inject('/metrics')
    expect(body).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/large",status="4xx"\} 3/)
    expect(body).not.toMatch(/status="5xx"/)
  })
})

describe('functions to call when a response closes', () => {
  it('are called once and in order by a single listener, and at once if the response is closed', async () => {
    const calls: number[] = []
    let listeners: number[] = []
    let closed: FastifyReply | undefined
    const server = createServer()
    server.get('/asked', async (_request, reply) => {
      closed = reply
      onceAnswered(reply, () => calls.push(0))
      const before = reply.raw.listenerCount('close')
      for (let asked = 1; asked < 20; asked++) onceAnswered(reply, () => calls.push(asked))
      listeners = [before, reply.raw.listenerCount('close')]
      return {}
    })
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    await (await fetch(`${url}/asked`)).text()
    await expect
      .poll(() => calls, { timeout: PATIENCE_MS })
      .toEqual(Array.from({ length: 20 }, (_, index) => index))
    expect(listeners[1]).toBe(listeners[0])
    onceAnswered(closed!, () => calls.push(20))
    expect(calls.at(-1)).toBe(20)
    await server.close()
  })
})
