import { z } from 'zod'
import { OUTCOMES, StatementCounts } from '../ingestion/schema.ts'
import { articleReference, lineNumber, Problem } from '../jobs/schema.ts'

/** What became of one line of a batch that is answered as it is read. */
export const LineResult = z.object({
  line: lineNumber,
  outcome: z
    .enum([...OUTCOMES, 'failed'])
    .describe('created: new; changed: a new text at the same URL; known: on record already; failed.'),
  article: articleReference.nullable(),
  statements: StatementCounts.nullable(),
  problem: Problem.nullable(),
})
export type LineResult = z.infer<typeof LineResult>
