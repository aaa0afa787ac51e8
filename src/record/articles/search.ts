import type { PageRequest } from '../../core/page.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import type { Db } from '../../database/db.ts'
import { highlightsIn, wordsToStem } from '../search/highlights.ts'
import { snippetOf } from '../search/snippets.ts'
import { findStems } from '../search/stems.sql.ts'
import type { Article, ArticleFilters } from './schema.ts'
import { type FoundArticles, searchArticles } from './search.sql.ts'
import * as sql from './store.sql.ts'

/** The length of the text that is searched for a snippet, in Unicode code points. */
const SEARCHED_MAX = 50_000

/** Lists articles that match the filters, with or without a search. */
export async function listArticles(
  db: Db,
  filters: ArticleFilters,
  request: PageRequest,
): Promise<FoundArticles> {
  const { q } = filters
  if (q) return searchArticles(db, { ...filters, q }, request)
  return { rows: await sql.listArticles(db, filters, request), ranked: null }
}

/** Adds the matches of a search to articles. */
export async function addMatches(
  db: Db,
  q: SearchQuery,
  articles: readonly Article[],
): Promise<readonly Article[]> {
  const texts = await sql.findBeginnings(
    db,
    articles.map(({ snapshot }) => snapshot.id),
    SEARCHED_MAX,
  )
  const titles = articles.flatMap(({ title }) => title ?? [])
  const stems = await findStems(db, wordsToStem(q, [...titles, ...texts.values()]))
  return articles.map((article) => ({
    ...article,
    match: {
      title: highlightsIn(article.title ?? '', q, stems),
      snippet: snippetOf(texts.get(article.snapshot.id) ?? '', q, stems),
    },
  }))
}
