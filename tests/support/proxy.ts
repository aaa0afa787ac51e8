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
  /** Forwards data of the target only after this time, in milliseconds. */
  delay(ms: number): void
  /** Resets the connection on which the target sends the byte after this many, counted from now over all connections. */
  cutAfter(bytes: number): void
  /** Resets the next connection on which the target reports a commit, and withholds this report. */
  cutAtCommit(): void
  /** Forwards data again, at once and whole. */
  heal(): void
}

/** Starts a TCP proxy to `target` that can simulate network failures. */
export async function startProxy(target: string): Promise<FaultyNetwork> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isSwallowing = false
  let delayMs = 0
  let bytesLeft = Number.POSITIVE_INFINITY
  let cutsAtCommit = false

  /** Forwards data of the target to the caller. */
  const answer = (inner: Socket, chunk: Buffer): void => {
    if (isSwallowing) return
    if (cutsAtCommit && chunk.includes('COMMIT\0')) {
      cutsAtCommit = false
      inner.resetAndDestroy()
      return
    }
    const part = chunk.subarray(0, Math.min(chunk.length, bytesLeft))
    bytesLeft -= part.length
    const isCut = part.length < chunk.length
    if (delayMs > 0) setTimeout(() => inner.write(part), delayMs)
    else if (isCut) inner.write(part, () => inner.resetAndDestroy())
    else inner.write(part)
    if (isCut) bytesLeft = Number.POSITIVE_INFINITY
  }

  const server = createServer((inner) => {
    const outer = connect(Number(port), hostname)
    inner.on('data', (chunk) => {
      if (!isSwallowing) outer.write(chunk)
    })
    outer.on('data', (chunk) => answer(inner, chunk))
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from)
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
    delay(ms) {
      delayMs = ms
    },
    cutAfter(bytes) {
      bytesLeft = bytes
    },
    cutAtCommit() {
      cutsAtCommit = true
    },
    heal() {
      isSwallowing = false
      delayMs = 0
      bytesLeft = Number.POSITIVE_INFINITY
      cutsAtCommit = false
    },
  }
}
