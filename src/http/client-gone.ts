import { finished } from 'node:stream'
import type { FastifyReply } from 'fastify'

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

/** Calls a function when the answer has been sent or can be sent no more. */
export function onceAnswered(reply: FastifyReply, then: () => void): void {
  finished(reply.raw, () => then())
}
