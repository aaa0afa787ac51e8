import { daysOf, type Period } from '../../core/periods.ts'
import type { Db } from '../../database/db.ts'
import type { UrlParameters } from '../../http/canonical-url.ts'
import type { ListRequest } from '../../http/paging.ts'
import { cachedCounts } from '../../http/read-cache.ts'
import { countFacets } from '../../record/statements/domain.ts'
import type { FacetName, StatementFilters } from '../../record/statements/schema.ts'
import type { StatementPageFacts } from './formats/schema.ts'
import { statementsUrl } from './list-url.ts'

/** The facets that a list counts, and the parameters of `/v1/statements` that its path replaces. */
interface FacetRequest {
  readonly facets: readonly FacetName[] | undefined
  readonly fromPath: UrlParameters
}

/**
 * Counts the matches of a list by the facets that its query names. The URL of each value is a URL of `/v1/statements`
 * that narrows the same list to the value.
 */
export async function facetsFact(
  request: ListRequest,
  db: Db,
  filters: StatementFilters,
  { facets, fromPath }: FacetRequest,
): Promise<Pick<StatementPageFacts, 'facets'>> {
  if (facets === undefined) return {}
  const names = [...facets].sort()
  const { counts, ...totals } = await cachedCounts(
    request,
    `facets ${names}`,
    () => countFacets(db, filters, names),
    ({ estimated }) => estimated,
  )
  const urlOf = (changes: UrlParameters): string => statementsUrl(request, { ...fromPath, ...changes })
  const values = names.map((name) => [
    name,
    (counts[name] ?? []).map((one) => ({ ...one, url: urlOf(narrowing(name, one.value, filters)) })),
  ])
  return { facets: { ...totals, ...Object.fromEntries(values) } }
}

/** Returns the parameters that narrow a list to a value. */
const narrowing = (name: FacetName, value: string, filters: StatementFilters): Record<string, string> =>
  name === 'year' || name === 'month' ? narrowingTo(value, filters) : { [name]: value }

/** Returns the parameters that narrow a list to a year or a month, within the period of the list. */
export function narrowingTo(
  period: Period,
  { said_from: from, said_to: to }: StatementFilters,
): Record<string, string> {
  const { earliest, latest } = daysOf(period)
  return {
    match: 'within',
    said_from: from && from > earliest ? from : period,
    said_to: to && to < latest ? to : period,
  }
}
