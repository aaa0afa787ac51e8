import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import { tagVersion } from '../../http/conditional.ts'
import type { App } from '../../http/instance.ts'
import { pick, sparse } from '../../http/paging.ts'
import { expand, fields } from '../../http/parameters.ts'
import { getStatement } from '../../record/statements/domain.ts'
import { EXPANSIONS, Statement } from '../../record/statements/schema.ts'
import { readStatements, sendStatements, statementListAnswer, statementListConfig } from './list.ts'
import { statementList } from './parameters.ts'

const statementId = z.strictObject({ id: z.uuid().describe('The id of a statement.') })

/** Mounts the list of statements, and single statements. */
export function statementRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/statements',
    {
      config: statementListConfig,
      schema: {
        operationId: 'listStatements',
        tags: ['statements'],
        summary: 'List statements',
        description:
          'Statements, latest words first. All filters combine; several values of one filter are alternatives. Dates are intervals: said_from and said_to select statements that were certainly said in the period, and `page.left_out` counts those that may have been.',
        querystring: z.strictObject(statementList),
        response: { 200: statementListAnswer() },
      },
    },
    async (request, reply) =>
      sendStatements(request, reply, await readStatements(request, reply, db, request.query)),
  )

  app.get(
    '/statements/:id',
    {
      config: { scope: 'read', errors: ['gone'] },
      schema: {
        operationId: 'getStatement',
        tags: ['statements'],
        summary: 'Read a statement with its evidence',
        description:
          'Offsets are [start, end) in UTF-16 code units of the snapshot text. For a change, send its `version` in quotation marks as If-Match. For a retracted statement, the answer is 410 with the time, the key and the reason.',
        params: statementId,
        querystring: z.strictObject({ fields: fields(Statement), expand: expand(EXPANSIONS) }),
        response: { 200: example(sparse(Statement), 'getStatement') },
      },
    },
    async (request) => {
      const statement = await getStatement(db, request.params.id, request.query.expand)
      return pick(tagVersion(request, statement), request.query.fields)
    },
  )
}
