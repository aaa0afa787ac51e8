import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { redirectPermanently } from '../../../http/redirect.ts'
import {
  mergedInto,
  readStatements,
  type StatementQuery,
  sendStatements,
  statementListAnswer,
  statementListConfig,
} from '../../statements/list.ts'
import { statementList } from '../../statements/parameters.ts'

/** The differences between the statements of people and of organizations. */
export interface StatementsRoute {
  /** The path of the records. It is also their tag. */
  readonly records: 'officials' | 'organizations'
  /** The filter of statements that the path replaces. */
  readonly filter: 'official' | 'organization'
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly params: z.ZodType<{ id: string }>
  /** The description of the redirect from a merged record. */
  readonly merged: string
}

/**
 * Mounts the statements of a person or an organization. The path of a merged record redirects to the record it was
 * merged into.
 */
export function mountStatements(app: App, { db }: { readonly db: Db }, route: StatementsRoute): void {
  const { records, filter, operationId, summary, description, params, merged } = route
  const { [filter]: _inPath, ...parameters } = statementList
  app.get(
    `/${records}/:id/statements`,
    {
      config: statementListConfig,
      schema: {
        operationId,
        tags: [records, 'statements'],
        summary,
        description,
        params,
        querystring: z.strictObject(parameters),
        response: { 200: statementListAnswer(), 301: z.null().describe(merged) },
      },
    },
    async (request, reply) => {
      const query: StatementQuery = { ...request.query, [filter]: [request.params.id] }
      const page = await readStatements(request, reply, db, query, filter)
      const slug = mergedInto(page, filter)
      return slug === undefined
        ? sendStatements(request, reply, page)
        : redirectPermanently(request, reply, `/v1/${records}/${slug}/statements`)
    },
  )
}
