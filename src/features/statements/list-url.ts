import { canonicalUrl, queryOf, type UrlParameters } from '../../http/canonical-url.ts'
import type { ListRequest } from '../../http/paging.ts'
import { statementList } from './parameters.ts'

/**
 * Returns the URL of a list of statements as a URL of `/v1/statements`, from its first page. Leaves out parameters
 * that this list does not have.
 * @param changes parameters to set, such as those that the path replaces.
 * @param without parameters to leave out.
 */
export function statementsUrl(
  request: ListRequest,
  changes: UrlParameters,
  without: readonly string[] = [],
): string {
  const kept = Object.entries(changes).filter(([name]) => !without.includes(name))
  const query = queryOf(request.url)
  const foreign = [...new URLSearchParams(query).keys()].filter((name) => !Object.hasOwn(statementList, name))
  // Without a search, the sort by relevance is not possible.
  const sort = without.includes('q') && /[?&]sort=relevance(?:&|$)/.test(request.url) ? ['sort'] : []
  return canonicalUrl(
    `/v1/statements?${query}`,
    ['cursor', ...foreign, ...without, ...sort],
    Object.fromEntries(kept),
  )
}
