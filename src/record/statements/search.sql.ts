import type { Keyed, PageRequest } from '../../core/page.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import type { Db } from '../../database/db.ts'
import { demandBeyond, inOrder, type Keyset, type Start } from '../../database/keyset.ts'
import { rows } from '../../database/sql.ts'
import { estimateShare } from '../search/frequencies.sql.ts'
import { type Ranked, RELEVANCE } from '../search/schema.ts'
import { statementConditions } from './conditions.ts'
import { keysetOf } from './order.ts'
import { SAID_ORDER } from './period.ts'
import type { Statement, StatementFilters, StatementSort } from './schema.ts'
import { matching, RANKED, relevance, type Source, type Way, wayFor } from './search-page.sql.ts'
import { countStatements, type Expansions, readPage } from './store.sql.ts'

// SQL, because Prisma can neither search words nor rank matches.

/** Filters with a search. */
export type SearchFilters = StatementFilters & { readonly q: SearchQuery }

/**
 * Lists the statements that match a search and the other filters. The statement nearest to the position of the page
 * comes first. The list has at most one statement more than the page. If a scan of the first statements finds too few,
 * the index of words finds the matches.
 */
export async function searchStatements(
  db: Db,
  filters: SearchFilters,
  request: PageRequest,
  expansions: Expansions,
): Promise<Keyed<Statement>[]> {
  const isRanked = request.sort === RELEVANCE
  const pageOf = isRanked ? rankedPage : sortedPage
  const read = (way: Way) => readPage(db, { ...pageOf(way, filters, request), request, expansions })
  const share = await estimateShare(db, filters.q, 'statements')
  const way = wayFor(share, isRanked ? RANKED : request.limit + 1, filters.official !== undefined)
  if (way === 'index') return read('index')
  const found = await read('scan')
  return found.length > (isRanked ? 0 : request.limit) ? found : read('index')
}

/** Builds the parts of a query that starts at a position. */
function sourceOf(way: Way, filters: SearchFilters, keyset: Keyset, start: Start, count: number): Source {
  const where = statementConditions(filters)
  const inIndex = where.beyond()
  demandBeyond(keyset, start, way === 'scan' ? inIndex : where)
  if (way === 'scan' && filters.official?.length === 1) inIndex.addOneOf('s.official_id', filters.official)
  return { keyset, start, where, inIndex, count }
}

function sortedPage(way: Way, filters: SearchFilters, request: PageRequest) {
  const keyset = keysetOf(request.sort as StatementSort)
  const source = sourceOf(way, filters, keyset, request, request.limit + 1)
  return { page: matching(way, source), parameters: source.where.parameters, keyset }
}

/**
 * Builds the query for a page of the newest matches, most relevant first. If `way` is `scan`, and the scan finds fewer
 * matches than must be ranked, the query returns no rows.
 */
function rankedPage(way: Way, filters: SearchFilters, request: PageRequest) {
  const source = sourceOf(way, filters, keysetOf('-said'), { position: null }, RANKED)
  const { where } = source
  const keyset: Keyset = {
    expression: 's.rank',
    type: 'bigint',
    id: 's.id',
    idType: 'uuid',
    descending: true,
  }
  const rank = relevance(where, filters.q, SAID_ORDER.descending)
  const beyond = where.beyond()
  demandBeyond(keyset, request, beyond)
  if (way === 'scan') beyond.demand(`(SELECT count(*) FROM newest) = ${RANKED}`)
  const page = `WITH newest AS MATERIALIZED (${matching(way, source)}),
      ranked AS MATERIALIZED (SELECT s.id, ${rank} AS rank FROM newest s)
    SELECT s.*, f.sort_value FROM (
      SELECT s.id, s.rank AS sort_value FROM ranked s ${beyond.where()} ${inOrder(keyset, request)} LIMIT ${request.limit + 1}
    ) f JOIN statements s ON s.id = f.id`
  return { page, parameters: where.parameters, keyset }
}

/** Returns the number of ranked matches if only a part is ranked; null if all are ranked. */
export async function countRanked(db: Db, filters: SearchFilters): Promise<Ranked | null> {
  const where = statementConditions(filters)
  const [row] = await rows(
    db,
    `SELECT count(*) AS count FROM (SELECT FROM statements s ${where.where()} LIMIT ${RANKED + 1}) found`,
    where.parameters,
  )
  if ((row as { count: number }).count <= RANKED) return null
  const estimated = await countStatements(db, filters, 'estimate')
  return { newest: RANKED, of: Math.max(RANKED + 1, estimated ?? 0) }
}
