import { isUuid } from '../../core/id-or-slug.ts'
import { type Conditions, conditions } from '../../database/conditions.ts'
import { demandOverlap, lastDayOf } from '../../database/intervals.ts'
import type { StatementFilters } from './schema.ts'

/** Lists leave out what people have taken back or thrown out, unless asked for it. */
export const SHOWN_STATUSES = ['machine', 'verified', 'disputed'] as const

/** The conditions of the filters, over `statements s`. */
export function statementConditions(filters: StatementFilters): Conditions {
  const where = conditions()
  where.add(filters.official, (p) => `s.official_id = ${idOrSlug('officials', filters.official, p)}`)
  where.add(
    filters.organization,
    (p) => `s.organization_id = ${idOrSlug('organizations', filters.organization, p)}`,
  )
  where.add(filters.article, (p) => `s.article_id = ${p}::uuid`)
  where.add(filters.type, (p) => `s.type = ANY(${p}::statement_type[])`)
  where.add(filters.polarity, (p) => `s.polarity = ANY(${p}::polarity[])`)
  where.add(filters.attribution, (p) => `s.attribution = ANY(${p}::attribution[])`)
  where.add(filters.said_basis, (p) => `s.said_basis = ANY(${p}::said_basis[])`)
  where.add(filters.status ?? SHOWN_STATUSES, (p) => `s.status = ANY(${p}::statement_status[])`)
  if (filters.vanished !== 'include') {
    where.demand(`s.vanished_snapshot_id IS ${filters.vanished === 'only' ? 'NOT NULL' : 'NULL'}`)
  }
  where.add(filters.min_confidence, (p) => `s.confidence >= ${p}::float8`)
  saidBetween(where, filters)
  inArticles(where, filters)
  return where
}

function saidBetween(where: Conditions, { said_from, said_to, match }: StatementFilters): void {
  if (match !== 'within') {
    demandOverlap(where, 's.said', said_from, said_to)
    return
  }
  // What lies within a bound also overlaps it: said twice, so that the index on the last day serves both.
  const lastDay = lastDayOf('s.said')
  where.add(said_from, (p) => `${lastDay} >= ${p}::date AND s.said_earliest >= ${p}::date`)
  where.add(said_to, (p) => `${lastDay} <= ${p}::date AND s.said_latest <= ${p}::date`)
}

function inArticles(where: Conditions, { publisher, published_from, published_to }: StatementFilters): void {
  const articles = where.beyond()
  articles.add(publisher, (p) => `a.publisher = ${p}`)
  demandOverlap(articles, 'a.published', published_from, published_to)
  const clause = articles.where()
  if (clause) where.demand(`s.article_id IN (SELECT a.id FROM articles a ${clause})`)
}

const idOrSlug = (
  table: 'officials' | 'organizations',
  value: string | undefined,
  placeholder: string,
): string =>
  isUuid(value ?? '') ? `${placeholder}::uuid` : `(SELECT id FROM ${table} WHERE slug = ${placeholder})`
