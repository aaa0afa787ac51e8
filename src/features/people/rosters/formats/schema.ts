import { z } from 'zod'
import type { Identifier } from '../../../../record/organizations/schema.ts'

/** The place of an entry in the file: a JSON pointer in Popolo, `/lines/4` in CSV. */
type Place = string

/** A person or an organization of a roster. */
export interface RosterEntry {
  readonly place: Place
  /** The id of a record, or a UUID for a new record; null if the id in the roster is not a UUID. */
  readonly id: string | null
  /** The name; null if a membership refers to a person on record by id alone. */
  readonly name: string | null
  readonly otherNames: readonly string[]
  readonly identifiers: readonly Identifier[]
}

/** An office that a person holds or held. */
export interface RosterMembership {
  readonly place: Place
  readonly id: string | null
  /** The index of the person. The index of the organization is null if there is none. */
  readonly person: number
  readonly organization: number | null
  readonly title: string
  /** EDTF dates; null if unknown. */
  readonly from: string | null
  readonly to: string | null
}

/** A list of office holders, independent of the file format. */
export interface Roster {
  readonly persons: readonly RosterEntry[]
  readonly organizations: readonly RosterEntry[]
  readonly memberships: readonly RosterMembership[]
  /** The submitted terms that are not stored: `persons.birth_date`. */
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
  start_date: z.string().nullable().describe('EDTF. Every Popolo date is valid EDTF.'),
  end_date: z.string().nullable(),
})
export type PopoloMembership = z.infer<typeof PopoloMembership>

/** The form of an exported roster. */
export const Popolo = z.object({
  memberships: z.array(PopoloMembership),
  organizations: z.array(PopoloEntity),
  persons: z.array(PopoloEntity),
})
export type Popolo = z.infer<typeof Popolo>
