import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError, ERROR_CODES, type ErrorCode } from '../core/errors.ts'
import { pathOf } from './canonical-url.ts'
import { CLIENT_GONE_STATUS, isClientGone } from './client-gone.ts'
import { PROBLEMS } from './problem-table.ts'

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'
/** Where the page about the codes is served; a problem's `type` leads to one heading of it. */
export const ERRORS_PATH = '/docs/errors'

const fault = z.object({
  pointer: z.string().optional().meta({ description: 'JSON pointer (RFC 6901) into the body.' }),
  parameter: z.string().optional().meta({ description: 'Name of the query or path parameter.' }),
  code: z.string(),
  message: z.string(),
})

/** The shape of every failure (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'URL of the page that explains the code.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What went wrong this time, and what to do about it.' }),
    instance: z.string().meta({ description: 'Path of the request.' }),
    code: z.enum(ERROR_CODES).meta({ description: 'Stable: branch on this.' }),
    errors: z.array(fault).meta({ description: 'Each thing wrong with the request; often empty.' }),
    request_id: z.string().meta({ description: 'The same as X-Request-Id; names this request in the log.' }),
    tombstone: z
      .object({ at: z.iso.datetime(), by: z.string(), reason: z.string().nullable() })
      .optional()
      .meta({ description: 'With 410: when, by whom and why it was withdrawn.' }),
  })
  .meta({ id: 'Problem', description: 'A failure, after RFC 9457.' })
export type Problem = z.output<typeof problemSchema>

/** How failures are told. */
export interface ProblemOptions {
  /** Origin of the service, without a trailing slash: makes each `type` an absolute URL. */
  readonly publicUrl?: string | undefined
  /** Turns what a driver throws into a {@link DomainError}; anything else comes back unchanged. */
  readonly translate?: ((error: unknown) => unknown) | undefined
  /** What `Retry-After` says on 503 and 504, in seconds. */
  readonly retryAfterSeconds?: number | undefined
}

const DEFAULT_RETRY_SECONDS = 5
const RETRIED: ReadonlySet<number> = new Set([503, 504])

const FRAMEWORK_CODES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  FST_ERR_BAD_URL: ['malformed_request', 'The path holds a percent-escape that is not UTF-8.'],
  FST_ERR_MAX_PARAM_LENGTH: ['uri_too_long', 'A part of the path is longer than any identifier here.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'This endpoint reads application/json.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['payload_too_large', 'The body is larger than this endpoint takes.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    'malformed_request',
    'The Content-Type announces JSON, but the body is empty.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed_request', 'The body is not JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed_request',
    'The body is not as long as Content-Length says.',
  ],
}

const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  413: 'payload_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  417: 'expectation_failed',
  429: 'rate_limited',
  431: 'headers_too_large',
  503: 'unavailable',
}

/** Any error as one of ours. What is not known to be the caller's doing is an internal error, and tells nothing. */
export const toDomainError = (error: unknown, translate?: ProblemOptions['translate']): DomainError => {
  const translated = translate === undefined ? error : translate(error)
  if (translated instanceof DomainError) return translated
  const { code, statusCode } = (translated ?? {}) as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? FRAMEWORK_CODES[code] : undefined
  if (known !== undefined) return new DomainError(known[0], known[1], [], error)
  const status = typeof statusCode === 'number' ? statusCode : 500
  const byStatus =
    STATUS_CODES[status] ?? (status >= 400 && status < 500 ? 'malformed_request' : 'internal_error')
  return new DomainError(byStatus, PROBLEMS[byStatus].happened, [], error)
}

/** A path that is a URI reference whatever was sent: what RFC 3986 does not allow is escaped. */
const toUriPath = (target: string): string =>
  pathOf(target)
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~!$&'()*+,;=:@/%]/g, (unit) =>
      unit >= '\ud800' && unit <= '\udfff' ? '%EF%BF%BD' : encodeURIComponent(unit),
    )

/** The body that tells an error. @param target the request target, of which the path is shown. */
export const problemOf = (error: DomainError, target: string, requestId: string, publicUrl = ''): Problem => {
  const { status, title, happened } = PROBLEMS[error.code]
  return {
    type: `${publicUrl}${ERRORS_PATH}#${error.code}`,
    title,
    status,
    detail: status === 500 ? happened : error.message,
    instance: toUriPath(target),
    code: error.code,
    errors: status === 500 ? [] : error.faults.map((one) => ({ ...one })),
    request_id: requestId,
    ...(error.tombstone && { tombstone: { ...error.tombstone } }),
  }
}

/** Answer a request with an error, and log the cause of those that are ours. If the client has gone, nothing failed. */
export const sendProblem = (
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ProblemOptions,
): FastifyReply => {
  if (isClientGone(reply)) return reply.code(CLIENT_GONE_STATUS).send()
  const error = toDomainError(thrown, options.translate)
  const problem = problemOf(error, request.url, request.id, options.publicUrl)
  if (problem.status >= 500)
    request.log.error({ err: error.cause ?? thrown, code: error.code }, 'request failed')
  if (RETRIED.has(problem.status) && !reply.hasHeader('retry-after')) {
    reply.header('retry-after', String(options.retryAfterSeconds ?? DEFAULT_RETRY_SECONDS))
  }
  reply.removeHeader('etag').removeHeader('link').header('cache-control', 'no-store')
  request.failure = error.code
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).serializer(JSON.stringify).send(problem)
}
