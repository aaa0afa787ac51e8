import { z } from 'zod'
import { ERROR_CODES } from '../../core/errors.ts'
import { OUTCOMES, StatementCounts } from '../ingestion/schema.ts'

export const Problem = z
  .object({
    code: z.enum(ERROR_CODES).describe('Stable: branch on this. docs/errors says what each means.'),
    detail: z.string().describe('What went wrong, and what to do about it.'),
    errors: z.array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .describe('Why a line failed.')
export type Problem = z.infer<typeof Problem>

/** What became of one line of a batch that is answered as it is read. */
export const LineResult = z.object({
  line: z.int().min(1).describe('Its number: 1 for the first, empty lines counted.'),
  outcome: z
    .enum([...OUTCOMES, 'failed'])
    .describe('created: new; changed: a new text at the same URL; known: on record already; failed.'),
  article: z.object({ id: z.uuid(), url: z.string() }).nullable(),
  statements: StatementCounts.nullable(),
  problem: Problem.nullable(),
})
export type LineResult = z.infer<typeof LineResult>
