import { z } from 'zod'

/** Who is meant where something names an organization. */
export const OrganizationReference = z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() })
export type OrganizationReference = z.infer<typeof OrganizationReference>

/** Under which somebody is known elsewhere: scheme `wikidata`, value `Q42`. */
export const Identifier = z
  .object({ scheme: z.string().describe('Who issued it: wikidata.'), value: z.string() })
  .describe('Under which it is known elsewhere.')
export type Identifier = z.infer<typeof Identifier>

export const Organization = z.object({
  id: z.uuid(),
  url: z.string().describe('The permanent address of this organization.'),
  slug: z.string(),
  name: z.string().describe('The name as first printed.'),
  aliases: z.array(z.string()).describe('Other names it is printed under.'),
  identifiers: z.array(Identifier),
  statements: z
    .object({ count: z.int().min(0) })
    .describe('Statements of the organization itself, and of people who spoke in its name.'),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type Organization = z.infer<typeof Organization>

/** The whole of an organization as revisions keep it; in its first ones no more than slug and name. */
export const OrganizationRecord = z.object({
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  identifiers: z.array(Identifier).default([]),
  /** The id of the organization this one turned out to be. */
  mergedInto: z.string().nullable().default(null),
})
export type OrganizationRecord = z.infer<typeof OrganizationRecord>

export const ORGANIZATION_SORTS = ['name', '-name'] as const

export interface OrganizationFilters {
  /** Part of the name or of another name. */
  readonly q?: string | undefined
  /** Under which it is known elsewhere. */
  readonly identifier?: Identifier | undefined
}
