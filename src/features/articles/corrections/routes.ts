import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import { allows } from '../../../http/auth.ts'
import type { App } from '../../../http/instance.ts'
import { readPage, sendPage } from '../../../http/paging.ts'
import { CHANGE_ERRORS, changeHeaders } from '../../../http/writes.ts'
import { Article } from '../../../record/articles/schema.ts'
import { changed, writeOnce } from '../../access/idempotency/once.ts'
import { historyPage, historyQuery } from '../../changes/history/parameters.ts'
import { correctArticle, listArticleHistory, undoArticleChange } from './domain.ts'
import { articleCorrectionBody, articleUndoBody } from './parameters.ts'

const BODY_BYTES_MAX = 64 * 1024
const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })
const Corrected = example(Article, 'getArticle')

const METADATA = {
  title: 'Ferry to run all winter',
  publisher: 'The Gazette',
  byline: null,
  dateline: null,
  url: 'https://gazette.example/ferry',
  language: 'en',
  snapshot: '0193c1d2-0000-7000-8000-000000000002',
  withdrawn: false,
}
const HistoryPage = historyPage('/v1/articles/0193c1d2-0000-7000-8000-000000000001/history', {
  version: 2,
  action: 'corrected',
  actor: 'night desk',
  reason: 'The date was printed below the headline.',
  recorded: '2026-11-23T10:00:00.000Z',
  changed: ['published', 'publishedBasis'],
  before: { ...METADATA, published: null, publishedBasis: 'unknown' },
  after: { ...METADATA, published: '2025-01-15', publishedBasis: 'stated' },
})

/** Mounts the corrections of articles: their metadata, the undo, and the history. */
export function articleCorrectionRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  app.patch(
    '/articles/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: [...CHANGE_ERRORS, 'gone'] },
      schema: {
        operationId: 'correctArticle',
        tags: ['articles'],
        summary: 'Correct what is known of an article',
        description:
          'Corrects title, publisher, byline, dateline, URL, date of publication and language. What is left out keeps its value; null removes it. If the date of publication changes, the statements are dated again, each with a revision. Dates that a person set, and statuses, stay. The text itself changes by another POST /v1/articles with the same URL.',
        params: articleId,
        headers: changeHeaders,
        body: articleCorrectionBody,
        response: { 200: Corrected },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...correction } = request.body
      const write = { db, at: now(), operation: `correctArticle ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await correctArticle(tx, id, correction, { ...writer, reason })),
      )
    },
  )

  app.post(
    '/articles/:id/undo',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: [...CHANGE_ERRORS, 'gone'] },
      schema: {
        operationId: 'undoArticle',
        tags: ['articles'],
        summary: 'Undo the last correction of an article',
        description:
          'Undoes the latest change of metadata, as a change of its own. Sent again, it undoes the one before. A new text is not undone.',
        params: articleId,
        headers: changeHeaders,
        body: articleUndoBody,
        response: { 200: Corrected },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason } = request.body
      const write = { db, at: now(), operation: `undoArticle ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await undoArticleChange(tx, id, { ...writer, reason })),
      )
    },
  )

  app.get(
    '/articles/:id/history',
    {
      // Reviewers see more than others, so no cache may store the response.
      config: { scope: 'read', conditional: { cacheControl: 'no-store' }, errors: ['gone'] },
      schema: {
        operationId: 'getArticleHistory',
        tags: ['articles'],
        summary: 'Read the history of an article',
        description:
          'The revisions, latest first: who changed what, when, why, before and after. For a withdrawn or erased article, a key with the scope review is required.',
        params: articleId,
        querystring: historyQuery,
        response: { 200: HistoryPage },
      },
    },
    async (request, reply) => {
      const { query, caller } = request
      const mayReview = caller !== null && allows(caller, 'review')
      const page = readPage(request, query)
      const rows = await listArticleHistory(db, request.params.id, page, mayReview)
      return sendPage(request, reply, { page, rows })
    },
  )
}
