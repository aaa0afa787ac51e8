import { DomainError, type ErrorCode } from '../../../core/errors.ts'
import { toDomainError } from '../../../database/errors.ts'
import type { Problem } from './schema.ts'

/** What goes on going wrong however often it is tried: the line itself is at fault. */
const LASTING: ReadonlySet<ErrorCode> = new Set([
  'invalid_body',
  'malformed_request',
  'payload_too_large',
  'unsupported_media_type',
  'unreadable_article',
  'fetch_refused',
  'idempotency_mismatch',
])

/** Why a line failed, as its result tells it: of what is nobody's doing but ours, no more than that. */
export function problemOf(error: unknown): Problem {
  const known = toDomainError(error)
  if (!(known instanceof DomainError))
    return { code: 'internal_error', detail: 'The service failed in a way it did not foresee.', errors: [] }
  return { code: known.code, detail: known.message, errors: known.faults.map((fault) => ({ ...fault })) }
}

export const isLasting = ({ code }: Problem): boolean => LASTING.has(code)
