import { z } from 'zod'
import { DATE_PRECISIONS, POSITION_BASES } from '../../core/vocabulary.ts'
import type { NameSearch } from '../names/schema.ts'
import { Identifier, OrganizationReference } from '../organizations/schema.ts'
import { StatementCount } from '../statement-counts/schema.ts'

/** The date of a person's first or latest statement, without its evidence. */
export const DateBounds = z.object({
  edtf: z.string(),
  earliest: z.iso.date().nullable(),
  latest: z.iso.date().nullable(),
  precision: z.enum(DATE_PRECISIONS),
})

export const Position = z
  .object({
    id: z.uuid(),
    title: z.string(),
    organization: OrganizationReference.nullable(),
    from: z.string().nullable().describe('EDTF; null if unknown.'),
    to: z.string().nullable().describe('EDTF; null if the person still holds it, or if unknown.'),
    basis: z
      .enum(POSITION_BASES)
      .describe(
        'printed: read in an article beside the name; roster: from a list of office holders; person: entered by a reviewer.',
      ),
  })
  .describe('An office or role that the person holds or held.')
export type Position = z.infer<typeof Position>

/** A person as other resources refer to them. */
export const OfficialReference = z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() })
export type OfficialReference = z.infer<typeof OfficialReference>

export const Official = z.object({
  id: z.uuid(),
  url: z.string().describe('The permanent address of this person.'),
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).describe('Other names of the person in print.'),
  identifiers: z.array(Identifier),
  positions: z.array(Position),
  statements: StatementCount.extend({
    first_said: DateBounds.nullable().describe(
      'The date of the earliest dated statement; null if none is dated.',
    ),
    latest_said: DateBounds.nullable().describe(
      'The date of the latest dated statement; null if none is dated.',
    ),
  }),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type Official = z.infer<typeof Official>

/** A whole person, as revisions store it. */
export const OfficialRecord = z.object({
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  identifiers: z.array(Identifier).default([]),
  positions: z.array(Position),
  /** The id of the person into whom this person was merged; null if not merged. */
  mergedInto: z.string().nullable(),
})
export type OfficialRecord = z.infer<typeof OfficialRecord>

export const OFFICIAL_SORTS = ['name', '-name'] as const

export interface OfficialFilters {
  /** A part of a name or an alias. */
  readonly q?: NameSearch | undefined
  /** Ids of organizations. The person holds or held a position in at least one of them. */
  readonly organization?: readonly string[] | undefined
  /** An identifier of the person in another register. */
  readonly identifier?: Identifier | undefined
}
