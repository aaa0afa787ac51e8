import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  /** `http://127.0.0.1:port/hooks` */
  readonly url: string
  /** Host and port, as ONRECORD_FETCH_ALLOW takes them. */
  readonly host: string
  /** Every message that came, in order, whatever it was answered. */
  readonly received: readonly Received[]
  /** How messages are answered from now on; with 204 until then. */
  answer(how: (response: ServerResponse, received: Received) => void): void
}

/** A server that messages are sent to, for as long as a test runs. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let how = (response: ServerResponse): unknown => response.writeHead(204).end()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const message = { headers: request.headers, body: Buffer.concat(chunks).toString() }
    received.push(message)
    ;(how as (response: ServerResponse, received: Received) => void)(response, message)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    url: `http://${host}/hooks`,
    host,
    received,
    answer(next) {
      how = next as typeof how
    },
  }
}
