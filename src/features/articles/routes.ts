import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import { tagVersion } from '../../http/conditional.ts'
import type { App } from '../../http/instance.ts'
import { pageOf, pick, readPage, sendPage, sparse } from '../../http/paging.ts'
import { count, cursor, fields, limit } from '../../http/parameters.ts'
import { dateBound } from '../../input/dates.ts'
import { choice, safeText } from '../../input/values.ts'
import {
  countArticles,
  getArticle,
  getText,
  listArticles,
  listSnapshots,
} from '../../record/articles/domain.ts'
import {
  ARTICLE_SORTS,
  Article,
  type ArticleFilters,
  SNAPSHOT_SORTS,
  Snapshot,
} from '../../record/articles/schema.ts'

const SHA256 = /^[0-9a-f]{64}$/

const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })

/** A page of articles. */
export const ArticlePage = pageOf(sparse(Article))

/** A page of the versions of a text. */
export const SnapshotPage = pageOf(Snapshot)

/** What was read: articles, and the immutable texts that all offsets count in. */
export function articleRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/articles',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listArticles',
        tags: ['articles'],
        summary: 'What was read',
        description: 'Articles, last published first, with the hash of the text that was read.',
        querystring: z.strictObject({
          publisher: safeText(200).optional().describe('Only articles of this publisher, spelt as recorded.'),
          url: safeText(2000).optional().describe('Only the article published at this address.'),
          sha256: z
            .string()
            .regex(SHA256, 'Must be 64 hexadecimal digits.')
            .optional()
            .describe('Only articles whose latest text has this hash.'),
          published_from: dateBound('from', 'Published on this date or later.', '2025'),
          published_to: dateBound('to', 'Published on this date or earlier.', '2025-01-31'),
          sort: choice(ARTICLE_SORTS, { description: 'The order.', examples: ['-published'] }).default(
            '-published',
          ),
          limit: limit(),
          cursor: cursor(),
          count: count(),
          fields: fields(Article),
        }),
        response: { 200: example(ArticlePage, 'listArticles') },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = readPage(request, query)
      const filters: ArticleFilters = {
        publisher: query.publisher,
        url: query.url,
        sha256: query.sha256,
        published_from: query.published_from?.earliest,
        published_to: query.published_to?.latest,
      }
      return sendPage(request, reply, {
        page,
        rows: await listArticles(db, filters, page),
        present: (item) => pick(item, query.fields),
        count: await countArticles(db, filters, query.count),
      })
    },
  )

  app.get(
    '/articles/:id',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getArticle',
        tags: ['articles'],
        summary: 'One article',
        description: 'What is known about an article, and the hash and length of its latest text.',
        params: articleId,
        querystring: z.strictObject({ fields: fields(Article) }),
        response: { 200: example(sparse(Article), 'getArticle') },
      },
    },
    async (request) =>
      pick(tagVersion(request, await getArticle(db, request.params.id)), request.query.fields),
  )

  app.get(
    '/articles/:id/snapshots',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listSnapshots',
        tags: ['articles'],
        summary: 'Every version of an article that was read',
        description:
          'The versions of the text, latest first. Each is read at /v1/articles/{id}/text?snapshot={id}. They never change.',
        params: articleId,
        querystring: z.strictObject({
          sort: choice(SNAPSHOT_SORTS, { description: 'The order.', examples: ['-ordinal'] }).default(
            '-ordinal',
          ),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: example(SnapshotPage, 'listSnapshots') },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listSnapshots(db, request.params.id, page),
        count: null,
      })
    },
  )

  app.get(
    '/articles/:id/text',
    {
      config: { scope: 'read', produces: ['text/plain'] },
      schema: {
        operationId: 'getArticleText',
        tags: ['articles'],
        summary: 'The text that was read',
        description:
          'Exactly the characters that were hashed: all offsets count in it. The latest version, or that of the snapshot named.',
        params: articleId,
        querystring: z.strictObject({
          snapshot: z.uuid().optional().describe('The id of one version of the text.'),
        }),
        response: {
          200: {
            description: 'The text, in UTF-8.',
            content: { 'text/plain': { schema: example(z.string(), 'getArticleText') } },
          },
        },
      },
    },
    async (request, reply) => {
      const { text, sha256 } = await getText(db, request.params.id, request.query.snapshot)
      const digest = Buffer.from(sha256, 'hex').toString('base64')
      return reply.type('text/plain; charset=utf-8').header('repr-digest', `sha-256=:${digest}:`).send(text)
    },
  )
}
