import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './instance.ts'

/** The status of requests whose client left before the answer: for the log alone, because no one receives it. */
export const CLIENT_GONE_STATUS = 499

/** Whether the client has closed the connection before it had the whole answer. */
export const isClientGone = (reply: FastifyReply): boolean =>
  reply.raw.destroyed && !reply.raw.writableFinished

/** Returns a signal that aborts when the client closes the connection before it has the whole answer. */
export function clientGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  onceAnswered(reply, () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

/**
 * The functions to call when a response closes. On the response itself, since a WeakMap costs each garbage collection.
 */
const CALLED_ON_CLOSE = Symbol('called on close')

type Response = ServerResponse & { [CALLED_ON_CLOSE]?: (() => void)[] }

/** Calls a function when the answer has been sent, or when the connection has closed before that. */
export function onceAnswered(reply: FastifyReply, then: () => void): void {
  const raw: Response = reply.raw
  const called = raw[CALLED_ON_CLOSE]
  if (raw.closed) then()
  else if (called) called.push(then)
  else {
    raw[CALLED_ON_CLOSE] = [then]
    raw.once('close', callAll)
  }
}

function callAll(this: Response): void {
  for (const call of this[CALLED_ON_CLOSE] ?? []) call()
}

/** The functions that are called when a request has ended. */
type Ended = (request: FastifyRequest, reply: FastifyReply, status: number) => void

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Calls a function once for each request: when the answer has been sent, or with {@link CLIENT_GONE_STATUS} when
     * the client left in the middle of it. Fastify's own hook `onResponse` does not run for the latter.
     */
    onEveryEnd: (then: Ended) => void
  }
  interface FastifyRequest {
    hasEnded: boolean
  }
}

/** Adds `onEveryEnd` to the server. */
export function installEnds(app: App): void {
  const told: Ended[] = []
  const end: Ended = (request, reply, status) => {
    if (request.hasEnded) return
    request.hasEnded = true
    for (const then of told) then(request, reply, status)
  }
  app.decorate('onEveryEnd', (then) => void told.push(then))
  app.decorateRequest('hasEnded', false)
  app.addHook('onRequest', (request, reply, done) => {
    onceAnswered(reply, () => {
      if (!reply.raw.writableFinished) end(request, reply, CLIENT_GONE_STATUS)
    })
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    // Node calls an answer finished as well if its connection was closed before all of it was written.
    const isCut = request.raw.socket.destroyed === true
    end(request, reply, isCut ? CLIENT_GONE_STATUS : reply.statusCode)
    done()
  })
}
