import type { ErrorCode } from '../../../core/errors.ts'
import type { LineProblem } from '../../lines/schema.ts'

/** Errors that a retry cannot solve, because the line itself is invalid. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set([
  'invalid_body',
  'malformed_request',
  'payload_too_large',
  'unsupported_media_type',
  'unreadable_article',
  'article_not_found',
  'article_behind_wall',
  'gone',
  'fetch_refused',
  'idempotency_mismatch',
])

/** Returns true if a retry cannot solve the problem of a line. */
export const isPermanent = ({ code }: LineProblem): boolean => PERMANENT.has(code)
