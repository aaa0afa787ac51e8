import { z } from 'zod'
import type { NameSearch } from '../names/schema.ts'
import { StatementCount } from '../statement-counts/schema.ts'

/** An organization as other resources refer to it. */
export const OrganizationReference = z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() })
export type OrganizationReference = z.infer<typeof OrganizationReference>

/** An identifier in another register: scheme `wikidata`, value `Q42`. */
export const Identifier = z
  .object({ scheme: z.string().describe('Who issued the identifier, such as wikidata.'), value: z.string() })
  .describe('An identifier in another register.')
export type Identifier = z.infer<typeof Identifier>

export const Organization = z.object({
  id: z.uuid(),
  url: z.string().describe('The permanent address of this organization.'),
  slug: z.string(),
  name: z.string().describe('The name, at first as the first article prints it.'),
  aliases: z.array(z.string()).describe('Other names of the organization in print.'),
  identifiers: z.array(Identifier),
  statements: StatementCount.describe(
    'Statements of the organization itself, and of people who spoke for it. Lists also have those of people who held a position in it then.',
  ),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type Organization = z.infer<typeof Organization>

/** A whole organization, as revisions store it. The oldest revisions contain only slug and name. */
export const OrganizationRecord = z.object({
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  identifiers: z.array(Identifier).default([]),
  /** The id of the organization into which this organization was merged; null if not merged. */
  mergedInto: z.string().nullable().default(null),
})
export type OrganizationRecord = z.infer<typeof OrganizationRecord>

export const ORGANIZATION_SORTS = ['name', '-name'] as const

export interface OrganizationFilters {
  /** A part of the name or of an alias. */
  readonly q?: NameSearch | undefined
  /** An identifier of the organization in another register. */
  readonly identifier?: Identifier | undefined
}
