import { z } from 'zod'

export const REVISION_SORTS = ['-version', 'version'] as const

/** One change of a resource. */
export const HistoryEntry = z.object({
  version: z.int().min(1).describe('The version that the change created.'),
  action: z
    .string()
    .describe(
      'created, corrected, verified, disputed, retracted, rejected, restored, moved, changed, vanished …',
    ),
  actor: z.string().describe('Who made the change: the name of the key, or "machine".'),
  reason: z.string().nullable().describe('Why.'),
  recorded: z.iso.datetime().describe('When.'),
  changed: z
    .array(z.string())
    .describe('The fields that differ, with dots for nested ones: status, speaker.name.'),
  before: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('The whole resource before the change; null for the first version.'),
  after: z.record(z.string(), z.unknown()).nullable().describe('The whole resource after the change.'),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** The parts of a change that an undo needs. `undoes` is the version whose change was reverted. */
export interface PastChange {
  readonly version: number
  readonly action: string
  readonly undoes: number | null
}

/** A subject before and after a change. `before` is null for the first change. */
export interface BeforeAndAfter<Record> {
  readonly before: Record | null
  readonly after: Record
}
