import type { Server } from 'node:http'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { DomainError } from '../core/errors.ts'
import { installBodyTime } from './body-time.ts'
import { queryOf } from './canonical-url.ts'
import { onEveryEnd } from './client-gone.ts'
import { installContentCoding } from './content-coding.ts'
import { CORS_HEADERS } from './cors.ts'
import { installDraining } from './draining.ts'
import type { App } from './instance.ts'
import { installJsonDepth } from './json-body.ts'
import { type ProblemOptions, sendProblem } from './problems.ts'
import { createRawErrors } from './raw-errors.ts'
import { requestIdOf, traceOf } from './request-identity.ts'
import { installRouting } from './routing.ts'
import { SECURITY_HEADERS } from './security.ts'
import { serializerCompiler } from './serialization.ts'
import { validatorCompiler } from './validation.ts'

/** Longer than a UUID, a slug or a date interval; longer path parts name nothing here. */
const LONGEST_PARAMETER = 200
const MEBIBYTE = 1024 * 1024

/** How long the server waits, all in milliseconds. */
export interface ServerTimeouts {
  /** For a request's headers. */
  readonly headers: number
  /** For the body of a request, unless its route lets it take its time. */
  readonly request: number
  /** For anything to happen on a connection that is being answered. */
  readonly idle: number
  /** For the next request on a kept connection. More than a proxy in front waits, or the proxy meets closed doors. */
  readonly keepAlive: number
  /** Between looks at who has run out of time. */
  readonly check: number
}

const DEFAULT_TIMEOUTS: ServerTimeouts = {
  headers: 10_000,
  request: 30_000,
  idle: 60_000,
  keepAlive: 72_000,
  check: 5_000,
}

export interface ServerOptions extends ProblemOptions {
  /** Where log lines go; none are written without it. */
  readonly logger?: FastifyBaseLogger | undefined
  /** Addresses or ranges of the proxies in front, whose `X-Forwarded-For` is believed. */
  readonly trustProxy?: readonly string[] | undefined
  /** Most bytes of a body, unless a route says otherwise. */
  readonly bodyLimit?: number | undefined
  readonly timeouts?: Partial<ServerTimeouts> | undefined
}

/** Headers of every answer, whatever becomes of it. */
const beginReply = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.headers({
    ...SECURITY_HEADERS,
    ...CORS_HEADERS,
    vary: 'accept, accept-encoding',
    'x-request-id': request.id,
  })
  const trace = traceOf(request.raw)
  if (trace !== null) reply.header('traceparent', trace.traceparent)
}

/** How many lines of a header a request has: names stand before values in `rawHeaders`. */
const countHeader = ({ raw }: FastifyRequest, name: string): number =>
  raw.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length

/** What every request must satisfy before any route is asked. */
const refuseUnreadable = (request: FastifyRequest): void => {
  if (request.raw.httpVersion === '1.1' && request.headers.host === undefined) {
    throw new DomainError('malformed_request', 'An HTTP/1.1 request needs a Host header.')
  }
  // Two programs that each believe another one of them could be led to different hosts (RFC 9112, 3.2).
  if (countHeader(request, 'host') > 1)
    throw new DomainError('malformed_request', 'The request has several Host headers. Send one.')
  try {
    decodeURIComponent(queryOf(request.url))
  } catch (error) {
    throw new DomainError(
      'malformed_request',
      'The query holds a percent-escape that is not UTF-8.',
      [],
      error,
    )
  }
}

/** One line per request: no URL, no headers, no address, because those can hold secrets and people. */
const logRequest = (request: FastifyRequest, reply: FastifyReply, status: number): void => {
  const line = {
    method: request.method,
    route: request.routeOptions.url ?? null,
    status,
    duration_ms: Math.round(reply.elapsedTime * 10) / 10,
    code: request.failure,
  }
  if (status >= 500) request.log.error(line, 'request')
  else request.log.info(line, 'request')
}

/**
 * A server that answers every failure with problem+json, refuses what it does not know, and names every request.
 * Routes and the other parts of this folder are added to it; nothing listens yet.
 */
export const createServer = (options: ServerOptions = {}): App => {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
  const logger = options.logger
  const raw = createRawErrors(options.publicUrl, (code, cause) => {
    logger?.info({ code, cause }, 'request refused before it was one')
  })
  const app = Fastify({
    ...(logger && { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    childLoggerFactory: (parent, bindings, childOptions, request) => {
      const trace = traceOf(request)
      return parent.child(trace === null ? bindings : { ...bindings, trace_id: trace.traceId }, childOptions)
    },
    genReqId: requestIdOf,
    trustProxy: options.trustProxy?.length ? [...options.trustProxy] : false,
    bodyLimit: options.bodyLimit ?? MEBIBYTE,
    connectionTimeout: timeouts.idle,
    // installBodyTime limits bodies, but for the routes that are meant to take long.
    requestTimeout: 0,
    keepAliveTimeout: timeouts.keepAlive,
    // A request that arrives on an open connection during shutdown is served, then the connection closes.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_PARAMETER },
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.check,
      // Answered by refuseUnreadable, with a body.
      requireHostHeader: false,
    },
    clientErrorHandler: raw.onClientError,
    frameworkErrors: (error, request, reply) => {
      beginReply(request, reply)
      sendProblem(error, request, reply, options)
    },
  }).withTypeProvider<ZodTypeProvider>()

  raw.attach(app.server as Server)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('failure', null)
  app.addHook('onRequest', async (request, reply) => {
    beginReply(request, reply)
    refuseUnreadable(request)
  })
  installBodyTime(app, timeouts.request)
  installContentCoding(app)
  installJsonDepth(app)
  onEveryEnd(app, logRequest)
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options))
  installDraining(app)
  installRouting(app)
  return app
}
