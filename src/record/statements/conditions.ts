import { isUuid } from '../../core/id-or-slug.ts'
import { SHOWN_STATUSES } from '../../core/visibility.ts'
import { type Conditions, conditions } from '../../database/conditions.ts'
import { demandOverlap, lastDayOf } from '../../database/intervals.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import type { StatementFilters } from './schema.ts'

/** The two parts of the query that filters narrow. */
interface Query {
  /** Conditions on `statements s`. */
  readonly statements: Conditions
  /** Conditions on `articles a`, of which the statement's article must be one. */
  readonly articles: Conditions
}

/** Expression of the index on the last day. */
const LAST_DAY = lastDayOf('s.said')

const FILTERS: FilterTable<StatementFilters, Query> = {
  official: ({ statements }, { official }) =>
    statements.add(official, (p) => `s.official_id = ${idOrSlug('officials', official, p)}`),
  organization: ({ statements }, { organization }) =>
    statements.add(organization, (p) => `s.organization_id = ${idOrSlug('organizations', organization, p)}`),
  article: ({ statements }, { article }) => statements.add(article, (p) => `s.article_id = ${p}::uuid`),
  type: ({ statements }, { type }) => statements.add(type, (p) => `s.type = ANY(${p}::statement_type[])`),
  polarity: ({ statements }, { polarity }) =>
    statements.add(polarity, (p) => `s.polarity = ANY(${p}::polarity[])`),
  attribution: ({ statements }, { attribution }) =>
    statements.add(attribution, (p) => `s.attribution = ANY(${p}::attribution[])`),
  said_basis: ({ statements }, { said_basis }) =>
    statements.add(said_basis, (p) => `s.said_basis = ANY(${p}::said_basis[])`),
  status: ({ statements }, { status = SHOWN_STATUSES }) =>
    statements.add(status, (p) => `s.status = ANY(${p}::statement_status[])`),
  vanished({ statements }, { vanished = 'exclude' }) {
    if (vanished !== 'include')
      statements.demand(`s.vanished_snapshot_id IS ${vanished === 'only' ? 'NOT NULL' : 'NULL'}`)
  },
  min_confidence: ({ statements }, { min_confidence }) =>
    statements.add(min_confidence, (p) => `s.confidence >= ${p}::float8`),
  // A date within the bounds also overlaps them. Both are demanded so that the index on the last day serves both.
  said_from({ statements }, { said_from, match }) {
    if (match !== 'within') return demandOverlap(statements, 's.said', said_from, undefined)
    statements.add(said_from, (p) => `${LAST_DAY} >= ${p}::date AND s.said_earliest >= ${p}::date`)
  },
  said_to({ statements }, { said_to, match }) {
    if (match !== 'within') return demandOverlap(statements, 's.said', undefined, said_to)
    statements.add(said_to, (p) => `${LAST_DAY} <= ${p}::date AND s.said_latest <= ${p}::date`)
  },
  // Read by said_from and said_to.
  match: () => undefined,
  publisher: ({ articles }, { publisher }) => articles.add(publisher, (p) => `a.publisher = ${p}`),
  published_from: ({ articles }, { published_from }) =>
    demandOverlap(articles, 'a.published', published_from, undefined),
  published_to: ({ articles }, { published_to }) =>
    demandOverlap(articles, 'a.published', undefined, published_to),
}

/** Returns the conditions of the filters, over `statements s`. */
export function statementConditions(filters: StatementFilters): Conditions {
  const statements = conditions()
  const articles = statements.beyond()
  // The statements of a withdrawn article are in no list, whatever it asks for.
  statements.demand('NOT s.withdrawn')
  applyFilters(FILTERS, { statements, articles }, filters)
  const ofArticle = articles.where()
  if (ofArticle) statements.demand(`s.article_id IN (SELECT a.id FROM articles a ${ofArticle})`)
  return statements
}

const idOrSlug = (
  table: 'officials' | 'organizations',
  value: string | undefined,
  placeholder: string,
): string =>
  isUuid(value ?? '') ? `${placeholder}::uuid` : `(SELECT id FROM ${table} WHERE slug = ${placeholder})`
