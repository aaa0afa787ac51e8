import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface FaultyNetwork {
  /** The target URL with the address of the proxy. */
  readonly url: string
  /** Drops all data in both directions without closing connections. */
  swallow(): void
  /** Resets every connection. */
  cut(): void
  /** Forwards data again. */
  heal(): void
}

/** Starts a TCP proxy to `target` that can simulate network failures. */
export async function startProxy(target: string): Promise<FaultyNetwork> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isSwallowing = false
  const server = createServer((inner) => {
    const outer = connect(Number(port), hostname)
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk) => {
        if (!isSwallowing) to.write(chunk)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address() as { port: number }
  return {
    url: Object.assign(new URL(target), { port: String(address.port) }).href,
    swallow() {
      isSwallowing = true
    },
    cut() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    heal() {
      isSwallowing = false
    },
  }
}
