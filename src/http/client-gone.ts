import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './instance.ts'

/** The status in the log for requests whose client left before the answer. No client receives it. */
export const CLIENT_GONE_STATUS = 499

/** Returns whether the client closed the connection before it had the whole answer. */
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
 * The functions to call when a response closes. They are stored on the response, because a WeakMap makes every garbage
 * collection slower.
 */
const CALLED_ON_CLOSE = Symbol('called on close')

type Response = ServerResponse & { [CALLED_ON_CLOSE]?: (() => void)[] }

/** Calls a function when the answer has been sent, or when the connection has closed before. */
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
     * Calls a function once for each request. If the client left before the whole answer was sent, the status is {@link
     * CLIENT_GONE_STATUS}. Fastify's hook `onResponse` does not run in that case.
     */
    onEveryEnd: (then: Ended) => void
  }
  interface FastifyRequest {
    hasEnded: boolean
  }
}

/** Adds `onEveryEnd` to the server. */
export function installEnds(app: App): void {
  const listeners: Ended[] = []
  const end: Ended = (request, reply, status) => {
    if (request.hasEnded) return
    request.hasEnded = true
    for (const then of listeners) then(request, reply, status)
  }
  app.decorate('onEveryEnd', (then) => void listeners.push(then))
  app.decorateRequest('hasEnded', false)
  app.addHook('onRequest', (request, reply, done) => {
    onceAnswered(reply, () => {
      if (!reply.raw.writableFinished) end(request, reply, CLIENT_GONE_STATUS)
    })
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    // Node also reports an answer as finished if the connection closed before the whole answer was written.
    const isCut = request.raw.socket.destroyed === true
    end(request, reply, isCut ? CLIENT_GONE_STATUS : reply.statusCode)
    done()
  })
}
