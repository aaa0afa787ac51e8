import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import { tagVersion } from '../../http/conditional.ts'
import type { App } from '../../http/instance.ts'
import { pick, sparse } from '../../http/paging.ts'
import { expand, fields } from '../../http/parameters.ts'
import { getStatement } from '../../record/statements/domain.ts'
import { EXPANSIONS, Statement } from '../../record/statements/schema.ts'
import { StatementPage, sendStatements } from './list.ts'
import { statementList } from './parameters.ts'

const statementId = z.strictObject({ id: z.uuid().describe('The id of a statement.') })

/** Statements: the list with every filter, and each one by itself. */
export function statementRoutes(app: App, { db }: { db: Db }): void {
  app.get(
    '/statements',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'listStatements',
        tags: ['statements'],
        summary: 'Who said what, when',
        description:
          'Statements, newest words first. All filters combine. Dates are intervals, and filters on them pass what overlaps: a statement said in 2024-09 is found by said_from=2024-09-15.',
        querystring: z.strictObject(statementList),
        response: { 200: example(StatementPage, 'listStatements') },
      },
    },
    (request, reply) => sendStatements(request, reply, db, request.query),
  )

  app.get(
    '/statements/:id',
    {
      config: { scope: 'read', errors: ['gone'] },
      schema: {
        operationId: 'getStatement',
        tags: ['statements'],
        summary: 'One statement with its evidence',
        description:
          'Offsets are [start, end) in UTF-16 code units of the snapshot text, so that text.slice(start, end) equals exact. Its `version`, in quotation marks, is what If-Match of a change takes. One that was retracted answers 410 with when, by whom and why.',
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
