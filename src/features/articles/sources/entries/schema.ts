import { z } from 'zod'
import { SOURCE_ENTRY_STATES, type SourceEntryState } from '../../../../core/vocabulary.ts'
import { OUTCOMES } from '../../ingestion/schema.ts'

/** Why something was not fetched or not ingested. */
export const SourceProblem = z
  .object({
    code: z.string().describe('Stable: the code of an error, `older` or `read_elsewhere`.'),
    detail: z.string().describe('What happened.'),
  })
  .describe('Why nothing was ingested.')
export type SourceProblem = z.infer<typeof SourceProblem>

export const SourceEntry = z.object({
  id: z.uuid(),
  url: z.string().nullable().describe('The address of the article; null if the article was erased.'),
  published: z.string().nullable().describe('The date, as the feed prints it.'),
  state: z
    .enum(SOURCE_ENTRY_STATES)
    .describe('waiting: to be fetched, or to be tried again; skipped: not fetched; failed: not ingested.'),
  outcome: z
    .enum(OUTCOMES)
    .nullable()
    .describe('created: a new article; changed: a new text; known: the text was on record.'),
  article: z.object({ id: z.uuid(), url: z.string() }).nullable(),
  statements: z.int().min(0).nullable().describe('New statements.'),
  reason: SourceProblem.nullable().describe('Why it was skipped or failed, or why the last attempt failed.'),
  attempts: z.int().min(0),
  next_attempt: z.iso.datetime().nullable(),
  recorded: z.iso.datetime().describe('When a poll found it.'),
  fetched: z.iso.datetime().nullable(),
})
export type SourceEntry = z.infer<typeof SourceEntry>

export interface EntryFilters {
  readonly state?: readonly SourceEntryState[] | undefined
}
