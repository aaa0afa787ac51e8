import { z } from 'zod'
import type { UrlParameters } from '../../http/canonical-url.ts'
import type { AskedStatementFilters } from '../../record/statements/schema.ts'
import { filtersOf, statementFilters } from '../statements/parameters.ts'
import type { SearchChoices, SearchFilters } from './schema.ts'

const PARAMETERS = z.strictObject(statementFilters)

/** Returns the parameters with which `GET /v1/statements` lists the matches of a search. */
export const parametersOf = ({ q, filters }: Omit<SearchChoices, 'name'>): UrlParameters => ({
  ...(q !== null && { q }),
  ...Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  ),
})

/** Parses the words and filters of a search in the same way as `GET /v1/statements` parses its parameters. */
export const parseFilters = (search: Omit<SearchChoices, 'name'>) =>
  PARAMETERS.safeParse(parametersOf(search))

/**
 * Returns the words and filters of a valid search, in the form in which the list of statements uses them.
 * @throws DomainError `invalid_parameter` if a period ends before it begins.
 */
export const askedFilters = (search: Omit<SearchChoices, 'name'>): AskedStatementFilters =>
  filtersOf(PARAMETERS.parse(parametersOf(search)))

/**
 * Returns filters in the form in which a search stores them. Splits lists at commas and removes duplicates, except
 * in lists of publishers. Leaves all other values as the caller sent them.
 */
export function tidyFilters(given: SearchFilters): SearchFilters {
  const parsed: Record<string, unknown> = PARAMETERS.parse(parametersOf({ q: null, filters: given }))
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? parsed[name] : value]),
  )
}
