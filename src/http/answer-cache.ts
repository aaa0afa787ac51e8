import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** All that the answer to a read depends on; null if the answer is not cached. */
    answerKey: string | null
  }
}

/** A response, as its handler sent it. */
interface Answer {
  /** The entity tag, with the version of a single resource. */
  readonly tag: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The headers that handlers set on reads. Hooks set all others, also on answers of the cache. */
const KEPT_HEADERS = ['content-type', 'link', 'repr-digest'] as const
/** The share of the cache that one answer may take. */
const LARGEST_SHARE = 1 / 16

/** Answers by key, up to a number of bytes. The answer that was not used for the longest time is dropped first. */
class Answers {
  readonly #bytesMax: number
  readonly #answers = new Map<string, Answer>()
  #bytes = 0
  #version = -1n

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  /** Drops all answers if the data has a later version. Returns false if the data has an earlier version. */
  #isCurrent(version: string): boolean {
    const asked = BigInt(version)
    if (asked > this.#version) {
      this.#answers.clear()
      this.#bytes = 0
      this.#version = asked
    }
    return asked === this.#version
  }

  get(version: string, key: string): Answer | undefined {
    const answer = this.#isCurrent(version) ? this.#answers.get(key) : undefined
    if (answer !== undefined) {
      this.#answers.delete(key)
      this.#answers.set(key, answer)
    }
    return answer
  }

  set(version: string, key: string, answer: Answer): void {
    const bytes = answer.body.byteLength
    if (bytes > this.#bytesMax * LARGEST_SHARE || !this.#isCurrent(version) || this.#answers.has(key)) return
    this.#answers.set(key, answer)
    this.#bytes += bytes
    for (const [oldest, { body }] of this.#answers) {
      if (this.#bytes <= this.#bytesMax) return
      this.#answers.delete(oldest)
      this.#bytes -= body.byteLength
    }
  }
}

/**
 * Caches the answers of reads that depend on the data alone, until the next write of any process. A read has its version
 * before, so an answer of the cache is the answer that 304 would confirm. Install it after everything that can refuse a
 * read, and before compression.
 * @param bytesMax the most bytes of all bodies.
 */
export const installAnswerCache = (app: App, bytesMax: number): void => {
  const answers = new Answers(bytesMax)
  app.decorateRequest('answerKey', null)

  app.addHook('onRequest', (request, reply, done) => {
    const { method, dataVersion, routeOptions } = request
    if (method !== 'GET' || dataVersion === null || routeOptions.config.session !== undefined) return done()
    const key = keyOf(app, request)
    const answer = answers.get(dataVersion, key)
    if (answer === undefined) {
      request.answerKey = key
      return done()
    }
    request.entityTag = answer.tag
    reply.headers(answer.headers).send(answer.body)
  })

  app.addHook('onSend', (request, reply, payload, done) => {
    const { answerKey, dataVersion, entityTag: tag } = request
    if (answerKey !== null && dataVersion !== null && typeof payload === 'string' && isCacheable(reply))
      answers.set(dataVersion, answerKey, { tag, headers: keptHeaders(reply), body: Buffer.from(payload) })
    done(null, payload)
  })
}

const isCacheable = (reply: FastifyReply): boolean =>
  reply.statusCode === 200 && !String(reply.getHeader('cache-control')).includes('no-store')

/**
 * Returns all that an answer depends on. The entity tag stands for the version of the data, the media type and the day.
 * Links in the answer have the origin, and the parameters in their order.
 */
const keyOf = (app: App, request: FastifyRequest): string =>
  [request.entityTag, request.caller?.holder, app.originOf(request), request.originalUrl].join('\0')

const keptHeaders = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name)
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
