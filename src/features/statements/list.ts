import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Db } from '../../database/db.ts'
import { pageOf, pick, readPage, sendPage, sparse } from '../../http/paging.ts'
import { countStatements, listStatements, withholdRetracted } from '../../record/statements/domain.ts'
import { Statement } from '../../record/statements/schema.ts'
import { filtersOf, type statementList } from './parameters.ts'

/** A page of statements, as every list of them answers. */
export const StatementPage = pageOf(sparse(Statement))

/** The query of a list of statements, as it was validated. */
export type StatementQuery = z.output<z.ZodObject<typeof statementList>>

/** Answers with the page of statements that a query asks for. */
export async function sendStatements(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  query: StatementQuery,
) {
  const filters = filtersOf(query)
  const page = readPage(request, query)
  return sendPage(request, reply, {
    page,
    rows: await listStatements(db, filters, page, query.expand),
    present: (item) => pick(withholdRetracted(item), query.fields),
    count: await countStatements(db, filters, query.count),
  })
}
