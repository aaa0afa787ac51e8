import { DomainError, type ErrorCode } from '../../../core/errors.ts'
import { translateDatabaseError } from '../../../database/errors.ts'
import type { Problem } from './schema.ts'

/** Errors that a retry cannot solve, because the line itself is invalid. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set([
  'invalid_body',
  'malformed_request',
  'payload_too_large',
  'unsupported_media_type',
  'unreadable_article',
  'gone',
  'fetch_refused',
  'idempotency_mismatch',
])

/** Returns the problem of a failed line. Hides the details of internal errors. */
export function problemOf(error: unknown): Problem {
  const known = translateDatabaseError(error)
  if (!(known instanceof DomainError))
    return {
      code: 'internal_error',
      detail: 'The service failed because of an unexpected error.',
      errors: [],
    }
  return { code: known.code, detail: known.message, errors: known.faults.map((fault) => ({ ...fault })) }
}

export const isPermanent = ({ code }: Problem): boolean => PERMANENT.has(code)
