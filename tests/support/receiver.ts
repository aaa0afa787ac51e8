import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  /** The URL: `http://127.0.0.1:port/hooks`. */
  readonly url: string
  /** Host and port, in the format of ONRECORD_FETCH_ALLOW. */
  readonly host: string
  /** All messages received, in order, whatever the response was. */
  readonly received: readonly Received[]
  /** Sets how to answer messages. Default: 204. */
  answer(how: (response: ServerResponse, received: Received) => void): void
}

/** Starts a receiver of webhooks for the running test. */
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
