import { z } from 'zod'
import { pick } from '../../core/pick.ts'
import type { Db } from '../../database/db.ts'
import { tagVersion } from '../../http/conditional.ts'
import type { App } from '../../http/instance.ts'
import { expand, fields } from '../../http/parameters.ts'
import { getStatement } from '../../record/statements/domain.ts'
import { EXPANSIONS, Statement } from '../../record/statements/schema.ts'
import { formatParameter } from './formats/parameters.ts'
import { sendStatement, singleStatementAnswer, singleStatementConfig } from './formats/send.ts'
import { SINGLE_FORMATS } from './formats/table.ts'
import { readStatements, sendStatements, statementListAnswer, statementListConfig } from './list.ts'
import { oembedLinks } from './oembed/domain.ts'
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
      config: { ...singleStatementConfig, errors: ['gone'], hasPage: true },
      schema: {
        operationId: 'getStatement',
        tags: ['statements'],
        summary: 'Read a statement with its evidence',
        description:
          'Offsets are [start, end) in UTF-16 code units of the snapshot text. For a change, send its `version` in quotation marks as If-Match. For a retracted statement, the answer is 410 with the time, the key and the reason.',
        params: statementId,
        querystring: z.strictObject({
          fields: fields(Statement),
          expand: expand(EXPANSIONS),
          format: formatParameter(SINGLE_FORMATS, '/v1/statements/{id}.csv'),
        }),
        response: { 200: singleStatementAnswer() },
      },
    },
    async (request, reply) => {
      const statement = await getStatement(db, request.params.id, request.query.expand)
      reply.header('link', oembedLinks(request.server.originOf(request), statement.url))
      return sendStatement(request, reply, pick(tagVersion(request, statement), request.query.fields))
    },
  )
}
