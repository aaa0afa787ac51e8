import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { Article } from '../../../record/articles/schema.ts'
import { changed } from '../../access/idempotency/once.ts'
import { mountReview } from '../../access/idempotency/review-route.ts'
import { transitionBody } from '../../statements/review/parameters.ts'
import { REMOVED_EXAMPLE } from './documentation.ts'
import { eraseArticleForGood, restoreArticle, withdrawArticle } from './domain.ts'
import { RemovedArticle } from './schema.ts'

const BODY_BYTES_MAX = 32 * 1024
const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })
const body = (reason: string) => transitionBody.meta({ examples: [{ reason }] })
const Removed = RemovedArticle.meta({ examples: [REMOVED_EXAMPLE] })

/** Mounts the withdrawal, the restoration and the erasure of articles. */
export function articleWithdrawalRoutes(app: App, context: { db: Db; now: () => Date }): void {
  const common = { tag: 'articles', bodyLimit: BODY_BYTES_MAX, params: articleId, errors: ['gone'] } as const

  mountReview(app, context, {
    ...common,
    method: 'POST',
    url: '/articles/:id/withdraw',
    operationId: 'withdrawArticle',
    summary: 'Withdraw an article',
    description:
      'Afterwards, no list contains the article or its statements. Reading one of them answers 410 with the time, the key and the reason. The same text is refused. POST …/restore restores everything.',
    body: body('The publisher withdrew the article.'),
    answer: Removed,
    change: async (tx, id, _edit, review) => changed(await withdrawArticle(tx, id, review)),
  })

  mountReview(app, context, {
    ...common,
    method: 'POST',
    url: '/articles/:id/restore',
    operationId: 'restoreArticle',
    summary: 'Restore a withdrawn article',
    description:
      'Restores a withdrawn article with all its statements, their reviews and their addresses. If-Match names the version that the withdrawal made. An erased article cannot be restored.',
    body: body('The publisher stands by the article.'),
    answer: example(Article, 'getArticle'),
    change: async (tx, id, _edit, review) => changed(await restoreArticle(tx, id, review)),
  })

  mountReview(app, context, {
    ...common,
    method: 'DELETE',
    url: '/articles/:id',
    scope: 'admin',
    operationId: 'eraseArticle',
    summary: 'Erase an article permanently',
    description:
      'If the law demands it: removes the texts, title, byline, dateline, URL, the words of the statements, and the content of all revisions. Ids, hashes, times and the reason stay. This cannot be undone: to hide an article, withdraw it. The same text, and any text at the same URL, is refused from then on.',
    body: body('Order 12/2026 of the district court.'),
    answer: Removed,
    change: async (tx, id, _edit, review) => changed(await eraseArticleForGood(tx, id, review)),
  })
}
