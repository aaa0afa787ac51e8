import { z } from 'zod'
import type { Position } from '../../../../record/officials/schema.ts'
import type { Identifier } from '../../../../record/organizations/schema.ts'

const Counts = z.object({
  created: z.int().min(0),
  updated: z.int().min(0).describe('On record before; something was added or filled in.'),
  unchanged: z.int().min(0),
})
export type Counts = z.infer<typeof Counts>

export const RosterChange = z.object({
  kind: z.enum(['person', 'organization', 'membership']),
  action: z.enum(['created', 'updated']),
  place: z.string().describe('Where it stands in what was sent: a JSON pointer; `/lines/4` of CSV.'),
  name: z.string().describe('Of a membership: who, and as what.'),
  url: z.string().nullable().describe('Where it is read; null in a dry run where it is not there yet.'),
})
export type RosterChange = z.infer<typeof RosterChange>

export const RosterResult = z.object({
  dry_run: z.boolean().describe('True where nothing was written: this is what would be.'),
  persons: Counts,
  organizations: Counts,
  memberships: Counts,
  changes: z.array(RosterChange).describe('What was created and updated, in order: the first 200.'),
  ignored: z
    .array(z.string())
    .describe('Terms of Popolo that were sent and are not kept: persons.birth_date.'),
})
export type RosterResult = z.infer<typeof RosterResult>

/** A person or an organization on record, as far as a roster bears on it. */
export interface KnownEntity {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly name: string
  readonly aliases: readonly string[]
  readonly identifiers: readonly Identifier[]
  /** Positions of a person; none of an organization. */
  readonly positions: readonly Position[]
}

/** Who an identifier means. */
export interface Owner {
  readonly kind: 'person' | 'organization'
  readonly id: string
}

/** What is on record of those a roster may mean. */
export interface Known {
  /** By id; those that were merged into others left out. */
  readonly persons: ReadonlyMap<string, KnownEntity>
  readonly organizations: ReadonlyMap<string, KnownEntity>
  /** By id, of people and organizations that were merged: which they are. */
  readonly mergedInto: ReadonlyMap<string, string>
  /** By the identifier's text. */
  readonly owners: ReadonlyMap<string, Owner>
}
