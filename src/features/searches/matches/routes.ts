import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isUuid } from '../../../core/id-or-slug.ts'
import type { Db } from '../../../database/db.ts'
import { ledgerPosition } from '../../../database/ledger.sql.ts'
import type { App } from '../../../http/instance.ts'
import { choice } from '../../../input/values.ts'
import { RELEVANCE } from '../../../record/search/schema.ts'
import { followStatementFilters } from '../../../record/statements/arrivals/domain.ts'
import { STATEMENT_SORTS } from '../../../record/statements/schema.ts'
import { OWNED, viewerOf } from '../../access/keys/viewer.ts'
import { listPage, sendStatements, statementListAnswer, statementListConfig } from '../../statements/list.ts'
import { statementList } from '../../statements/parameters.ts'
import { askedFilters, getSearch, parametersOf } from '../domain.ts'
import { searchId } from '../parameters.ts'

const { limit, cursor, count, distinct, fields, expand, format, facets } = statementList

/** Mounts the matches of a saved search: the list of statements with its words and filters. */
export function matchRoutes(app: App, { db }: { db: Db }): void {
  /**
   * Returns the version of the list for its ETag. It has the version of the search too, because a change of the search
   * does not advance the ledger.
   */
  const version = async (request: FastifyRequest): Promise<string> => {
    const { id } = request.params as { id: string }
    if (!isUuid(id)) return ''
    const search = await getSearch(db, viewerOf(request), id)
    return `${await ledgerPosition(db)} ${search.version}`
  }

  app.get(
    '/searches/:id/matches',
    {
      // The list is for one key, so no shared cache may store the response.
      config: { ...statementListConfig, ...OWNED, conditional: { version, cacheControl: 'no-store' } },
      schema: {
        operationId: 'listMatches',
        tags: ['searches', 'statements'],
        summary: 'List the matches of a saved search',
        description:
          'The list of statements with the words and the filters of the search. The latest recorded statement comes first.',
        params: searchId,
        querystring: z.strictObject({
          sort: choice([...STATEMENT_SORTS, RELEVANCE], {
            description: 'The order, as in the list of statements.',
            examples: ['-recorded'],
          }).default('-recorded'),
          ...{ limit, cursor, count, distinct, fields, expand, format, facets },
        }),
        response: { 200: statementListAnswer() },
      },
    },
    async (request, reply) => {
      const search = await getSearch(db, viewerOf(request), request.params.id)
      const [filters] = await followStatementFilters(db, [askedFilters(search)])
      const list = {
        query: request.query,
        filters: filters!,
        resolved: [],
        fromPath: parametersOf(search),
        isSaved: true,
      }
      return sendStatements(request, reply, await listPage(request, reply, db, list))
    },
  )
}
