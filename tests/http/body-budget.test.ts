import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installAuth } from '../../src/http/auth.ts'
import { installBodyBudget } from '../../src/http/body-budget.ts'
import type { App } from '../../src/http/instance.ts'
import { createServer } from '../../src/http/server.ts'

const BUDGET = 400_000
const WITHOUT_KEY = BUDGET / 4
const LIMIT_WITHOUT_KEY = 50_000

let app: App
let port: number
/** Releases the answers of `/held`. */
let letGo: () => void
/** The sockets that a test opened, and the sockets that the server has of them. */
let sockets: Socket[]
let connections: Socket[]

beforeEach(async () => {
  sockets = []
  connections = []
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  app = createServer({ bodyLimit: 1_000_000 })
  installAuth(app, {
    verify: async () => ({ id: '1', name: 'desk', scopes: ['read'], holder: '1' }),
    readingIsOpen: true,
    failuresMax: 5,
  })
  installBodyBudget(app, BUDGET)
  const lengthOf = (body: unknown) => ({ length: JSON.stringify(body).length })
  app.post('/read', { config: { scope: 'read' } }, async ({ body }) => lengthOf(body))
  app.post(
    '/limited',
    { config: { scope: 'read', bodyLimitWithoutKey: LIMIT_WITHOUT_KEY } },
    async ({ body }) => lengthOf(body),
  )
  app.post('/held', { config: { scope: 'read' } }, async ({ body }) => {
    await held
    return lengthOf(body)
  })
  app.server.on('connection', (connection: Socket) => connections.push(connection))
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as { port: number }).port
})
afterEach(async () => {
  letGo()
  for (const socket of sockets) socket.destroy()
  await app.close()
})

interface Options {
  readonly path?: string
  readonly hasKey?: boolean
  /** True to send no Content-Length. */
  readonly isChunked?: boolean
  /** The Content-Length. Default: the number of bytes sent. */
  readonly announced?: number
}

interface Sent {
  readonly socket: Socket
  /** Returns the answer so far. */
  answer(): string
  /** Resolves with the status when the answer has begun. */
  status(): Promise<number>
}

/** Sends a body of `bytes` bytes. A whole body is a text in JSON. */
async function send(bytes: number, options: Options = {}): Promise<Sent> {
  const { path = '/read', hasKey = false, isChunked = false, announced = bytes } = options
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk
  })
  socket.on('error', () => undefined)
  const body = announced === bytes ? `"${'a'.repeat(bytes - 2)}"` : `"${'a'.repeat(bytes - 1)}`
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: a',
    'Content-Type: application/json',
    ...(hasKey ? ['Authorization: Bearer key'] : []),
    isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${announced}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  if (!isChunked) socket.write(body)
  else socket.write(`${bytes.toString(16)}\r\n${body}\r\n${announced === bytes ? '0\r\n\r\n' : ''}`)
  const status = async (): Promise<number> => {
    while (!/\r\n\r\n/.test(answer) && !socket.destroyed)
      await Promise.race([once(socket, 'data'), once(socket, 'close')])
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
  }
  return { socket, answer: () => answer, status }
}

const statusOf = async (bytes: number, options?: Options): Promise<number> =>
  (await send(bytes, options)).status()

/** Waits until the server has read everything that was sent. */
async function arrived(sent: readonly Sent[]): Promise<void> {
  const isRead = ({ socket }: Sent): boolean =>
    connections.some(
      ({ remotePort, bytesRead }) =>
        remotePort === socket.localPort && bytesRead > 0 && bytesRead === socket.bytesWritten,
    )
  while (!sent.every(isRead)) await nextTurn()
  await nextTurn()
}

/** Waits until the server has noticed that connections are closed. */
async function closed(sent: readonly Sent[]): Promise<void> {
  const ports = sent.map(({ socket }) => socket.localPort)
  for (const { socket } of sent) socket.destroy()
  while (connections.some(({ remotePort, destroyed }) => ports.includes(remotePort) && !destroyed))
    await nextTurn()
}

describe('the bodies of all requests in progress', () => {
  it.each([false, true])(
    'are refused beyond the budget, and read again once it is free (chunked: %s)',
    async (isChunked) => {
      const unfinished = await Promise.all(
        Array.from({ length: 3 }, () => send(130_000, { hasKey: true, isChunked, announced: 900_000 })),
      )
      await arrived(unfinished)
      const refused = await send(50_000, { hasKey: true, isChunked })
      expect(await refused.status()).toBe(503)
      expect(refused.answer()).toMatch(/retry-after: \d+/i)
      expect(refused.answer()).toContain('"code":"unavailable"')
      expect(refused.answer()).toMatch(/connection: close/i)
      await closed(unfinished)
      expect(await statusOf(50_000, { hasKey: true, isChunked })).toBe(200)
    },
  )

  it('count as long as their answers are not sent', async () => {
    const held = await Promise.all(
      Array.from({ length: 4 }, () => send(95_000, { hasKey: true, path: '/held' })),
    )
    await arrived(held)
    expect(await statusOf(50_000, { hasKey: true })).toBe(503)
    letGo()
    for (const { status } of held) expect(await status()).toBe(200)
    expect(await statusOf(50_000, { hasKey: true })).toBe(200)
  })

  it('count when they arrive, not as Content-Length says', async () => {
    const sent = Array.from({ length: 10 }, () => send(1, { hasKey: true, announced: 900_000 }))
    await arrived(await Promise.all(sent))
    expect(await statusOf(300_000, { hasKey: true })).toBe(200)
  })

  it('leave callers without a key a quarter, and those with one the rest', async () => {
    const unfinished = await Promise.all(
      Array.from({ length: 8 }, () => send(WITHOUT_KEY / 8 - 100, { announced: 900_000 })),
    )
    await arrived(unfinished)
    expect(await statusOf(10_000)).toBe(503)
    expect(await statusOf(250_000, { hasKey: true })).toBe(200)
    await closed(unfinished)
    expect(await statusOf(10_000)).toBe(200)
  })

  it('one after another are as many as you like', async () => {
    for (let n = 0; n < 20; n++) expect(await statusOf(90_000, { hasKey: n % 2 === 0 })).toBe(200)
  })
})

describe('the limit of a route for callers without a key', () => {
  it.each([false, true])(
    'refuses one byte more, and does not apply to callers with a key (chunked: %s)',
    async (isChunked) => {
      const path = '/limited'
      expect(await statusOf(LIMIT_WITHOUT_KEY, { path, isChunked })).toBe(200)
      const refused = await send(LIMIT_WITHOUT_KEY + 1, { path, isChunked })
      expect(await refused.status()).toBe(413)
      expect(refused.answer()).toContain('"code":"payload_too_large"')
      expect(await statusOf(LIMIT_WITHOUT_KEY + 1, { path, isChunked, hasKey: true })).toBe(200)
    },
  )
})
