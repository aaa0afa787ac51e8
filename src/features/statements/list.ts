import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Db } from '../../database/db.ts'
import examples from '../../documentation/examples.json' with { type: 'json' }
import { negotiate } from '../../http/negotiation.ts'
import { pick, readPage, sendPage } from '../../http/paging.ts'
import { countStatements, listStatements, withholdRetracted } from '../../record/statements/domain.ts'
import type { StatementPage } from './formats/format.ts'
import { STATEMENT_FORMATS } from './formats/table.ts'
import { filtersOf, type statementList } from './parameters.ts'

/** The parsed query of a list of statements. */
export type StatementQuery = z.output<z.ZodObject<typeof statementList>>

/** The route configuration of every list of statements. */
export const statementListConfig = {
  scope: 'read',
  produces: STATEMENT_FORMATS.map(({ mediaType }) => mediaType),
} as const

/**
 * Returns the response schema of a list of statements, in each format.
 * @param operation the operation's id, whose example is in `examples.json`.
 */
export const statementListAnswer = (operation: keyof typeof examples) => ({
  description: 'OK',
  content: Object.fromEntries(
    STATEMENT_FORMATS.map(({ mediaType, schema, write }) => [
      mediaType,
      { schema: schema.meta({ examples: [write(examples[operation] as StatementPage)] }) },
    ]),
  ),
})

/** Reads the page of statements for a query, and sets the `Link` header. */
export async function readStatements(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  query: StatementQuery,
): Promise<StatementPage> {
  const filters = filtersOf(query)
  const page = readPage(request, query)
  return sendPage(request, reply, {
    page,
    rows: await listStatements(db, filters, page, query.expand),
    present: (item) => pick(withholdRetracted(item), query.fields),
    count: await countStatements(db, filters, query.count),
  })
}

/** Sends a page of statements in the format that the request's `Accept` header prefers. */
export function sendStatements(request: FastifyRequest, reply: FastifyReply, page: StatementPage) {
  const wanted = negotiate(request)
  const format = STATEMENT_FORMATS.find(({ mediaType }) => mediaType === wanted) ?? STATEMENT_FORMATS[0]
  return reply.type(format.contentType).send(format.write(page))
}
