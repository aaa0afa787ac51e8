import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { Article } from '../../../record/articles/schema.ts'
import { changed } from '../../access/idempotency/once.ts'
import { mountReview } from '../../access/idempotency/review-route.ts'
import { mountReviewedHistory } from '../../changes/history/review-route.ts'
import type { Reader } from '../../extraction/domain.ts'
import { correctArticle, listArticleHistory, undoArticleChange } from './domain.ts'
import { articleCorrectionBody, articleUndoBody } from './parameters.ts'

const BODY_BYTES_MAX = 64 * 1024
const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })
const Corrected = example(Article, 'getArticle')

/** Mounts the corrections of an article's metadata, their undo, and the history. */
export function articleCorrectionRoutes(
  app: App,
  context: { readonly db: Db; readonly now: () => Date; readonly reader: Reader },
): void {
  const { reader } = context
  mountReview(app, context, {
    method: 'PATCH',
    url: '/articles/:id',
    operationId: 'correctArticle',
    tag: 'articles',
    summary: 'Correct the metadata of an article',
    description:
      'Fields that are left out keep their values; null removes one. If the date of publication changes, the statements are dated again, each with a revision. Dates that a person set, and statuses, stay. For a new text, POST /v1/articles with the same URL.',
    bodyLimit: BODY_BYTES_MAX,
    params: articleId,
    body: articleCorrectionBody,
    answer: Corrected,
    errors: ['gone'],
    change: async (tx, id, correction, review) =>
      changed(await correctArticle(tx, id, correction, review, reader)),
  })

  mountReview(app, context, {
    method: 'POST',
    url: '/articles/:id/undo',
    operationId: 'undoArticle',
    tag: 'articles',
    summary: 'Undo the last correction of an article',
    description:
      'Undoes the latest change of metadata, as a new change. Another request undoes the previous change. A new text is not undone.',
    bodyLimit: BODY_BYTES_MAX,
    params: articleId,
    body: articleUndoBody,
    answer: Corrected,
    errors: ['gone'],
    change: async (tx, id, _edit, review) => changed(await undoArticleChange(tx, id, review, reader)),
  })

  mountReviewedHistory(app, context, {
    path: '/articles/:id',
    tag: 'articles',
    operationId: 'getArticleHistory',
    summary: 'Read the history of an article',
    description:
      'The revisions, latest first: who changed what, when, why, before and after. For a withdrawn or erased article, a key with the scope review is required.',
    params: articleId,
    list: listArticleHistory,
  })
}
