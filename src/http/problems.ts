import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError, ERROR_CODES, type ErrorCode } from '../core/errors.ts'
import { pathOf } from './canonical-url.ts'
import { CLIENT_GONE_STATUS, isClientGone } from './client-gone.ts'
import { PROBLEMS } from './problem-table.ts'

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'
/** The path of the page about error codes. The `type` of each problem links to a heading of this page. */
export const ERRORS_PATH = '/docs/errors'

const fault = z.object({
  pointer: z.string().optional().meta({ description: 'A JSON pointer (RFC 6901) into the body.' }),
  parameter: z
    .string()
    .optional()
    .meta({ description: 'The name of the query parameter, path parameter or header.' }),
  code: z.string(),
  message: z.string(),
})

/** The schema of every failure (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'The URL of the page that explains the code.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What went wrong in this request, and what to do.' }),
    instance: z.string().meta({ description: 'The path of the request.' }),
    code: z.enum(ERROR_CODES).meta({ description: 'A stable code for programs.' }),
    errors: z.array(fault).meta({ description: 'Every mistake in the request; often empty.' }),
    request_id: z
      .string()
      .meta({ description: 'Identifies the request in the log; equal to the header X-Request-Id.' }),
    tombstone: z
      .object({ at: z.iso.datetime(), by: z.string(), reason: z.string().nullable() })
      .optional()
      .meta({ description: 'Only with 410: when, by whom and why the resource was withdrawn.' }),
  })
  .meta({ id: 'Problem', description: 'A failure, as defined by RFC 9457.' })
export type Problem = z.output<typeof problemSchema>

/** The options for writing problems. */
export interface ProblemOptions {
  /** The origin of the service without a trailing slash. With it, each `type` is an absolute URL. */
  readonly publicUrl?: string | undefined
  /** Converts the error of a driver to a {@link DomainError}. Returns other errors unchanged. */
  readonly translate?: ((error: unknown) => unknown) | undefined
  /** The default `Retry-After`, in seconds. Default: 5. */
  readonly retryAfterSeconds?: number | undefined
  /**
   * Sends a failure as a page, if the request is that of a browser for a page. Returns false if it sends nothing. The
   * status and the headers of the reply are set.
   */
  readonly sendPage?:
    | ((problem: Problem, request: FastifyRequest, reply: FastifyReply) => boolean)
    | undefined
}

const DEFAULT_RETRY_SECONDS = 5

/** The statuses whose responses have a `Retry-After` header. */
export const RETRY_STATUSES: ReadonlySet<number> = new Set([429, 503, 504])

const FRAMEWORK_CODES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  FST_ERR_BAD_URL: [
    'malformed_request',
    'The path contains a percent-escape that is not valid UTF-8. Encode the path as UTF-8.',
  ],
  FST_ERR_MAX_PARAM_LENGTH: [
    'uri_too_long',
    'A segment of the path is longer than any identifier. Check the id or slug.',
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupported_media_type',
    'This endpoint needs a body of the media type application/json.',
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'payload_too_large',
    'The body is larger than this endpoint accepts. Send less in one request.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    'malformed_request',
    'The body is empty, but the Content-Type is JSON. Send a JSON value.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed_request', 'The body is not valid JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed_request',
    'The length of the body differs from Content-Length. Send the true length.',
  ],
}

type Status = (typeof PROBLEMS)[ErrorCode]['status']
type CodesOf<S extends Status> = {
  [Code in ErrorCode]: (typeof PROBLEMS)[Code]['status'] extends S ? Code : never
}[ErrorCode]

/** The error code for a status that Fastify or a plugin sets. The types check that the code has this status. */
const STATUS_CODES: { readonly [S in Status]?: CodesOf<S> } = {
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

/** Converts any error to a DomainError. An error that the caller did not cause becomes `internal_error`, without details. */
export const toDomainError = (error: unknown, translate?: ProblemOptions['translate']): DomainError => {
  const translated = translate === undefined ? error : translate(error)
  if (translated instanceof DomainError) return translated
  const { code, statusCode } = (translated ?? {}) as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? FRAMEWORK_CODES[code] : undefined
  if (known !== undefined) return new DomainError(known[0], known[1], [], error)
  const status = typeof statusCode === 'number' ? statusCode : 500
  const byStatus =
    STATUS_CODES[status as Status] ?? (status >= 400 && status < 500 ? 'malformed_request' : 'internal_error')
  return new DomainError(byStatus, PROBLEMS[byStatus].happened, [], error)
}

/** Escapes all characters of a path that RFC 3986 does not allow, so that `instance` is a valid URI reference. */
const toUriPath = (target: string): string =>
  pathOf(target)
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~!$&'()*+,;=:@/%]/g, (unit) =>
      unit >= '\ud800' && unit <= '\udfff' ? '%EF%BF%BD' : encodeURIComponent(unit),
    )

/** Builds the body of an error. @param target the request target; the body shows only its path. */
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

/** Answers a request with an error. Logs the cause if the status is 500 or above, unless the client has left. */
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
  if (RETRY_STATUSES.has(problem.status) && !reply.hasHeader('retry-after')) {
    reply.header('retry-after', String(options.retryAfterSeconds ?? DEFAULT_RETRY_SECONDS))
  }
  reply.removeHeader('etag').removeHeader('link').header('cache-control', 'no-store')
  request.failure = error.code
  reply.code(problem.status)
  if (options.sendPage?.(problem, request, reply)) return reply
  return reply.type(PROBLEM_MEDIA_TYPE).serializer(JSON.stringify).send(problem)
}
