import { z } from 'zod'
import { DATE_PRECISIONS } from '../../core/vocabulary.ts'
import { Identifier, OrganizationReference } from '../organizations/schema.ts'

/** A date without its evidence: the bounds of what somebody said first or last. */
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
    from: z.string().nullable().describe('EDTF; null where nobody knows.'),
    to: z.string().nullable().describe('EDTF; null where it is held still or nobody knows.'),
    basis: z
      .enum(['printed', 'roster', 'person'])
      .describe(
        'printed: read in an article beside the name; roster: from a list of office holders; person: entered by a reviewer.',
      ),
  })
  .describe('A capacity in which the person spoke.')
export type Position = z.infer<typeof Position>

/** Who is meant where something names a person. */
export const OfficialReference = z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() })
export type OfficialReference = z.infer<typeof OfficialReference>

export const Official = z.object({
  id: z.uuid(),
  url: z.string().describe('The permanent address of this person.'),
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).describe('Other names the person is printed under.'),
  identifiers: z.array(Identifier),
  positions: z.array(Position),
  statements: z.object({
    count: z.int().min(0),
    first_said: DateBounds.nullable().describe('The earliest dated statement; null where none is dated.'),
    latest_said: DateBounds.nullable().describe('The latest dated statement; null where none is dated.'),
  }),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type Official = z.infer<typeof Official>

/** The whole of a person as revisions keep it. */
export const OfficialRecord = z.object({
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  identifiers: z.array(Identifier).default([]),
  positions: z.array(Position),
  /** The id of the person this one turned out to be. */
  mergedInto: z.string().nullable(),
})
export type OfficialRecord = z.infer<typeof OfficialRecord>

export const OFFICIAL_SORTS = ['name', '-name'] as const

export interface OfficialFilters {
  /** Part of a name or an alias. */
  readonly q?: string | undefined
  /** Id or slug of an organization in whose name the person holds or held a position. */
  readonly organization?: string | undefined
  /** Under which the person is known elsewhere. */
  readonly identifier?: Identifier | undefined
}
