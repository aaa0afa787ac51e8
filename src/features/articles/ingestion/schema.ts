import { z } from 'zod'
import { Article } from '../../../record/articles/schema.ts'

/** What became of an article that arrived. */
export const OUTCOMES = ['created', 'changed', 'known'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const StatementCounts = z
  .object({
    created: z.int().min(0).describe('New ones.'),
    moved: z.int().min(0).describe('On record before, with the same words, now tied to the new text.'),
    changed: z.int().min(0).describe('On record before, with other words now.'),
    vanished: z.int().min(0).describe('On record before, and no longer in the text.'),
  })
  .describe('What was done to statements.')
export type StatementCounts = z.infer<typeof StatementCounts>

export const IngestionResult = z.object({
  outcome: z
    .enum(OUTCOMES)
    .describe(
      'created: not seen before; changed: another text at the same URL, kept as a new snapshot; known: this very text is on record.',
    ),
  statements: StatementCounts,
  article: Article,
})
export type IngestionResult = z.infer<typeof IngestionResult>
