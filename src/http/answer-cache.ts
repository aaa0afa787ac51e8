import { pipeline, type Readable, Transform } from 'node:stream'
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { App } from './instance.ts'
import { type KeptAnswer, KeptAnswers } from './kept-answers.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** All that the answer to a read depends on; null if the answer is not cached. */
    answerKey: string | null
  }
}

/** The headers that each answer has of its own. */
const OWN_HEADERS = ['x-request-id', 'traceparent', 'ratelimit-policy', 'ratelimit', 'connection'] as const
const IS_OWN: ReadonlySet<string> = new Set(OWN_HEADERS)

/**
 * Caches the answers of reads that depend on the data alone, as they are sent, until the next write of any process. A
 * read has its version before, so an answer of the cache is the answer that 304 would confirm. Install it after
 * everything that can refuse a read, and after compression.
 * @param bytesMax the most bytes of all answers.
 */
export const installAnswerCache = (app: App, bytesMax: number): void => {
  const answers = new KeptAnswers(bytesMax)
  app.decorateRequest('answerKey', null)

  app.addHook('onRequest', (request, reply, done) => {
    const { method, dataVersion, routeOptions } = request
    if (method !== 'GET' || dataVersion === null || routeOptions.config.session !== undefined) return done()
    // A handler must have found the resource before a condition on any version can be answered.
    if (request.headers['if-none-match'] === '*') return done()
    const key = keyOf(app, request)
    const answer = answers.get(dataVersion, key)
    if (answer !== undefined) return send(app, reply, answer)
    request.answerKey = key
    done()
  })

  app.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || !isCacheable(reply)) request.answerKey = null
    done(null, payload)
  })

  // Compression is a hook of each route, which runs after those of the server.
  app.addHook('onRoute', (route) => {
    route.onSend = [...([route.onSend ?? []].flat() as OnSend[]), keep]
  })

  const keep: OnSend = (request, reply, payload, done) => {
    const { answerKey: key, dataVersion: version } = request
    if (key === null || version === null) return done(null, payload)
    const set = (body: Buffer): void => answers.set(version, key, keptOf(reply, body))
    if (!isStream(payload)) set(Buffer.from(payload as string | Buffer))
    done(null, isStream(payload) ? collected(payload, answers.largest, set) : payload)
  }
}

/** Compression makes streams of a library, which are not those of Node. */
const isStream = (payload: unknown): payload is Readable =>
  typeof (payload as Partial<Readable> | null)?.pipe === 'function'

type OnSend = Extract<NonNullable<RouteOptions['onSend']>, (...parameters: never) => void>

const isCacheable = (reply: FastifyReply): boolean =>
  reply.statusCode === 200 &&
  !reply.hasHeader('set-cookie') &&
  !String(reply.getHeader('cache-control')).includes('no-store')

/**
 * Returns all that an answer depends on. The entity tag stands for the version of the data, the media type and the day.
 * Links in the answer have the origin, and the parameters in their order.
 */
const keyOf = (app: App, request: FastifyRequest): string =>
  `${request.entityTag}\0${request.caller?.holder}\0${app.originOf(request)}\0${request.originalUrl}\0${request.headers['accept-encoding'] ?? ''}`

/**
 * Sends an answer of the cache without the hooks that prepare an answer, because it has been prepared. The hooks after
 * the answer run, so it is logged and measured.
 */
function send(app: App, reply: FastifyReply, { headers, body }: KeptAnswer): void {
  const all = headers.slice()
  if (app.isDraining()) reply.header('connection', 'close')
  for (const name of OWN_HEADERS) {
    const value = reply.getHeader(name)
    if (value !== undefined) all.push(name, String(value))
  }
  reply.hijack()
  reply.raw.writeHead(200, all).end(body, 'latin1')
}

/** Returns an answer as the cache keeps it. Node writes one string of head and body with a single call to the system. */
function keptOf(reply: FastifyReply, body: Buffer): KeptAnswer {
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    IS_OWN.has(name) || name === 'content-length' || name === 'transfer-encoding'
      ? []
      : [name, String(value)],
  )
  return { headers: [...headers, 'content-length', String(body.length)], body: body.toString('latin1') }
}

/** Returns a stream of the same bytes. At its end, a function gets all bytes, unless they are more than `most`. */
function collected(stream: Readable, most: number, then: (all: Buffer) => void): Readable {
  let chunks: Buffer[] = []
  let bytes = 0
  const collecting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes <= most) chunks.push(chunk)
      else chunks = []
      done(null, chunk)
    },
    flush(done) {
      if (bytes <= most) then(Buffer.concat(chunks))
      done()
    },
  })
  // Fastify reports the error of the returned stream.
  return pipeline(stream, collecting, () => undefined)
}
