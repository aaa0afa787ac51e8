import { DomainError } from '../../core/errors.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import { RELEVANCE } from './schema.ts'

export { findWordsWithoutStatements } from './words-without-statements.sql.ts'

/**
 * Returns the sort of a list. If the request names no sort, returns relevance for a search, otherwise the usual sort.
 * @throws DomainError `invalid_parameter` for relevance without a search.
 */
export function sortFor<Sort extends string>(
  sort: Sort | undefined,
  usual: Sort,
  q: SearchQuery | undefined,
): Sort | typeof RELEVANCE {
  if (sort === RELEVANCE && !q)
    throw new DomainError('invalid_parameter', 'sort: relevance needs words to compare. Send them as q.')
  return sort ?? (q ? RELEVANCE : usual)
}
