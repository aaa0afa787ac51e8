import { z } from 'zod'
import { Article } from '../../../record/articles/schema.ts'

/** The results of an ingestion. */
export const OUTCOMES = ['created', 'changed', 'known'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const StatementCounts = z
  .object({
    created: z.int().min(0).describe('New statements.'),
    moved: z.int().min(0).describe('On record before, with the same words in the new text.'),
    changed: z.int().min(0).describe('On record before, with other words in the new text.'),
    vanished: z.int().min(0).describe('On record before, but not in the new text.'),
  })
  .describe('How many statements the ingestion changed.')
export type StatementCounts = z.infer<typeof StatementCounts>

export const IngestionResult = z.object({
  outcome: z
    .enum(OUTCOMES)
    .describe(
      'created: a new article; changed: another text at a known URL, stored as a new snapshot; known: the same text is on record.',
    ),
  statements: StatementCounts,
  article: Article,
})
export type IngestionResult = z.infer<typeof IngestionResult>
