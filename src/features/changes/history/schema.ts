import { z } from 'zod'

export const REVISION_SORTS = ['-version', 'version'] as const

/** One change to a thing on record. */
export const HistoryEntry = z.object({
  version: z.int().min(1).describe('The version the change made.'),
  action: z
    .string()
    .describe(
      'created, corrected, verified, disputed, retracted, rejected, restored, moved, changed, vanished …',
    ),
  actor: z.string().describe('Who: the name of the key, or "machine".'),
  reason: z.string().nullable().describe('Why.'),
  recorded: z.iso.datetime().describe('When.'),
  changed: z.array(z.string()).describe('The fields that differ, with dots into them: status, speaker.name.'),
  before: z.record(z.string(), z.unknown()).nullable().describe('The whole before; null for the first.'),
  after: z.record(z.string(), z.unknown()).nullable().describe('The whole after.'),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
