import { SHOWN_STATUSES } from '../../core/visibility.ts'
import { ATTRIBUTIONS, POLARITIES, SAID_BASES, STATEMENT_TYPES } from '../../core/vocabulary.ts'
import { type Conditions, conditions } from '../../database/conditions.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import { demandSearch } from '../search/conditions.ts'
import { demandOrganization } from './offices.ts'
import { demandSaid } from './period.ts'
import { demandPublished } from './published.ts'
import type { StatementFilters } from './schema.ts'

const FILTERS: FilterTable<StatementFilters, Conditions> = {
  official: (where, { official }) => where.addOneOf('s.official_id', official),
  organization(where, { organization }) {
    if (organization) demandOrganization(where, organization)
  },
  article: (where, { article }) => where.addOneOf('s.article_id', article),
  type: (where, { type }) => where.add(type, (p) => `s.type = ANY(${p}::statement_type[])`),
  polarity: (where, { polarity }) => where.add(polarity, (p) => `s.polarity = ANY(${p}::polarity[])`),
  attribution: (where, { attribution }) =>
    where.add(attribution, (p) => `s.attribution = ANY(${p}::attribution[])`),
  said_basis: (where, { said_basis }) =>
    where.add(said_basis, (p) => `s.said_basis = ANY(${p}::said_basis[])`),
  status: (where, { status = SHOWN_STATUSES }) =>
    where.add(status, (p) => `s.status = ANY(${p}::statement_status[])`),
  vanished(where, { vanished = 'exclude' }) {
    if (vanished !== 'include')
      where.demand(`s.vanished_snapshot_id IS ${vanished === 'only' ? 'NOT NULL' : 'NULL'}`)
  },
  min_confidence: (where, { min_confidence }) =>
    where.add(min_confidence, (p) => `s.confidence >= ${p}::float8`),
  said_from: (where, filters) => demandSaid(where, filters),
  // The entry of `said_from` reads this filter.
  said_to: () => undefined,
  match: () => undefined,
  publisher: (where, { publisher }) => where.addOneOf('s.publisher_key', publisher, 'text'),
  published_from: (where, filters) => demandPublished(where, filters),
  // The entry of `published_from` reads this filter.
  published_to: () => undefined,
  q(where, { q, ...others }) {
    // A count without this filter needs the index of words.
    if (q) demandSearch(where, q, q.rowsOf !== undefined && others[q.rowsOf]?.length === 1)
  },
  distinct(where, filters) {
    if (filters.distinct) where.demand(isFirstReport(where, filters))
  },
}

/**
 * Returns SQL that is true if no earlier report of the same utterance matches the filters. PostgreSQL evaluates it for
 * each statement that matches the other filters: most have no other report, and one read of an index tells.
 * @param where conditions of the same query. Their parameters are extended.
 */
export function isFirstReport(
  where: Conditions,
  { distinct: _distinct, ...others }: StatementFilters,
): string {
  const matching = statementConditions(others, where.beyond())
  return `NOT EXISTS (
    SELECT FROM (
      SELECT earlier.statement_id FROM sightings own
        JOIN sightings earlier ON earlier.first_id = own.first_id AND earlier.place < own.place
      WHERE own.statement_id = s.id OFFSET 0) earlier
    JOIN statements s ON s.id = earlier.statement_id ${matching.where()})`
}

/**
 * Returns the filters with all values for each kind without a filter, if any kind has a filter. The index of kinds then
 * finds each combination of values. The index of a subject lacks columns for some kinds, so filters with a subject are
 * returned unchanged.
 */
export function anyKind(filters: StatementFilters): StatementFilters {
  const { official, organization, publisher, type, polarity, attribution, said_basis, status } = filters
  if (official ?? organization ?? publisher) return filters
  if (!(type ?? polarity ?? attribution ?? said_basis ?? status)) return filters
  return {
    ...filters,
    type: type ?? STATEMENT_TYPES,
    polarity: polarity ?? POLARITIES,
    attribution: attribution ?? ATTRIBUTIONS,
    said_basis: said_basis ?? SAID_BASES,
  }
}

/**
 * Returns the conditions of the filters, over `statements s`.
 * @param where the conditions to extend. Default: new conditions.
 */
export function statementConditions(filters: StatementFilters, where: Conditions = conditions()): Conditions {
  // No list contains the statements of a withdrawn article, whatever the filters are.
  where.demand('NOT s.withdrawn')
  applyFilters(FILTERS, where, filters)
  return where
}
