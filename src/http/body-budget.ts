import { Transform } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import { onceAnswered } from './client-gone.ts'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The most bytes of a body from a caller without a key; the route's `bodyLimit` if it is absent. */
    bodyLimitWithoutKey?: number
  }
}

/** Bodies with a Content-Length up to this count at once: their pieces are not counted one by one. */
const SMALL_BYTES = 16_384
/** Callers without a key get at most this part of the budget, so that those with a key always have some. */
const PART_WITHOUT_KEY = 0.25

/**
 * Limits the bytes of all bodies in progress, which are kept in memory from their first byte until the answer is sent.
 * Answers 503 to more. Bytes count when they arrive, not as Content-Length says. Bodies that are processed as they
 * arrive (`slowBody`) are not kept and do not count. Also applies a route's limit for callers without a key (413).
 * Install it after `installAuth`.
 * @param mostBytes the budget of the process.
 */
export function installBodyBudget(app: App, mostBytes: number): void {
  const held = { all: 0, withoutKey: 0 }

  /** Returns a function that counts bytes of one body until its answer is sent: false if they do not fit. */
  const accountOf = (request: FastifyRequest, reply: FastifyReply) => {
    const hasKey = request.caller !== null
    let bytes = 0
    let isOpen = true
    onceAnswered(reply, () => {
      isOpen = false
      held.all -= bytes
      if (!hasKey) held.withoutKey -= bytes
    })
    return (more: number): boolean => {
      if (!isOpen) return true
      if (held.all + more > mostBytes) return false
      if (!hasKey && held.withoutKey + more > mostBytes * PART_WITHOUT_KEY) return false
      bytes += more
      held.all += more
      if (!hasKey) held.withoutKey += more
      return true
    }
  }

  app.addHook('preParsing', async (request, reply, payload) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    const { slowBody, bodyLimitWithoutKey } = request.routeOptions.config
    const isEmpty = encoding === undefined && (length === undefined || length === '0')
    if (isEmpty || slowBody === true) return payload
    const most = request.caller === null ? bodyLimitWithoutKey : undefined
    const announced = encoding === undefined ? Number(length) : null
    const count = accountOf(request, reply)
    const refuse = (error: DomainError): DomainError => {
      // The rest of the body is not read, so the connection cannot be used again.
      reply.header('connection', 'close')
      return error
    }
    if (most !== undefined && announced !== null && announced > most) throw refuse(tooLarge(most))
    if (announced !== null && announced <= SMALL_BYTES) {
      if (!count(announced)) throw refuse(tooMuchUnderWay())
      return payload
    }
    let arrived = 0
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        arrived += chunk.length
        if (most !== undefined && arrived > most) done(refuse(tooLarge(most)))
        else if (!count(chunk.length)) done(refuse(tooMuchUnderWay()))
        else done(null, chunk)
      },
    })
    payload.on('error', (error) => counted.destroy(error))
    return payload.pipe(counted)
  })
}

const tooLarge = (most: number): DomainError =>
  new DomainError(
    'payload_too_large',
    `Without a key, a body of this endpoint has at most ${most} bytes. Send less at once, or send a key.`,
  )

const tooMuchUnderWay = (): DomainError =>
  new DomainError(
    'unavailable',
    'The bodies of all requests in progress are larger than the service keeps. Send this one again in a few seconds.',
  )
