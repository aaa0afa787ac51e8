import { z } from 'zod'
import { faultOfSearch, parseSearch, SEARCH_LENGTH_MAX } from '../../core/search-query.ts'
import { safeText } from '../../input/values.ts'
import { parseFilters, tidyFilters } from './filters.ts'
import { SearchFilters } from './schema.ts'

const NAME_MAX = 200

const name = safeText(NAME_MAX, 1).describe('A name for people.')

/** The words of a search in the form in which they were sent. Each use parses them. */
const q = safeText(SEARCH_LENGTH_MAX)
  .superRefine((text, context) => {
    const fault = faultOfSearch(text, parseSearch(text))
    if (fault !== null && text.length <= SEARCH_LENGTH_MAX)
      context.addIssue({ code: 'custom', message: fault })
  })
  .nullable()
  .optional()
  .describe('The words to find, as in `GET /v1/statements`.')

const filters = SearchFilters.transform((given, context) => {
  const { error } = parseFilters({ q: null, filters: given })
  for (const { message, path } of error?.issues ?? [])
    context.addIssue({ code: 'custom', message, path: [...path] })
  return error ? z.NEVER : tidyFilters(given)
})

export const newSearchBody = z.strictObject({ name, q, filters: filters.optional() }).meta({
  examples: [
    { name: 'Missiles', q: '"missile program" OR missiles', filters: { official: ['vedant-patel'] } },
  ],
})

export const searchBody = z
  .strictObject({ name: name.optional(), q, filters: filters.optional() })
  .meta({ examples: [{ name: 'Missiles and Pakistan', q: 'missiles pakistan' }] })

export const searchId = z.strictObject({ id: z.uuid().describe('The id of a saved search.') })
