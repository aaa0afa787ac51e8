import { z } from 'zod'
import { pick } from '../../core/pick.ts'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import { tagVersion } from '../../http/conditional.ts'
import type { App } from '../../http/instance.ts'
import { pageOf, readPage, sendPage, sparse } from '../../http/paging.ts'
import { count, cursor, fields, limit } from '../../http/parameters.ts'
import { dateBound, periodOf } from '../../input/dates.ts'
import { repeatedNames } from '../../input/lists.ts'
import { choice, type FilterParameters, safeText, search, valuesOf } from '../../input/values.ts'
import { getArticle, getText, listSnapshots } from '../../record/articles/domain.ts'
import {
  ARTICLE_SORTS,
  Article,
  type ArticleFilters,
  SNAPSHOT_SORTS,
  Snapshot,
} from '../../record/articles/schema.ts'
import { resolveReferences } from '../../record/references/domain.ts'
import { sortFor } from '../../record/search/domain.ts'
import { RELEVANCE } from '../../record/search/schema.ts'
import { ArticlePage, readArticles } from './list.ts'

const SHA256 = /^[0-9a-f]{64}$/

const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })

/** A page of the versions of a text. */
export const SnapshotPage = pageOf(Snapshot)

const articleFilters = {
  publisher: repeatedNames(200, {
    description:
      'Only articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter.',
    examples: ['The Gazette'],
  }),
  url: safeText(2000).optional().describe('Only the article with this URL.'),
  sha256: z
    .string()
    .regex(SHA256, 'Must be 64 hexadecimal digits.')
    .optional()
    .describe('Only articles whose latest text has this hash.'),
  published_from: dateBound('from', 'Published on this date or later.', '2025'),
  published_to: dateBound('to', 'Published on this date or earlier.', '2025-01-31'),
  q: search({
    description:
      'Only articles with these words in the title or the latest text: all of them, "exact phrases", OR between alternatives, - before what is excluded.',
    examples: ['"port authority" ferry -strike'],
  }).optional(),
} satisfies FilterParameters<ArticleFilters>

/** Mounts the articles and their immutable texts. The offsets of all evidence refer to these texts. */
export function articleRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/articles',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listArticles',
        tags: ['articles'],
        summary: 'List articles',
        description:
          'Articles with the hash of their latest text, latest publication first. With `q`, the articles with the words come first that have them in the title or near one another, and `match` tells where they are.',
        querystring: z.strictObject({
          ...articleFilters,
          sort: choice([...ARTICLE_SORTS, RELEVANCE], {
            description: 'The order, by default relevance with `q`, else -published.',
            examples: ['-published'],
          }).optional(),
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
      const page = readPage(request, { ...query, sort: sortFor(query.sort, '-published', query.q) })
      const { published_from, published_to, ...asked } = valuesOf(articleFilters, query)
      const { publisher } = await resolveReferences(db, { publisher: asked.publisher })
      const filters: ArticleFilters = {
        ...asked,
        publisher,
        ...periodOf('published', published_from, published_to),
      }
      return readArticles(request, reply, db, { filters, page, query })
    },
  )

  app.get(
    '/articles/:id',
    {
      config: { scope: 'read', errors: ['gone'], hasPage: true },
      schema: {
        operationId: 'getArticle',
        tags: ['articles'],
        summary: 'Read an article',
        description: 'The metadata of an article, and the hash and length of its latest text.',
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
      config: { scope: 'read', errors: ['gone'] },
      schema: {
        operationId: 'listSnapshots',
        tags: ['articles'],
        summary: 'List the snapshots of an article',
        description:
          'The versions of the text, latest first. They never change. Read each one at /v1/articles/{id}/text?snapshot={id}.',
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
      config: { scope: 'read', errors: ['gone'], produces: ['text/plain'] },
      schema: {
        operationId: 'getArticleText',
        tags: ['articles'],
        summary: 'Read the text of an article',
        description:
          'Exactly the hashed characters, to which all offsets refer: the latest version, or that of the given snapshot.',
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
