import type { Server } from 'node:http'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { DomainError } from '../core/errors.ts'
import { installBodyTimeout } from './body-timeout.ts'
import { installBrowserRoutes } from './browsers.ts'
import { queryOf } from './canonical-url.ts'
import { installEnds } from './client-gone.ts'
import { installContentCoding } from './content-coding.ts'
import { CORS_HEADERS } from './cors.ts'
import { installDraining } from './draining.ts'
import { readFormatSuffix } from './format-suffix.ts'
import type { App } from './instance.ts'
import { installBodyDemand, installJsonDepth } from './json-body.ts'
import { type ProblemOptions, sendProblem } from './problems.ts'
import { createRawErrors } from './raw-errors.ts'
import { requestIdOf, traceOf } from './request-identity.ts'
import { installRouting } from './routing.ts'
import { SECURITY_HEADERS } from './security.ts'
import { serializerCompiler } from './serialization.ts'
import { validatorCompiler } from './validation.ts'

/** The longest segment of a path, in characters. Every UUID, slug and date interval is shorter. */
const LONGEST_PARAMETER = 200
const MEBIBYTE = 1024 * 1024

/** The timeouts of the server, in milliseconds. */
interface ServerTimeouts {
  /** The time for the headers of a request. */
  readonly headers: number
  /** The time for the body of a request, unless it is NDJSON and its route has `slowBody`. */
  readonly request: number
  /** The time for a connection without activity during a request or response. */
  readonly idle: number
  /**
   * The time for the next request on an idle connection. It must be longer than the proxy's timeout. Otherwise the
   * proxy can send a request to a closed socket.
   */
  readonly keepAlive: number
  /** The interval between checks for expired connections. */
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
  /** Receives the log lines. Without it, the server does not log. */
  readonly logger?: FastifyBaseLogger | undefined
  /** The addresses or ranges of trusted proxies. Their `X-Forwarded-For` headers apply. */
  readonly trustProxy?: readonly string[] | undefined
  /** The most bytes of a body, unless a route overrides it. */
  readonly bodyLimit?: number | undefined
  readonly timeouts?: Partial<ServerTimeouts> | undefined
  /** Returns true for the paths that take a format as their suffix ({@link readFormatSuffix}). */
  readonly takesFormatSuffix?: ((path: string) => boolean) | undefined
}

const COMMON_HEADERS = { ...SECURITY_HEADERS, ...CORS_HEADERS, vary: 'accept, accept-encoding' }

/** Sets the headers of every response, whether it succeeds or fails. */
const setCommonHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.headers(COMMON_HEADERS)
  reply.header('x-request-id', request.id)
  const trace = traceOf(request.raw)
  if (trace !== null) reply.header('traceparent', trace.traceparent)
}

/** Counts the lines of a header. In `rawHeaders`, each name stands before its value. */
function countHeader({ raw: { rawHeaders } }: FastifyRequest, name: string): number {
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const given = rawHeaders[index]!
    if (given.length === name.length && given.toLowerCase() === name) count++
  }
  return count
}

/** Checks every request before its route. @throws DomainError `malformed_request`. */
const refuseMalformed = (request: FastifyRequest): void => {
  if (request.raw.httpVersion === '1.1' && request.headers.host === undefined) {
    throw new DomainError('malformed_request', 'The header Host is missing. HTTP/1.1 requires it.')
  }
  // With two Host headers, a proxy and this server could choose different hosts (RFC 9112, 3.2).
  if (countHeader(request, 'host') > 1)
    throw new DomainError('malformed_request', 'The request has several Host headers. Send one.')
  try {
    decodeURIComponent(queryOf(request.url))
  } catch (error) {
    throw new DomainError(
      'malformed_request',
      'The query contains a percent-escape that is not valid UTF-8. Encode the query as UTF-8.',
      [],
      error,
    )
  }
}

/** The longest path in the log, in characters. Callers can send very long paths. */
const LOGGED_PATH_MAX = 200

/**
 * Logs one line per request. The line has no query, headers or address, because those can contain secrets and personal
 * data.
 */
const logRequest = (request: FastifyRequest, reply: FastifyReply, status: number): void => {
  const line = {
    method: request.method,
    path: request.url.split('?', 1)[0]!.slice(0, LOGGED_PATH_MAX),
    route: request.routeOptions.url ?? null,
    status,
    duration_ms: Math.round(reply.elapsedTime * 10) / 10,
    code: request.failure,
  }
  if (status >= 500) request.log.error(line, 'request')
  else request.log.info(line, 'request')
}

/** The longest start of a plugin. On a busy machine, the routes alone can take longer than Fastify's 10 seconds. */
const PLUGIN_TIMEOUT_MS = 60_000

/**
 * Creates a server that answers every failure with problem+json, rejects unknown parameters, and gives every request an
 * id. The caller adds routes and the plugins of this folder, and then calls `listen`.
 */
export const createServer = (options: ServerOptions = {}): App => {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
  const logger = options.logger
  const raw = createRawErrors(options.publicUrl, (code, cause) => {
    logger?.info({ code, cause }, 'refused bytes that are not a valid request')
  })
  const app = Fastify({
    ...(logger && { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    childLoggerFactory: (parent, bindings, childOptions, request) => {
      const trace = traceOf(request)
      return parent.child(trace === null ? bindings : { ...bindings, trace_id: trace.traceId }, childOptions)
    },
    genReqId: requestIdOf,
    ...(options.takesFormatSuffix && { rewriteUrl: readFormatSuffix(options.takesFormatSuffix) }),
    trustProxy: options.trustProxy?.length ? [...options.trustProxy] : false,
    bodyLimit: options.bodyLimit ?? MEBIBYTE,
    pluginTimeout: PLUGIN_TIMEOUT_MS,
    connectionTimeout: timeouts.idle,
    // installBodyTimeout limits bodies instead, because it can exempt routes.
    requestTimeout: 0,
    keepAliveTimeout: timeouts.keepAlive,
    // During shutdown, the server still answers a request on an open connection. Then it closes the connection.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_PARAMETER },
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.check,
      // refuseMalformed answers instead, with a problem as body.
      requireHostHeader: false,
    },
    clientErrorHandler: raw.onClientError,
    frameworkErrors: (error, request, reply) => {
      setCommonHeaders(request, reply)
      sendProblem(error, request, reply, options)
    },
  }).withTypeProvider<ZodTypeProvider>()

  raw.attach(app.server as Server)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('failure', null)
  app.addHook('onRequest', (request, reply, done) => {
    setCommonHeaders(request, reply)
    refuseMalformed(request)
    done()
  })
  installBodyTimeout(app, timeouts.request)
  installContentCoding(app)
  installBodyDemand(app)
  installJsonDepth(app)
  installEnds(app)
  app.onEveryEnd(logRequest)
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options))
  installDraining(app)
  installBrowserRoutes(app)
  installRouting(app)
  return app
}
