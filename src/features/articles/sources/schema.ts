import { z } from 'zod'
import {
  SOURCE_ENTRY_STATES,
  SOURCE_KINDS,
  SOURCE_STATUSES,
  type SourceEntryState,
} from '../../../core/vocabulary.ts'
import { OUTCOMES } from '../ingestion/schema.ts'

/** Why something was not fetched or not ingested. */
export const SourceProblem = z
  .object({
    code: z.string().describe('Stable: the code of an error, `older` or `read_elsewhere`.'),
    detail: z.string().describe('What happened.'),
  })
  .describe('Why nothing was ingested.')
export type SourceProblem = z.infer<typeof SourceProblem>

const entries = () => z.int().min(0)

export const Source = z.object({
  id: z.uuid(),
  url: z.string().describe('The address of the feed. If it moves for good, the new address.'),
  kind: z.enum(SOURCE_KINDS),
  title: z.string().nullable().describe('The title of the feed.'),
  publisher: z.string().nullable(),
  language: z.string().nullable(),
  time_zone: z.string().nullable(),
  interval_minutes: z.int(),
  first_entries: z.int(),
  status: z
    .enum(SOURCE_STATUSES)
    .describe('disabled: the feed is gone, has failed for 30 days, or is another source too.'),
  status_reason: z.string().nullable().describe('Why it was disabled.'),
  polled: z.iso.datetime().nullable().describe('The last poll.'),
  read: z.iso.datetime().nullable().describe('The last poll with new content.'),
  next_poll: z.iso.datetime().nullable(),
  failures: z.int().min(0).describe('Failed polls since the last success.'),
  failing_since: z.iso.datetime().nullable(),
  problem: SourceProblem.nullable().describe('Why the last poll failed.'),
  entries: z.object({ waiting: entries(), ingested: entries(), skipped: entries(), failed: entries() }),
  added_by: z.string().describe('The name of the key that added it.'),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
  links: z.object({ self: z.string(), entries: z.string() }),
})
export type Source = z.infer<typeof Source>

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

/** The settings of a source. */
export interface SourceSettings {
  readonly publisher: string | null
  readonly language: string | null
  readonly time_zone: string | null
  readonly interval_minutes: number
  readonly first_entries: number
}
