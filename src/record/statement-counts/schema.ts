import { z } from 'zod'

/** The number of statements of a subject that lists show. */
export const StatementCount = z.object({
  count: z.int().min(0),
  estimated: z.boolean().optional().describe('True if there are too many to count for each answer.'),
})
export type StatementCount = z.infer<typeof StatementCount>
