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
import { identifiers } from '../../../input/lists.ts'
import { choice, type FilterParameters, safeText, valuesOf } from '../../../input/values.ts'
import {
  countOfficials,
  getOfficial,
  listOfficials,
  resolveOfficialSearch,
} from '../../../record/officials/domain.ts'
import { OFFICIAL_SORTS, Official, type OfficialFilters } from '../../../record/officials/schema.ts'
import { resolveReferences } from '../../../record/references/domain.ts'
import { resolvedFact } from '../../../record/references/schema.ts'
import { identifierFilter, officialPath } from '../identity/parameters.ts'
import { findSimilar, NamedPageLinks, similarFact } from '../identity/similar.ts'
import { mountStatements } from '../identity/statements-route.ts'

/** A page of people. */
export const OfficialPage = pageWith(sparse(Official), NamedPageLinks)

const officialFilters = {
  q: safeText(200, 1)
    .optional()
    .describe(
      'Words of a name or an alias, or parts of them, in any order; case and accents do not matter. If no name has them, the list has names that sound or look alike.',
    ),
  organization: identifiers({
    description:
      'Only people with a position in one of these organizations: ids or slugs, separated by commas.',
    examples: ['state-department'],
  }),
  identifier: identifierFilter('person').optional(),
} satisfies FilterParameters<OfficialFilters>

/** Mounts the people on record: the list, one person, and the statements of one person. */
export function officialRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/officials',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listOfficials',
        tags: ['officials'],
        summary: 'List people',
        description:
          'People on record with their positions, aliases, and the dates of their first and latest statements.',
        querystring: z.strictObject({
          ...officialFilters,
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
      const { fields: keys, count: counting } = request.query
      const asked = valuesOf(officialFilters, request.query)
      const { organization, resolved } = await resolveReferences(db, { organization: asked.organization })
      const q = await findSimilar(request, asked.q, (text) => resolveOfficialSearch(db, text))
      const filters: OfficialFilters = { ...asked, q, organization }
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOfficials(db, filters, page),
        present: (item) => pick(item, keys),
        count: await countOfficials(db, filters, counting),
        facts: { ...resolvedFact(resolved), ...similarFact(q) },
      })
    },
  )

  app.get(
    '/officials/:id',
    {
      config: { scope: 'read', hasPage: true },
      schema: {
        operationId: 'getOfficial',
        tags: ['officials'],
        summary: 'Read a person',
        description:
          'By id or slug. For a person who was merged into another, the answer is 301 with the address of the other.',
        params: officialPath,
        querystring: z.strictObject({ fields: fields(Official) }),
        response: {
          200: example(sparse(Official), 'getOfficial'),
          301: z
            .null()
            .describe('This person was merged into another: Location is the address of the other.'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const official = await getOfficial(db, idOrSlug(id))
      if ('mergedInto' in official)
        return redirectPermanently(request, reply, `/v1/officials/${official.mergedInto}`)
      return pick(tagVersion(request, official), request.query.fields)
    },
  )

  mountStatements(
    app,
    { db },
    {
      records: 'officials',
      filter: 'official',
      operationId: 'listStatementsOfOfficial',
      summary: 'List the statements of a person',
      description: 'The list of statements, filtered by one person.',
      params: officialPath,
      merged: 'This person was merged into another: Location is the list of that person’s statements.',
    },
  )
}
