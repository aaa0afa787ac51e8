import type { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import type { Db } from '../../../database/db.ts'
import { allows } from '../../../http/auth.ts'
import type { App } from '../../../http/instance.ts'
import { readPage, sendPage } from '../../../http/paging.ts'
import { HistoryPage, historyQuery } from './parameters.ts'
import type { HistoryEntry } from './schema.ts'

/** The parameters of a history that only reviewers can read in some states of the record. */
export interface ReviewedHistory {
  /** The path of the record: `/statements/:id`. */
  readonly path: string
  readonly tag: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly params: z.ZodType<{ id: string }>
  /** Lists the revisions. Throws `not_found`; throws `gone` if only a reviewer may read them. */
  readonly list: (
    db: Db,
    id: string,
    request: PageRequest,
    mayReview: boolean,
  ) => Promise<Keyed<HistoryEntry>[]>
}

/** Mounts the history of a record that can be withheld. Only reviewers can read the history while it is withheld. */
export function mountReviewedHistory(app: App, { db }: { readonly db: Db }, history: ReviewedHistory): void {
  const { path, tag, operationId, summary, description, params, list } = history
  app.get(
    `${path}/history`,
    {
      // The response depends on the caller's scope, so no cache may store it.
      config: { scope: 'read', conditional: { cacheControl: 'no-store' }, errors: ['gone'] },
      schema: {
        operationId,
        tags: [tag],
        summary,
        description,
        params,
        querystring: historyQuery,
        response: { 200: HistoryPage },
      },
    },
    async (request, reply) => {
      const { params: named, query, caller } = request
      const mayReview = caller !== null && allows(caller, 'review')
      const page = readPage(request, query)
      return sendPage(request, reply, { page, rows: await list(db, named.id, page, mayReview) })
    },
  )
}
