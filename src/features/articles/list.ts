import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PageRequest } from '../../core/page.ts'
import { pick } from '../../core/pick.ts'
import type { Db } from '../../database/db.ts'
import type { Counting } from '../../database/row-count.ts'
import { PageLinks, pageWith, sendPage, sparse } from '../../http/paging.ts'
import { addMatches, countArticles, listArticles } from '../../record/articles/domain.ts'
import { Article, type ArticleFilters } from '../../record/articles/schema.ts'
import { RANKED_FACT } from '../../record/search/schema.ts'

/** The links of pages of articles, with the facts beside them. */
export const ArticlePageLinks = PageLinks.extend(RANKED_FACT)

/** A page of articles. */
export const ArticlePage = pageWith(sparse(Article), ArticlePageLinks)

/** A list of articles whose filters are resolved. */
interface ArticleList {
  readonly filters: ArticleFilters
  readonly page: PageRequest
  readonly query: { readonly count: Counting; readonly fields?: readonly (keyof Article)[] | undefined }
}

/** Reads a page of articles, and sets the `Link` header. */
export async function readArticles(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  { filters, page, query }: ArticleList,
) {
  const { q } = filters
  const [{ rows, ranked }, count] = await Promise.all([
    listArticles(db, filters, page),
    countArticles(db, filters, query.count),
  ])
  const answer = sendPage(request, reply, { page, rows, count, facts: ranked ? { ranked } : {} })
  const { fields } = query
  // The matches belong to the field `title`: without it, the items have no matches.
  const hasMatches = q !== undefined && (fields === undefined || fields.includes('title'))
  const items = hasMatches ? await addMatches(db, q, answer.items) : answer.items
  const keys = hasMatches && fields ? [...fields, 'match' as const] : fields
  return { ...answer, items: items.map((item) => pick(item, keys)) }
}
