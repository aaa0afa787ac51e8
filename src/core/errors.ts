/**
 * Everything that can go wrong in a way a caller can act on. Codes are stable: clients branch on them, the error
 * pages are named after them, and `http/problems.ts` gives each its status.
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
  'unreadable_article',
  'too_many_statements',
  'payload_too_large',
  'uri_too_long',
  'unsupported_media_type',
  'expectation_failed',
  'headers_too_large',
  'request_timeout',
  'rate_limited',
  'span_mismatch',
  'internal_error',
  'unavailable',
  'timeout',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** One thing wrong with a request: where (a JSON pointer into the body, or a parameter's name), and what to do. */
export interface Fault {
  readonly pointer?: string
  readonly parameter?: string
  readonly code: string
  readonly message: string
}

/** What is left of a thing that was withdrawn. */
export interface Tombstone {
  /** When, as ISO 8601. */
  readonly at: string
  readonly by: string
  readonly reason: string | null
}

/** A failure with a stable code and a sentence that says what to do about it. Never holds SQL, paths or secrets. */
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
