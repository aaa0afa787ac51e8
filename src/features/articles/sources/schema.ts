import { z } from 'zod'
import { SOURCE_KINDS, SOURCE_STATUSES } from '../../../core/vocabulary.ts'
import { SourceProblem } from './entries/schema.ts'

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

/** The settings of a source. */
export interface SourceSettings {
  readonly publisher: string | null
  readonly language: string | null
  readonly time_zone: string | null
  readonly interval_minutes: number
  readonly first_entries: number
}
