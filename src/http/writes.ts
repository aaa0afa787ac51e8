import { z } from 'zod'
import { safeText } from '../input/values.ts'

/** The longest reason, in UTF-16 code units. */
const REASON_MAX = 2000

const idempotencyKey = z
  .string()
  .optional()
  .describe(
    'Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours.',
  )

/** The optional headers of every write. */
export const writeHeaders = z.looseObject({ 'idempotency-key': idempotencyKey })

/** The headers of every write that changes an existing resource. */
export const changeHeaders = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .describe(
      'Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read.',
    ),
  'idempotency-key': idempotencyKey,
})

/** The error codes of every write that changes an existing resource. */
export const CHANGE_ERRORS = ['conflict', 'precondition_failed', 'precondition_required'] as const

/** The schema of the reason for a change. */
export const reason = safeText(REASON_MAX, 1).describe(
  'The reason for the change. The history shows it to all readers.',
)
