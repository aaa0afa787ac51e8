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

/** What is to be called when a response closes: each response has one listener, however many ask. */
const calledOnClose = new WeakMap<ServerResponse, (() => void)[]>()

/** Calls a function when the answer has been sent or can be sent no more. */
export function onceAnswered({ raw }: FastifyReply, then: () => void): void {
  const called = calledOnClose.get(raw)
  if (raw.closed) then()
  else if (called) called.push(then)
  else {
    const first = [then]
    calledOnClose.set(raw, first)
    raw.once('close', () => {
      for (const call of first) call()
    })
  }
}

/**
 * Calls a function once for each request: when the answer has been sent, or with {@link CLIENT_GONE_STATUS} when the
 * client left in the middle of it. Fastify's own hook `onResponse` does not run for the latter.
 */
export function onEveryEnd(
  app: App,
  then: (request: FastifyRequest, reply: FastifyReply, status: number) => void,
): void {
  const ended = new WeakSet<FastifyRequest>()
  const end = (request: FastifyRequest, reply: FastifyReply, status: number): void => {
    if (ended.has(request)) return
    ended.add(request)
    then(request, reply, status)
  }
  app.addHook('onRequest', (request, reply, done) => {
    onceAnswered(reply, () => {
      if (!reply.raw.writableFinished) end(request, reply, CLIENT_GONE_STATUS)
    })
    done()
  })
  app.addHook('onResponse', async (request, reply) => {
    // Node calls an answer finished as well if its connection was closed before all of it was written.
    const isCut = request.raw.socket.destroyed === true
    end(request, reply, isCut ? CLIENT_GONE_STATUS : reply.statusCode)
  })
}
