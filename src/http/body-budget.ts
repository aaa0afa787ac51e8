import { Transform } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import { onceAnswered } from './client-gone.ts'
import { type Account, createLineCounter, type StreamedLines } from './held-lines.ts'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The most bytes of a body from a caller without a key; the route's `bodyLimit` if it is absent. */
    bodyLimitWithoutKey?: number
    /** Present if the route processes the lines of the body as they arrive, and drops each when it is finished. */
    streamedLines?: StreamedLines
  }
}

/** Bodies with a Content-Length up to this count at once: their pieces are not counted one by one. */
const SMALL_BYTES = 16_384
/** Callers without a key get at most this part of the budget, so that those with a key always have some. */
const PART_WITHOUT_KEY = 0.25

/**
 * Limits the bytes of all bodies in progress, which are kept in memory from their first byte until the answer is sent.
 * Answers 503 to more. Bytes count when they arrive, not as Content-Length says. Of bodies whose lines are processed as
 * they arrive (`streamedLines`), only the lines in progress count. Also applies a route's limit for callers without a
 * key (413). Install it after `installAuth`.
 * @param mostBytes the budget of the process.
 */
export function installBodyBudget(app: App, mostBytes: number): void {
  const held = { all: 0, withoutKey: 0 }

  /** Opens the account of one body, which is closed when its answer is sent. */
  const accountOf = (request: FastifyRequest, reply: FastifyReply): Account => {
    const hasKey = request.caller !== null
    let bytes = 0
    let isOpen = true
    onceAnswered(reply, () => {
      isOpen = false
      held.all -= bytes
      if (!hasKey) held.withoutKey -= bytes
    })
    const add = (more: number): void => {
      if (!isOpen) return
      bytes += more
      held.all += more
      if (!hasKey) held.withoutKey += more
    }
    return {
      hold(more) {
        if (!isOpen) return true
        if (held.all + more > mostBytes) return false
        if (!hasKey && held.withoutKey + more > mostBytes * PART_WITHOUT_KEY) return false
        add(more)
        return true
      },
      release: (less) => add(-less),
    }
  }

  app.addHook('preParsing', async (request, reply, payload) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    const { streamedLines, bodyLimitWithoutKey } = request.routeOptions.config
    const isEmpty = encoding === undefined && (length === undefined || length === '0')
    if (isEmpty) return payload
    const most = request.caller === null ? bodyLimitWithoutKey : undefined
    const announced = encoding === undefined ? Number(length) : null
    const account = accountOf(request, reply)
    const fits = streamedLines
      ? createLineCounter(streamedLines, account)
      : (chunk: Buffer) => account.hold(chunk.length)
    const refuse = (error: DomainError): DomainError => {
      // The rest of the body is not read, so the connection cannot be used again.
      reply.header('connection', 'close')
      return error
    }
    if (most !== undefined && announced !== null && announced > most) throw refuse(tooLarge(most))
    if (announced !== null && announced <= SMALL_BYTES) {
      if (!account.hold(announced)) throw refuse(tooMuchUnderWay())
      return payload
    }
    let arrived = 0
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        arrived += chunk.length
        if (most !== undefined && arrived > most) done(refuse(tooLarge(most)))
        else if (!fits(chunk)) done(refuse(tooMuchUnderWay()))
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
