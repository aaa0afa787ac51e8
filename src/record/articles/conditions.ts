import { type Conditions, conditions } from '../../database/conditions.ts'
import { demandOverlap } from '../../database/intervals.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import type { ArticleFilters } from './schema.ts'

const FILTERS: FilterTable<ArticleFilters, Conditions> = {
  publisher: (where, { publisher }) => where.add(publisher, (p) => `a.publisher = ${p}`),
  url: (where, { url }) => where.add(url, (p) => `a.url = ${p}`),
  sha256: (where, { sha256 }) => where.add(sha256, (p) => `n.sha256 = ${p}`),
  published_from: (where, { published_from }) =>
    demandOverlap(where, 'a.published', published_from, undefined),
  published_to: (where, { published_to }) => demandOverlap(where, 'a.published', undefined, published_to),
}

/** Returns the conditions of the filters, over `articles a` and their latest `snapshots n`. */
export function articleConditions(filters: ArticleFilters): Conditions {
  const where = conditions()
  where.demand('NOT a.withdrawn')
  applyFilters(FILTERS, where, filters)
  return where
}
