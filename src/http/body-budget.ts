import { Transform } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import { onceAnswered } from './client-gone.ts'
import { type Account, createLineCounter, type StreamedLines } from './held-lines.ts'
import type { App } from './instance.ts'
import { hasLines } from './ndjson.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The most bytes of a body from a caller without a key. Default: the `bodyLimit` of the route. */
    bodyLimitWithoutKey?: number
    /**
     * The limits for lines, if the route processes the lines of a body of NDJSON as they arrive and drops each when it
     * is finished.
     */
    streamedLines?: StreamedLines
  }
}

/** The largest Content-Length that counts at once. The pieces of such a body are not counted one by one. */
const SMALL_BYTES = 16_384
/** The share of the budget that callers without a key can use, so that callers with a key always have the rest. */
const PART_WITHOUT_KEY = 0.25

/**
 * Limits the bytes of all bodies in progress. They are in memory from their first byte until the answer is sent.
 * Answers 503 when the limit is reached. Bytes count when they arrive, whatever Content-Length says. Of bodies whose
 * lines are processed as they arrive (`streamedLines`), only the lines in progress count. Also applies a route's limit
 * for callers without a key (413). Install it after `installAuth`.
 * @param mostBytes the budget of the process.
 */
export function installBodyBudget(app: App, mostBytes: number): void {
  const held = { all: 0, withoutKey: 0 }

  /** Opens the account of one body. It is closed when the answer is sent. */
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

  app.addHook('preParsing', (request, reply, payload, done) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    const { streamedLines, bodyLimitWithoutKey } = request.routeOptions.config
    const isEmpty = encoding === undefined && (length === undefined || length === '0')
    if (isEmpty) return done(null, payload)
    const most = request.caller === null ? bodyLimitWithoutKey : undefined
    const announced = encoding === undefined ? Number(length) : null
    const account = accountOf(request, reply)
    const fits =
      streamedLines && hasLines(request)
        ? createLineCounter(streamedLines, account)
        : (chunk: Buffer) => account.hold(chunk.length)
    const refuse = (error: DomainError): DomainError => {
      // The rest of the body is not read, so the connection cannot be used for another request.
      reply.header('connection', 'close')
      return error
    }
    if (most !== undefined && announced !== null && announced > most) throw refuse(tooLarge(most))
    if (announced !== null && announced <= SMALL_BYTES) {
      if (!account.hold(announced)) throw refuse(tooMuchUnderWay())
      return done(null, payload)
    }
    let arrived = 0
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, pass) {
        arrived += chunk.length
        if (most !== undefined && arrived > most) pass(refuse(tooLarge(most)))
        else if (!fits(chunk)) pass(refuse(tooMuchUnderWay()))
        else pass(null, chunk)
      },
    })
    payload.on('error', (error) => counted.destroy(error))
    done(null, payload.pipe(counted))
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
    'The bodies of all requests in progress are larger than the service can hold. Send this request again in a few seconds.',
  )
