import type { Db } from '../../database/db.ts'
import type { UrlParameters } from '../../http/canonical-url.ts'
import type { ListRequest } from '../../http/paging.ts'
import { cachedRead } from '../../http/read-cache.ts'
import { readCoverage } from '../../record/articles/domain.ts'
import { countStatementsUpTo } from '../../record/statements/domain.ts'
import type { StatementFilters } from '../../record/statements/schema.ts'
import type { NothingFound } from './formats/schema.ts'
import { statementsUrl } from './list-url.ts'
import { statementFilters } from './parameters.ts'

/** The most statements that are counted for a list without one of its filters. */
const COUNTED_MAX = 1000

const NO_DENIAL = 'The record has only its articles. A missing statement does not prove that no one made it.'

/** The filters that can each exclude statements alone. */
const FILTERS = Object.keys(statementFilters).filter((name) => name !== 'match') as (keyof StatementFilters)[]

/**
 * Explains an empty list. Counts the statements without each of its filters, and tells the coverage of the record.
 * @param fromPath the parameters of `/v1/statements` that the path replaces.
 * @returns undefined if the list has no filter.
 */
export async function describeNothing(
  request: ListRequest,
  db: Db,
  filters: StatementFilters,
  fromPath: UrlParameters,
): Promise<NothingFound | undefined> {
  const given = FILTERS.filter((name) =>
    name === 'vanished' ? filters.vanished === 'only' : (filters[name] ?? null) !== null,
  )
  if (given.length === 0) return undefined
  const [covers, found] = await Promise.all([
    request.server.readCache.get(request.dataVersion, 'coverage', () => readCoverage(db)),
    cachedRead(request, 'without', () =>
      Promise.all(
        given.map((parameter) =>
          countStatementsUpTo(db, { ...filters, [parameter]: undefined }, COUNTED_MAX),
        ),
      ),
    ),
  ])
  const without = given.map((parameter, index) => ({
    parameter,
    statements: Math.min(found[index]!, COUNTED_MAX),
    capped: found[index]! > COUNTED_MAX,
    url: statementsUrl(request, fromPath, [parameter]),
  }))
  return { without, covers, note: NO_DENIAL }
}
