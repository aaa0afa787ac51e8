import { z } from 'zod'
import { idOrSlug } from '../../../core/id-or-slug.ts'
import { pick } from '../../../core/pick.ts'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import { tagVersion } from '../../../http/conditional.ts'
import type { App } from '../../../http/instance.ts'
import { pageWith, readPage, sendPage, sparse } from '../../../http/paging.ts'
import { count, cursor, fields, limit } from '../../../http/parameters.ts'
import { redirectPermanently } from '../../../http/redirect.ts'
import { choice, type FilterParameters, safeText, valuesOf } from '../../../input/values.ts'
import {
  countOrganizations,
  getOrganization,
  listOrganizations,
  resolveOrganizationSearch,
} from '../../../record/organizations/domain.ts'
import {
  ORGANIZATION_SORTS,
  Organization,
  type OrganizationFilters,
} from '../../../record/organizations/schema.ts'
import { identifierFilter, organizationPath } from '../identity/parameters.ts'
import { findSimilar, NamedPageLinks, similarFact } from '../identity/similar.ts'
import { mountStatements } from '../identity/statements-route.ts'

/** A page of organizations. */
export const OrganizationPage = pageWith(sparse(Organization), NamedPageLinks)

const organizationFilters = {
  q: safeText(200, 1)
    .optional()
    .describe(
      'Words of the name or an alias, or parts of them, in any order. If no name has them: sound-alikes and typing errors.',
    ),
  identifier: identifierFilter('organization').optional(),
} satisfies FilterParameters<OrganizationFilters>

/** Mounts the organizations on record: the list, one organization, and its statements. */
export function organizationRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/organizations',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listOrganizations',
        tags: ['organizations'],
        summary: 'List organizations',
        description:
          'Organizations that speak themselves ("the interior ministry said"), or for which people speak.',
        querystring: z.strictObject({
          ...organizationFilters,
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
      const { fields: keys, count: counting } = request.query
      const asked = valuesOf(organizationFilters, request.query)
      const q = await findSimilar(request, asked.q, (text) => resolveOrganizationSearch(db, text))
      const filters: OrganizationFilters = { ...asked, q }
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOrganizations(db, filters, page),
        present: (item) => pick(item, keys),
        count: await countOrganizations(db, filters, counting),
        facts: similarFact(q),
      })
    },
  )

  app.get(
    '/organizations/:id',
    {
      config: { scope: 'read', hasPage: true },
      schema: {
        operationId: 'getOrganization',
        tags: ['organizations'],
        summary: 'Read an organization',
        description:
          'By id or slug. For an organization that was merged into another, the answer is 301 with the address of the other.',
        params: organizationPath,
        querystring: z.strictObject({ fields: fields(Organization) }),
        response: {
          200: example(sparse(Organization), 'getOrganization'),
          301: z
            .null()
            .describe('This organization was merged into another: Location is the address of the other.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const organization = await getOrganization(db, idOrSlug(id))
      if ('mergedInto' in organization)
        return redirectPermanently(request, reply, `/v1/organizations/${organization.mergedInto}`)
      return pick(tagVersion(request, organization), request.query.fields)
    },
  )

  mountStatements(
    app,
    { db },
    {
      records: 'organizations',
      filter: 'organization',
      operationId: 'listStatementsOfOrganization',
      summary: 'List the statements of an organization',
      description: 'The list of statements, filtered by one organization and the people who spoke for it.',
      params: organizationPath,
      merged:
        'This organization was merged into another: Location is the list of that organization’s statements.',
    },
  )
}
