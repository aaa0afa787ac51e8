import { z } from 'zod'
import { MetadataResult, OUTCOMES, StatementCounts } from '../ingestion/schema.ts'
import { articleReference, lineNumber, Problem } from '../jobs/schema.ts'

/** The result of one line of a batch that is ingested while the caller waits. */
export const LineResult = z.object({
  line: lineNumber,
  outcome: z
    .enum([...OUTCOMES, 'failed'])
    .describe(
      'created: a new article; changed: a new text at a known URL; known: the same text is on record; failed: see problem.',
    ),
  article: articleReference.nullable(),
  statements: StatementCounts.nullable(),
  metadata: MetadataResult.nullable(),
  problem: Problem.nullable(),
})
export type LineResult = z.infer<typeof LineResult>
