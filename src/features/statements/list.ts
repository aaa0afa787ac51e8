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

/** The query of a list of statements, as it was validated. */
export type StatementQuery = z.output<z.ZodObject<typeof statementList>>

/** What every list of statements tells of its route: the media types it can answer in. */
export const statementListConfig = {
  scope: 'read',
  produces: STATEMENT_FORMATS.map(({ mediaType }) => mediaType),
} as const

/**
 * Returns the documented answer of a list of statements, in each format.
 * @param operation the id of the list's operation, of which `examples.json` has an answer.
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

/** Reads the page of statements that a query asks for, and sets the `Link` header. */
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

/** Answers with a page of statements in the format that the request's `Accept` prefers. */
export function sendStatements(request: FastifyRequest, reply: FastifyReply, page: StatementPage) {
  const wanted = negotiate(request)
  const format = STATEMENT_FORMATS.find(({ mediaType }) => mediaType === wanted) ?? STATEMENT_FORMATS[0]
  return reply.type(format.contentType).send(format.write(page))
}
