import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { idOrSlug } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/handle.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { movedTo } from '../../http/moved.ts'
import { pageOf, pick, readPage, sendPage, sparse } from '../../http/paging.ts'
import { expand, fields, identifier } from '../../http/parameters.ts'
import { getArticle } from '../articles/domain.ts'
import { getOfficial } from '../officials/domain.ts'
import { getOrganization } from '../organizations/domain.ts'
import { countStatements, getStatement, listStatements, withholdRetracted } from './domain.ts'
import { filtersOf, statementList } from './parameters.ts'
import { EXPANSIONS, Statement } from './schema.ts'

const StatementPage = pageOf(sparse(Statement))
const articleId = z.strictObject({ id: z.uuid().describe('The id of an article.') })
const statementId = z.strictObject({ id: z.uuid().describe('The id of a statement.') })

/** Statements: one list with every filter, the same list below what it can be filtered by, and each by itself. */
export function statementRoutes(app: App, { db }: { db: Db }): void {
  const list = async (
    request: FastifyRequest,
    reply: FastifyReply,
    query: z.output<z.ZodObject<typeof statementList>>,
  ) => {
    const filters = filtersOf(query)
    const page = readPage(request, query)
    const found = await listStatements(db, filters, page, query.expand)
    return sendPage(request, reply, {
      page,
      rows: found,
      present: (item) => pick(withholdRetracted(item), query.fields),
      count: await countStatements(db, filters, query.count),
    })
  }

  app.get(
    '/statements',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listStatements',
        tags: ['statements'],
        summary: 'Who said what, when',
        description:
          'Statements, newest words first. All filters combine. Dates are intervals, and filters on them pass what overlaps: a statement said in 2024-09 is found by said_from=2024-09-15.',
        querystring: z.strictObject(statementList),
        response: { 200: example(StatementPage, 'listStatements') },
      },
    },
    (request, reply) => list(request, reply, request.query),
  )

  const { official: _official, ...withoutOfficial } = statementList
  app.get(
    '/officials/:id/statements',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listStatementsOfOfficial',
        tags: ['officials', 'statements'],
        summary: 'What one person said',
        description: 'The list of statements, narrowed to one person.',
        params: z.strictObject({
          id: identifier({ description: 'Id or slug of a person.', examples: ['vedant-patel'] }),
        }),
        querystring: z.strictObject(withoutOfficial),
        response: {
          200: example(StatementPage, 'listStatementsOfOfficial'),
          301: z
            .null()
            .describe('This person turned out to be another: Location leads to what that one said.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await list(request, reply, { ...request.query, official: id })
      // An empty list would say that somebody said nothing: there must be somebody.
      if (answer.items.length > 0) return answer
      const official = await getOfficial(db, idOrSlug(id))
      return 'mergedInto' in official
        ? movedTo(request, reply, `/v1/officials/${official.mergedInto}/statements`)
        : answer
    },
  )

  const { organization: _organization, ...withoutOrganization } = statementList
  app.get(
    '/organizations/:id/statements',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listStatementsOfOrganization',
        tags: ['organizations', 'statements'],
        summary: 'What one organization said',
        description: 'The list of statements, narrowed to one organization and those who spoke in its name.',
        params: z.strictObject({
          id: identifier({ description: 'Id or slug of an organization.', examples: ['interior-ministry'] }),
        }),
        querystring: z.strictObject(withoutOrganization),
        response: {
          200: example(StatementPage, 'listStatementsOfOrganization'),
          301: z
            .null()
            .describe('This organization turned out to be another: Location leads to what that one said.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await list(request, reply, { ...request.query, organization: id })
      if (answer.items.length > 0) return answer
      const organization = await getOrganization(db, idOrSlug(id))
      return 'mergedInto' in organization
        ? movedTo(request, reply, `/v1/organizations/${organization.mergedInto}/statements`)
        : answer
    },
  )

  const { article: _article, ...withoutArticle } = statementList
  app.get(
    '/articles/:id/statements',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listStatementsOfArticle',
        tags: ['articles', 'statements'],
        summary: 'What was said in one article',
        description: 'The list of statements, narrowed to one article.',
        params: articleId,
        querystring: z.strictObject(withoutArticle),
        response: { 200: example(StatementPage, 'listStatementsOfArticle') },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await list(request, reply, { ...request.query, article: id })
      if (answer.items.length === 0) await getArticle(db, id)
      return answer
    },
  )

  app.get(
    '/statements/:id',
    {
      config: { scope: 'read', errors: ['gone'] },
      schema: {
        operationId: 'getStatement',
        tags: ['statements'],
        summary: 'One statement with its evidence',
        description:
          'Offsets are [start, end) in UTF-16 code units of the snapshot text, so that text.slice(start, end) equals exact. Its `version`, in quotation marks, is what If-Match of a change takes. One that was retracted answers 410 with when, by whom and why.',
        params: statementId,
        querystring: z.strictObject({ fields: fields(Statement), expand: expand(EXPANSIONS) }),
        response: { 200: example(sparse(Statement), 'getStatement') },
      },
    },
    async (request) =>
      pick(await getStatement(db, request.params.id, request.query.expand), request.query.fields),
  )
}
