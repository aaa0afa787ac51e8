import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { streamNdjson } from '../../src/http/ndjson.ts'
import { createServer } from '../../src/http/server.ts'

let app: App
let port: number

beforeAll(async () => {
  app = createServer({ timeouts: { request: 200, check: 50 } })
  await app.register(async (scoped) => {
    streamNdjson(scoped)
    for (const [path, config] of [
      ['/slow', { slowBody: true }],
      ['/quick', {}],
    ] as const) {
      scoped.post(path, { config }, async ({ body }) => {
        let bytes = 0
        for await (const chunk of body as AsyncIterable<Buffer>) bytes += chunk.length
        return { bytes }
      })
    }
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as { port: number }).port
})
afterAll(() => app.close())

/** Sends a body in two halves, the second long after the timeout of bodies. */
async function answerTo(path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk
  })
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\nContent-Length: 6\r\n\r\n{}\n`,
  )
  await new Promise((resolve) => setTimeout(resolve, 500))
  if (!socket.destroyed) socket.write('{}\n')
  await closed
  return answer
}

it('answers 408 if a body takes too long, except on routes with slowBody', async () => {
  const [slow, quick] = await Promise.all([answerTo('/slow'), answerTo('/quick')])
  expect(slow).toMatch(/^HTTP\/1\.1 200 [\s\S]*\{"bytes":6\}/)
  expect(quick).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request_timeout"/)
})
