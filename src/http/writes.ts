import { z } from 'zod'
import { safeText } from '../input/values.ts'

/** Longest reason, in UTF-16 code units. */
const REASON_MAX = 2000

const idempotencyKey = z
  .string()
  .optional()
  .describe('Makes the write happen once, however often it is sent. Kept for 24 hours.')

/** Headers that every write may carry. */
export const writeHeaders = z.looseObject({ 'idempotency-key': idempotencyKey })

/** Headers of every change of what is there. */
export const changeHeaders = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .describe('Required: the version the change is based on, in quotation marks, such as "3".'),
  'idempotency-key': idempotencyKey,
})

/** What a change can fail of, beside what is wrong with its request. */
export const CHANGE_ERRORS = ['conflict', 'precondition_failed', 'precondition_required'] as const

/** Why somebody changes something. */
export const reason = safeText(REASON_MAX, 1).describe('Why. Everybody who reads the history sees it.')
