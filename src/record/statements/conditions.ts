import { SHOWN_STATUSES } from '../../core/visibility.ts'
import { type Conditions, conditions } from '../../database/conditions.ts'
import { demandPublished } from '../../database/intervals.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import { demandOrganization } from './offices.ts'
import { demandSaid } from './period.ts'
import type { StatementFilters } from './schema.ts'

/** The two parts of the query that filters narrow. */
interface Query {
  /** Conditions on `statements s`. */
  readonly statements: Conditions
  /** Conditions on `articles a`, of which the statement's article must be one. */
  readonly articles: Conditions
}

const FILTERS: FilterTable<StatementFilters, Query> = {
  official: ({ statements }, { official }) => statements.addOneOf('s.official_id', official),
  organization({ statements }, { organization }) {
    if (organization) demandOrganization(statements, organization)
  },
  article: ({ statements }, { article }) => statements.addOneOf('s.article_id', article),
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
  said_from: ({ statements }, filters) => demandSaid(statements, filters),
  // Read with said_from.
  said_to: () => undefined,
  match: () => undefined,
  publisher: ({ articles }, { publisher }) =>
    articles.add(publisher, (p) => `publisher_key(a.publisher) = ANY(${p}::text[])`),
  published_from: ({ articles }, { published_from, published_to }) =>
    demandPublished(articles, published_from, published_to),
  // Read with published_from.
  published_to: () => undefined,
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
