/**
 * The error codes of the API. They are stable, because clients branch on them. `docs/errors.md` has a section for each
 * code. `http/problem-table.ts` holds its HTTP status and texts.
 */
export const ERROR_CODES = [
  'invalid_parameter',
  'unknown_parameter',
  'invalid_cursor',
  'invalid_body',
  'malformed_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'gone',
  'method_not_allowed',
  'not_acceptable',
  'conflict',
  'precondition_failed',
  'precondition_required',
  'idempotency_mismatch',
  'fetch_refused',
  'fetch_failed',
  'robots_disallowed',
  'not_a_feed',
  'unreadable_article',
  'article_not_found',
  'article_behind_wall',
  'too_many_statements',
  'too_many_webhooks',
  'too_many_searches',
  'payload_too_large',
  'uri_too_long',
  'unsupported_media_type',
  'expectation_failed',
  'headers_too_large',
  'request_timeout',
  'rate_limited',
  'span_mismatch',
  'internal_error',
  'not_implemented',
  'unavailable',
  'too_broad',
  'timeout',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * One mistake in a request: its place (a JSON pointer into the body, or the name of a parameter), and how to correct
 * it.
 */
export interface Fault {
  readonly pointer?: string
  readonly parameter?: string
  readonly code: string
  readonly message: string
}

/** The information that the service stores and shows after a resource is withdrawn. */
export interface Tombstone {
  /** The time of withdrawal, ISO 8601. */
  readonly at: string
  /** The name of the key that withdrew it. */
  readonly by: string
  readonly reason: string | null
}

/** A failure with a stable code and a sentence that says what to do. It never contains SQL, paths or secrets. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly faults: readonly Fault[]
  readonly tombstone: Tombstone | undefined

  constructor(
    code: ErrorCode,
    detail: string,
    faults: readonly Fault[] = [],
    cause?: unknown,
    tombstone?: Tombstone,
  ) {
    super(detail, cause === undefined ? undefined : { cause })
    this.name = 'DomainError'
    this.code = code
    this.faults = faults
    this.tombstone = tombstone
  }
}
