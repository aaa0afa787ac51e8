import { DomainError } from '../../../core/errors.ts'
import { parseSearch } from '../../../core/search-query.ts'
import type { Db } from '../../../database/db.ts'
import { historyOf } from '../../../features/changes/history/domain.ts'
import type { HistoryEntry } from '../../../features/changes/history/schema.ts'
import { getArticle, listArticles } from '../../../record/articles/domain.ts'
import type { Article } from '../../../record/articles/schema.ts'
import { RELEVANCE } from '../../../record/search/schema.ts'
import { type ListPage, readListPage } from '../shell/list-page.ts'
import type { DeskRequest } from '../shell/mount.ts'

/** The articles on one page of the list, and the changes on the page of an article. */
const ARTICLES = 20
const CHANGES = 20

/** A page of articles, the latest first, or the best matches of a search first. */
export interface ArticleList extends ListPage<Article> {
  readonly q: string
}

/** Reads a page of the articles on record. */
export async function readArticleList(db: Db, desk: DeskRequest): Promise<ArticleList> {
  const q = (desk.query.get('q') ?? '').trim()
  const sort = q === '' ? '-recorded' : RELEVANCE
  const list = { place: `desk articles ${q}`, sort, limit: ARTICLES }
  const articles = await readListPage(
    desk,
    list,
    async (page) => (await listArticles(db, q === '' ? {} : { q: parseSearch(q) }, page)).rows,
  )
  return { ...articles, q }
}

/** An article to correct. */
export interface ArticleView {
  readonly id: string
  /** Null if the article was withdrawn or erased. */
  readonly article: Article | null
  /** Why the article is not shown; null if it is. */
  readonly absence: string | null
  readonly version: number
  readonly history: readonly HistoryEntry[]
}

/**
 * Reads an article with its history, withdrawn or not.
 * @throws DomainError `not_found`.
 */
export async function readArticleToCorrect(db: Db, id: string): Promise<ArticleView> {
  const [found, rows] = await Promise.all([
    getArticle(db, id).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'gone') return error.message
      throw error
    }),
    historyOf(db, 'article', id, { limit: CHANGES, sort: '-version', position: null }),
  ])
  const history = rows.slice(0, CHANGES).map(({ item }) => item)
  const isShown = typeof found !== 'string'
  return {
    id,
    article: isShown ? found : null,
    absence: isShown ? null : found,
    version: isShown ? found.version : (history[0]?.version ?? 0),
    history,
  }
}
