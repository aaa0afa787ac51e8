import { questionParameters } from '../../features/questions/parameters.ts'
import { statementList } from '../../features/statements/parameters.ts'
import { canonicalUrl, queryOf, type UrlParameters } from '../../http/canonical-url.ts'

/** The parameters of lists that the page sets itself, or does not have. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['limit', 'count', 'fields', 'expand', 'format', 'facets'])

/** The parameter for the reading of the question from which a later page continues. */
export const READING = 'reading'

const NAMES: ReadonlySet<string> = new Set(
  [...Object.keys(questionParameters), ...Object.keys(statementList), READING].filter(
    (name) => !OF_THE_PAGE.has(name),
  ),
)

/**
 * Returns the query of a search without empty fields of its form, and without parameters that the page does not know,
 * which other sites add to links.
 */
export function searchQueryOf(url: string): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(queryOf(url))) {
    if (NAMES.has(name) && value.trim() !== '') query.append(name, value.trim())
  }
  return query
}

/** Returns the address of a search with some parameters changed or left out, from its first page. */
export const searchUrl = (
  query: URLSearchParams,
  changes: UrlParameters = {},
  without: readonly string[] = [],
): string => canonicalUrl(`/?${query}`, ['cursor', READING, ...without], changes)

/** Returns the query of a URL of the API as the address of the same search on the page. */
export const searchUrlOf = (apiUrl: string): string => searchUrl(searchQueryOf(apiUrl))

/** Returns the address of another page of a list, from its URL in the API. */
export function pageUrl(query: URLSearchParams, apiUrl: string | null, reading: number): string | null {
  if (apiUrl === null) return null
  const cursor = new URLSearchParams(queryOf(apiUrl)).get('cursor')
  const place = { ...(cursor && { cursor }), ...(reading > 0 && { [READING]: String(reading) }) }
  return canonicalUrl(`/?${query}`, ['cursor', READING], place)
}
