import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { pageOf, readPage, sendPage } from '../../../http/paging.ts'
import { count, cursor, limit } from '../../../http/parameters.ts'
import { choice } from '../../../input/values.ts'
import { countPublishers, listPublishers } from '../../../record/publishers/domain.ts'
import { PUBLISHER_SORTS, Publisher } from '../../../record/publishers/schema.ts'

/** A page of publishers. */
export const PublisherPage = pageOf(Publisher)

/** Mounts the list of publishers. */
export function publisherRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/publishers',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listPublishers',
        tags: ['articles'],
        summary: 'List publishers',
        description:
          'The publishers of the articles on record, with their spellings and the numbers of their articles and statements. The filter `publisher` takes any of the names.',
        querystring: z.strictObject({
          sort: choice(PUBLISHER_SORTS, { description: 'The order.', examples: ['name'] }).default('name'),
          limit: limit(),
          cursor: cursor(),
          count: count(),
        }),
        response: { 200: example(PublisherPage, 'listPublishers') },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listPublishers(db, page),
        count: await countPublishers(db, request.query.count),
      })
    },
  )
}
