import { z } from 'zod'
import type { Identifier } from '../../../../record/organizations/schema.ts'

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
