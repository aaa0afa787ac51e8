import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { wholeNumber } from '../../../input/values.ts'
import { getAnnotationPage, getAnnotations } from '../../statements/annotation/domain.ts'
import { JSON_LD, linkedData, setAnnotationType } from '../../statements/annotation/parameters.ts'
import { AnnotationCollection, AnnotationPage } from '../../statements/annotation/schema.ts'
import {
  readStatements,
  sendStatements,
  statementListAnswer,
  statementListConfig,
} from '../../statements/list.ts'
import { statementList } from '../../statements/parameters.ts'

/** More pages than any article has. */
const LAST_PAGE = 99_999

const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })

/** Mounts the statements of one article: as a list, and as W3C Web Annotations. */
export function articleStatementRoutes(app: App, { db }: { db: Db }): void {
  const { article: _article, ...withoutArticle } = statementList
  app.get(
    '/articles/:id/statements',
    {
      config: { ...statementListConfig, errors: ['gone'] },
      schema: {
        operationId: 'listStatementsOfArticle',
        tags: ['articles', 'statements'],
        summary: 'List the statements of an article',
        description: 'The list of statements, filtered by one article.',
        params: articleId,
        querystring: z.strictObject(withoutArticle),
        response: { 200: statementListAnswer() },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const query = { ...request.query, article: [id.toLowerCase()] }
      return sendStatements(request, reply, await readStatements(request, reply, db, query, 'article'))
    },
  )

  app.get(
    '/articles/:id/annotations',
    {
      config: { scope: 'read', errors: ['gone'], produces: [JSON_LD, 'application/json'] },
      schema: {
        operationId: 'getArticleAnnotations',
        tags: ['articles', 'statements'],
        summary: 'List the statements of an article as W3C Web Annotations',
        description:
          'All statements of the latest text, in text order, as an annotation collection with its first page. Positions count Unicode code points.',
        params: articleId,
        response: {
          200: linkedData(
            'The annotations of the article.',
            example(AnnotationCollection, 'getArticleAnnotations'),
          ),
        },
      },
    },
    async (request, reply) => {
      setAnnotationType(request, reply)
      return getAnnotations(db, request.params.id, request.server.originOf(request))
    },
  )

  app.get(
    '/articles/:id/annotations/:page',
    {
      config: { scope: 'read', errors: ['gone'], produces: [JSON_LD, 'application/json'] },
      schema: {
        operationId: 'getArticleAnnotationPage',
        tags: ['articles', 'statements'],
        summary: 'Read a page of the annotations of an article',
        description: 'The pages count from 0. `next` and `prev` lead to the other pages.',
        params: articleId.extend({
          page: wholeNumber(0, LAST_PAGE, { default: 0, description: 'The number of the page.' }),
        }),
        response: {
          200: linkedData('A page of annotations.', example(AnnotationPage, 'getArticleAnnotationPage')),
        },
      },
    },
    async (request, reply) => {
      setAnnotationType(request, reply)
      const { id, page } = request.params
      return getAnnotationPage(db, id, page, request.server.originOf(request))
    },
  )
}
