import { z } from 'zod'
import { idOrSlug } from '../../../core/id-or-slug.ts'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import { tagVersion } from '../../../http/conditional.ts'
import type { App } from '../../../http/instance.ts'
import { movedTo } from '../../../http/moved.ts'
import { pageOf, pick, readPage, sendPage, sparse } from '../../../http/paging.ts'
import { count, cursor, fields, limit } from '../../../http/parameters.ts'
import { choice, identifier, safeText } from '../../../input/values.ts'
import { countOfficials, getOfficial, listOfficials } from '../../../record/officials/domain.ts'
import { OFFICIAL_SORTS, Official } from '../../../record/officials/schema.ts'
import { StatementPage, sendStatements } from '../../statements/list.ts'
import { statementList } from '../../statements/parameters.ts'
import { identifierFilter } from '../identity/parameters.ts'

/** A page of people. */
export const OfficialPage = pageOf(sparse(Official))

/** People: who is on record, in which capacities, and when they spoke first and last. */
export function officialRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/officials',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listOfficials',
        tags: ['officials'],
        summary: 'Who is on record',
        description: 'People with their positions, other names, and when they spoke first and last.',
        querystring: z.strictObject({
          q: safeText(200, 1)
            .optional()
            .describe('Part of a name or another name; case and accents do not matter.'),
          organization: identifier({
            description: 'Only people with a position in this organization: an id or a slug.',
            examples: ['state-department'],
          }).optional(),
          identifier: identifierFilter('person').optional(),
          sort: choice(OFFICIAL_SORTS, { description: 'The order.', examples: ['name'] }).default('name'),
          limit: limit(),
          cursor: cursor(),
          count: count(),
          fields: fields(Official),
        }),
        response: { 200: example(OfficialPage, 'listOfficials') },
      },
    },
    async (request, reply) => {
      const { q, organization, identifier: known, fields: keys, count: counting } = request.query
      const filters = { q, organization, identifier: known }
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOfficials(db, filters, page),
        present: (item) => pick(item, keys),
        count: await countOfficials(db, filters, counting),
      })
    },
  )

  app.get(
    '/officials/:id',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getOfficial',
        tags: ['officials'],
        summary: 'One person',
        description: 'By id or slug. A person who was merged into another is answered by 301 to that one.',
        params: z.strictObject({
          id: identifier({ description: 'Id or slug of a person.', examples: ['vedant-patel'] }),
        }),
        querystring: z.strictObject({ fields: fields(Official) }),
        response: {
          200: example(sparse(Official), 'getOfficial'),
          301: z.null().describe('This person turned out to be another: Location leads there.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const official = await getOfficial(db, idOrSlug(id))
      if ('mergedInto' in official) return movedTo(request, reply, `/v1/officials/${official.mergedInto}`)
      return pick(tagVersion(request, official), request.query.fields)
    },
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
          200: example(StatementPage, 'listStatements'),
          301: z
            .null()
            .describe('This person turned out to be another: Location leads to what that one said.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await sendStatements(request, reply, db, { ...request.query, official: id })
      // An empty list would say that somebody said nothing: there must be somebody.
      if (answer.items.length > 0) return answer
      const official = await getOfficial(db, idOrSlug(id))
      return 'mergedInto' in official
        ? movedTo(request, reply, `/v1/officials/${official.mergedInto}/statements`)
        : answer
    },
  )
}
