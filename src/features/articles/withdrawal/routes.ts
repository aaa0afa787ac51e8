import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { CHANGE_ERRORS, changeHeaders } from '../../../http/writes.ts'
import { Article } from '../../../record/articles/schema.ts'
import { changed, writeOnce } from '../../access/idempotency/once.ts'
import { transitionBody } from '../../statements/review/parameters.ts'
import { REMOVED_EXAMPLE } from './documentation.ts'
import { eraseArticleForGood, restoreArticle, withdrawArticle } from './domain.ts'
import { RemovedArticle } from './schema.ts'

const BODY_BYTES_MAX = 32 * 1024
const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })
const body = (reason: string) => transitionBody.meta({ examples: [{ reason }] })
const Removed = RemovedArticle.meta({ examples: [REMOVED_EXAMPLE] })

/** Mounts the withdrawal, the restoration and the erasure of articles. */
export function articleWithdrawalRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  app.post(
    '/articles/:id/withdraw',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: [...CHANGE_ERRORS, 'gone'] },
      schema: {
        operationId: 'withdrawArticle',
        tags: ['articles'],
        summary: 'Withdraw an article',
        description:
          'The article and its statements leave every list, count, date and annotation. Reading one of them answers 410 with when, by whom and why. The same text is refused when it is sent again. POST …/restore brings everything back as it was.',
        params: articleId,
        headers: changeHeaders,
        body: body('The publisher withdrew the article.'),
        response: { 200: Removed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const write = { db, at: now(), operation: `withdrawArticle ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await withdrawArticle(tx, id, { ...writer, ...request.body })),
      )
    },
  )

  app.post(
    '/articles/:id/restore',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: [...CHANGE_ERRORS, 'gone'] },
      schema: {
        operationId: 'restoreArticle',
        tags: ['articles'],
        summary: 'Restore a withdrawn article',
        description:
          'Brings a withdrawn article back with all its statements, their reviews and their addresses. If-Match names the version that the withdrawal made. An erased article cannot be restored.',
        params: articleId,
        headers: changeHeaders,
        body: body('The publisher stands by the article.'),
        response: { 200: example(Article, 'getArticle') },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const write = { db, at: now(), operation: `restoreArticle ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await restoreArticle(tx, id, { ...writer, ...request.body })),
      )
    },
  )

  app.delete(
    '/articles/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'admin', errors: [...CHANGE_ERRORS, 'gone'] },
      schema: {
        operationId: 'eraseArticle',
        tags: ['articles'],
        summary: 'Erase an article for good',
        description:
          'For when the law demands it: removes the texts, title, byline, dateline and URL, the words of the statements, and the content of all their revisions. Ids, hashes, times and the reason stay. It cannot be undone; to hide an article, withdraw it. The same text, or another text at the same URL, is refused from then on.',
        params: articleId,
        headers: changeHeaders,
        body: body('Order 12/2026 of the district court.'),
        response: { 200: Removed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const write = { db, at: now(), operation: `eraseArticle ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await eraseArticleForGood(tx, id, { ...writer, ...request.body })),
      )
    },
  )
}
