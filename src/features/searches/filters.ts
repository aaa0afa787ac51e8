import { z } from 'zod'
import type { UrlParameters } from '../../http/canonical-url.ts'
import type { AskedStatementFilters } from '../../record/statements/schema.ts'
import { filtersOf, statementFilters } from '../statements/parameters.ts'
import type { SearchChoices, SearchFilters } from './schema.ts'

const PARAMETERS = z.strictObject(statementFilters)

/** Returns the parameters of `GET /v1/statements` that have the matches of a search. */
export const parametersOf = ({ q, filters }: Omit<SearchChoices, 'name'>): UrlParameters => ({
  ...(q !== null && { q }),
  ...Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  ),
})

/** Parses what a search asks for, as the list of statements parses its parameters. */
export const parseFilters = (search: Omit<SearchChoices, 'name'>) =>
  PARAMETERS.safeParse(parametersOf(search))

/**
 * Returns what a valid search asks for.
 * @throws DomainError `invalid_parameter` if a period ends before it begins.
 */
export const askedFilters = (search: Omit<SearchChoices, 'name'>): AskedStatementFilters =>
  filtersOf(PARAMETERS.parse(parametersOf(search)))

/** Returns filters in the form in which they are kept: lists without duplicates and commas, all else as it was sent. */
export function tidyFilters(given: SearchFilters): SearchFilters {
  const parsed: Record<string, unknown> = PARAMETERS.parse(parametersOf({ q: null, filters: given }))
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? parsed[name] : value]),
  )
}
