import { type Conditions, conditions } from '../../database/conditions.ts'
import { demandPublished } from '../../database/intervals.ts'
import { applyFilters, type FilterTable } from '../filters.ts'
import type { ArticleFilters } from './schema.ts'
import { demandPhrases, wordsQuery } from './search-conditions.ts'

const FILTERS: FilterTable<ArticleFilters, Conditions> = {
  publisher: (where, { publisher }) =>
    where.add(publisher, (p) => `publisher_key(a.publisher) = ANY(${p}::text[])`),
  url: (where, { url }) => where.add(url, (p) => `a.url = ${p}`),
  sha256: (where, { sha256 }) => where.add(sha256, (p) => `n.sha256 = ${p}`),
  published_from: (where, { published_from, published_to }) =>
    demandPublished(where, published_from, published_to),
  // The entry of `published_from` reads this filter.
  published_to: () => undefined,
  q(where, { q }) {
    if (!q) return
    where.demand(`w.words @@ ${wordsQuery(where, q)}`)
    demandPhrases(where, q)
  },
}

/**
 * Returns the conditions of the filters, over `articles a` and their latest `snapshots n`; for a search, also over
 * `article_words w`.
 */
export function articleConditions(filters: ArticleFilters): Conditions {
  const where = conditions()
  where.demand('NOT a.withdrawn')
  applyFilters(FILTERS, where, filters)
  return where
}
