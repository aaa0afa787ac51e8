import { z } from 'zod'
import type { Position } from '../officials/schema.ts'
import type { Identifier } from '../organizations/schema.ts'

/** Where an entry stands in what was sent: a JSON pointer into Popolo, `/lines/4` of CSV. */
type Place = string

/** A person or an organization of a roster. */
export interface RosterEntry {
  readonly place: Place
  /** An id of ours, or one that is free to become it; null where the roster's own is no UUID. */
  readonly id: string | null
  /** Null where a membership refers to somebody on record by id alone. */
  readonly name: string | null
  readonly otherNames: readonly string[]
  readonly identifiers: readonly Identifier[]
}

/** That a person held or holds a title. */
export interface RosterMembership {
  readonly place: Place
  readonly id: string | null
  /** Index of the person, and of the organization: null where none is named. */
  readonly person: number
  readonly organization: number | null
  readonly title: string
  /** EDTF dates; null where the roster does not say. */
  readonly from: string | null
  readonly to: string | null
}

/** A list of office holders, whatever it was written in. */
export interface Roster {
  readonly persons: readonly RosterEntry[]
  readonly organizations: readonly RosterEntry[]
  readonly memberships: readonly RosterMembership[]
  /** What was sent and is not kept: `persons.birth_date`. */
  readonly ignored: readonly string[]
}

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

const otherNames = z.array(z.object({ name: z.string() }))
const identifiers = z.array(z.object({ scheme: z.string(), identifier: z.string() }))

export const PopoloEntity = z.object({
  id: z.uuid(),
  name: z.string(),
  other_names: otherNames,
  identifiers,
})
export type PopoloEntity = z.infer<typeof PopoloEntity>

export const PopoloMembership = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  organization_id: z.uuid().nullable(),
  role: z.string(),
  start_date: z.string().nullable().describe('EDTF, which a Popolo date always is.'),
  end_date: z.string().nullable(),
})
export type PopoloMembership = z.infer<typeof PopoloMembership>

/** Popolo as it goes out. */
export const Popolo = z.object({
  memberships: z.array(PopoloMembership),
  organizations: z.array(PopoloEntity),
  persons: z.array(PopoloEntity),
})
export type Popolo = z.infer<typeof Popolo>

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
