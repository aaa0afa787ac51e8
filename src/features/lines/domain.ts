import { DomainError } from '../../core/errors.ts'
import { translateDatabaseError } from '../../database/errors.ts'
import type { LineProblem } from './schema.ts'

/** Returns the problem of a failed line. Hides the details of internal errors. */
export function problemOf(error: unknown): LineProblem {
  const known = translateDatabaseError(error)
  if (!(known instanceof DomainError))
    return {
      code: 'internal_error',
      detail: 'The service failed because of an unexpected error.',
      errors: [],
    }
  return { code: known.code, detail: known.message, errors: known.faults.map((fault) => ({ ...fault })) }
}
