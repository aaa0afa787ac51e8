import { z } from 'zod'
import { Coverage } from '../../../record/articles/schema.ts'
import { RESOLVED_FACT } from '../../../record/references/schema.ts'
import { RANKED_FACT } from '../../../record/search/schema.ts'
import { FACETS, type FacetName, LeftOut } from '../../../record/statements/schema.ts'

/** The statements that a page leaves out, and where to read them. */
export const LeftOutOfPage = LeftOut.extend({
  url: z.string().describe('The same list with `match=overlap`: it has these statements too.'),
})

/** A value of a facet. */
export const FacetValue = z.object({
  value: z
    .string()
    .describe('The value for the filter; for a year or a month, the value for said_from and said_to.'),
  id: z.uuid().optional(),
  name: z.string().optional(),
  count: z.int().min(1),
  url: z.string().describe('The list narrowed to it.'),
})
export type FacetValue = z.infer<typeof FacetValue>

const valuesOfFacets = Object.fromEntries(
  FACETS.map((name) => [name, z.array(FacetValue).readonly().optional()]),
) as Record<FacetName, z.ZodOptional<z.ZodReadonly<z.ZodArray<typeof FacetValue>>>>

/** The number of matching statements for each value of each facet. */
export const Facets = z
  .object({
    matches: z.int().min(0).describe('The number of all matches.'),
    estimated: z
      .boolean()
      .describe('True if more than 10000 match: then the numbers are estimates from a sample.'),
    ...valuesOfFacets,
  })
  .describe(
    'Only with `facets`: at most 30 values of each, the most frequent first, and the latest time first.',
  )
export type Facets = z.infer<typeof Facets>

/** The explanation of an empty list. */
export const NothingFound = z
  .object({
    without: z
      .array(
        z.object({
          parameter: z.string(),
          statements: z.int().min(0),
          capped: z.boolean().describe('True if there are more than 1000, where counting stops.'),
          url: z.string(),
        }),
      )
      .describe('How many statements there are without each filter.'),
    covers: Coverage.describe('What the record covers.'),
    note: z.string(),
  })
  .describe('Only if the filters find nothing.')
export type NothingFound = z.infer<typeof NothingFound>

/** The facts of pages of statements and of dates, besides the facts of every page. */
export const STATEMENT_PAGE_FACTS = {
  ...RESOLVED_FACT,
  left_out: LeftOutOfPage.optional(),
  ...RANKED_FACT,
  facets: Facets.optional(),
  nothing_found: NothingFound.optional(),
}
export type StatementPageFacts = Readonly<z.infer<z.ZodObject<typeof STATEMENT_PAGE_FACTS>>>
