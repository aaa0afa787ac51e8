import { z } from 'zod'
import { ERROR_CODES } from '../../core/errors.ts'

/** Why a line of a batch failed. */
export const LineProblem = z
  .object({
    code: z.enum(ERROR_CODES).describe('Stable: branch on this. docs/errors explains each code.'),
    detail: z.string().describe('What was wrong, and what to do.'),
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
export type LineProblem = z.infer<typeof LineProblem>
