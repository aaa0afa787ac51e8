import { z } from 'zod'
import type { AskedStatementFilters } from '../../record/statements/schema.ts'

const text = z.string().optional()
/** A single text counts as a list with one entry, as in a URL. */
const texts = z
  .union([z.array(z.string()), z.string().transform((one) => [one])], 'Must be a list of texts.')
  .meta({ type: 'array', items: { type: 'string' } })
  .optional()

/** The filters of a saved search in JSON. */
export const SearchFilters = z
  .strictObject({
    official: texts,
    organization: texts,
    article: texts,
    publisher: texts,
    type: texts,
    polarity: texts,
    status: texts,
    attribution: texts,
    said_from: text,
    said_to: text,
    said_basis: texts,
    match: text,
    published_from: text,
    published_to: text,
    vanished: text,
    min_confidence: z.number().optional(),
  } satisfies Record<Exclude<keyof AskedStatementFilters, 'q'>, z.ZodType>)
  .describe('Parameters of `GET /v1/statements`, with the same values.')
export type SearchFilters = z.infer<typeof SearchFilters>

/** A search that a caller saved under a name. */
export const SavedSearch = z.object({
  id: z.uuid(),
  url: z.string().describe('The address of this resource.'),
  owner: z
    .string()
    .describe(
      'The name of the key that created it. If the key is revoked, webhooks do not follow the search.',
    ),
  name: z.string(),
  q: z.string().nullable().describe('The words to find, as in `GET /v1/statements`.'),
  filters: SearchFilters,
  matches: z.string().describe('The URL of the matches.'),
  version: z.int().min(1),
  recorded: z.iso.datetime(),
  updated: z.iso.datetime(),
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** The fields of a saved search that a caller chooses. */
export type SearchChoices = Pick<SavedSearch, 'name' | 'q' | 'filters'>
