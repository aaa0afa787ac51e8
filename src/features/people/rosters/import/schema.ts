import { z } from 'zod'
import type { Position } from '../../../../record/officials/schema.ts'
import type { Identifier } from '../../../../record/organizations/schema.ts'

/** The results for the entries of one kind in a roster. */
export const RosterCounts = z.object({
  created: z.int().min(0),
  updated: z.int().min(0).describe('On record before; values were added.'),
  unchanged: z.int().min(0),
})
export type Counts = z.infer<typeof RosterCounts>

export const RosterChange = z.object({
  kind: z.enum(['person', 'organization', 'membership']),
  action: z.enum(['created', 'updated']),
  place: z.string().describe('The place in the file: a JSON pointer; `/lines/4` in CSV.'),
  name: z.string().describe('For a membership: the person and the title.'),
  url: z.string().nullable().describe('The address of the record; null in a dry run for a new record.'),
})
export type RosterChange = z.infer<typeof RosterChange>

export const RosterResult = z.object({
  dry_run: z.boolean().describe('True for a dry run: nothing was written.'),
  persons: RosterCounts,
  organizations: RosterCounts,
  memberships: RosterCounts,
  changes: z.array(RosterChange).describe('The first 200 created and updated entries, in order.'),
  ignored: z
    .array(z.string())
    .describe('Popolo terms that were sent but are not stored, such as persons.birth_date.'),
})
export type RosterResult = z.infer<typeof RosterResult>

/** The parts of a record that an import needs. */
export interface KnownEntity {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly name: string
  readonly aliases: readonly string[]
  readonly identifiers: readonly Identifier[]
  /** The positions of a person; empty for an organization. */
  readonly positions: readonly Position[]
}

/** The owner of an identifier. */
export interface Owner {
  readonly kind: 'person' | 'organization'
  readonly id: string
}

/** The records to which a roster may refer. */
export interface KnownRecords {
  /** The people by id, without merged records. */
  readonly persons: ReadonlyMap<string, KnownEntity>
  readonly organizations: ReadonlyMap<string, KnownEntity>
  /** The ids of merged records, and the ids they were merged into. */
  readonly mergedInto: ReadonlyMap<string, string>
  /** The owners by the text of the identifier. */
  readonly owners: ReadonlyMap<string, Owner>
}
