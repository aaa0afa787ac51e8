import type { z } from 'zod'
import { type IdOrSlug, idOrSlug } from '../../../core/id-or-slug.ts'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { readPage, sendPage } from '../../../http/paging.ts'
import { HistoryPage, historyQuery } from '../../changes/history/parameters.ts'
import type { HistoryEntry } from '../../changes/history/schema.ts'

/** The differences between the histories of people and of organizations. */
export interface HistoryRoute {
  /** The path of the records. It is also their tag. */
  readonly records: 'officials' | 'organizations'
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly params: z.ZodType<{ id: string }>
  /** Lists the revisions; throws `not_found`. */
  readonly list: (db: Db, who: IdOrSlug, request: PageRequest) => Promise<Keyed<HistoryEntry>[]>
}

/** Mounts the history of a person or an organization. */
export function mountHistory(app: App, { db }: { readonly db: Db }, route: HistoryRoute): void {
  const { records, operationId, summary, description, params, list } = route
  app.get(
    `/${records}/:id/history`,
    {
      config: { scope: 'read' },
      schema: {
        operationId,
        tags: [records],
        summary,
        description,
        params,
        querystring: historyQuery,
        response: { 200: HistoryPage },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, { page, rows: await list(db, idOrSlug(request.params.id), page) })
    },
  )
}
