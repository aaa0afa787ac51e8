import { z } from 'zod'

/** A merged record that a request named, and the record that replaced it. */
export const ResolvedReference = z
  .object({
    parameter: z.string().describe('The parameter that names the merged record.'),
    given: z.string().describe('The id or slug of the merged record, as given.'),
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
  })
  .describe('The record that is used in place of a merged one.')
export type ResolvedReference = z.infer<typeof ResolvedReference>

/** The field of a page for the merged records that were replaced. */
export const RESOLVED_FACT = {
  resolved: z
    .array(ResolvedReference)
    .readonly()
    .optional()
    .describe('Only if a filter names a merged record.'),
}

/** Returns the field of a page for the replaced records; empty if no filter names a merged record. */
export const resolvedFact = (
  resolved: readonly ResolvedReference[],
): { resolved?: readonly ResolvedReference[] } => (resolved.length > 0 ? { resolved } : {})

/** The filters that name records, in the form of the request: ids and slugs, ids of articles, names of publishers. */
export interface NamingFilters {
  readonly official?: readonly string[] | undefined
  readonly organization?: readonly string[] | undefined
  readonly article?: readonly string[] | undefined
  /** One entry for each time the parameter is sent. An entry is one name, or several names separated by commas. */
  readonly publisher?: readonly string[] | undefined
}

/** The same filters with ids of records that are not merged, and with keys of publishers. */
export interface NamedRecords extends NamingFilters {
  /** The merged records that were replaced. */
  readonly resolved: readonly ResolvedReference[]
}

/** A person, an organization or a publisher that a request names. */
export interface NamedSubject {
  /** The id or slug in the request. */
  readonly given: string
  /** The id of the record, or the key of the publisher. */
  readonly key: string
  /** Null for a publisher. */
  readonly slug: string | null
  readonly name: string
}
