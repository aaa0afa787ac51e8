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
import {
  countOrganizations,
  getOrganization,
  listOrganizations,
} from '../../../record/organizations/domain.ts'
import { ORGANIZATION_SORTS, Organization } from '../../../record/organizations/schema.ts'
import { StatementPage, sendStatements } from '../../statements/list.ts'
import { statementList } from '../../statements/parameters.ts'
import { identifierFilter } from '../identity/parameters.ts'

/** A page of organizations. */
export const OrganizationPage = pageOf(sparse(Organization))

/** Bodies that speak, or in whose name people do. */
export function organizationRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/organizations',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listOrganizations',
        tags: ['organizations'],
        summary: 'Which organizations are on record',
        description:
          'Bodies that speak themselves ("the interior ministry said") or in whose name people do.',
        querystring: z.strictObject({
          q: safeText(200, 1).optional().describe('Part of the name or of another name.'),
          identifier: identifierFilter('organization').optional(),
          sort: choice(ORGANIZATION_SORTS, { description: 'The order.', examples: ['name'] }).default('name'),
          limit: limit(),
          cursor: cursor(),
          count: count(),
          fields: fields(Organization),
        }),
        response: { 200: example(OrganizationPage, 'listOrganizations') },
      },
    },
    async (request, reply) => {
      const { q, identifier: known, fields: keys, count: counting } = request.query
      const filters = { q, identifier: known }
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOrganizations(db, filters, page),
        present: (item) => pick(item, keys),
        count: await countOrganizations(db, filters, counting),
      })
    },
  )

  app.get(
    '/organizations/:id',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getOrganization',
        tags: ['organizations'],
        summary: 'One organization',
        description:
          'By id or slug. An organization that was merged into another is answered by 301 to that one.',
        params: z.strictObject({
          id: identifier({ description: 'Id or slug of an organization.', examples: ['interior-ministry'] }),
        }),
        querystring: z.strictObject({ fields: fields(Organization) }),
        response: {
          200: example(sparse(Organization), 'getOrganization'),
          301: z.null().describe('This organization turned out to be another: Location leads there.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const organization = await getOrganization(db, idOrSlug(id))
      if ('mergedInto' in organization)
        return movedTo(request, reply, `/v1/organizations/${organization.mergedInto}`)
      return pick(tagVersion(request, organization), request.query.fields)
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
          200: example(StatementPage, 'listStatements'),
          301: z
            .null()
            .describe('This organization turned out to be another: Location leads to what that one said.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await sendStatements(request, reply, db, { ...request.query, organization: id })
      if (answer.items.length > 0) return answer
      const organization = await getOrganization(db, idOrSlug(id))
      return 'mergedInto' in organization
        ? movedTo(request, reply, `/v1/organizations/${organization.mergedInto}/statements`)
        : answer
    },
  )
}
