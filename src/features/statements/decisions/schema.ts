import { z } from 'zod'
import { STATEMENT_STATUSES, STATEMENT_TYPES } from '../../../core/vocabulary.ts'

/** The latest change of a statement by a reviewer. */
export const Decided = z.object({
  /** The id of the statement. */
  id: z.uuid(),
  /** The version that the change created. */
  version: z.int().min(1),
  /** The current version of the statement. */
  current: z.int().min(1),
  action: z.string(),
  reason: z.string().nullable(),
  recorded: z.string(),
  text: z.string(),
  type: z.enum(STATEMENT_TYPES),
  status: z.enum(STATEMENT_STATUSES),
})
export type Decided = Readonly<z.infer<typeof Decided>>
