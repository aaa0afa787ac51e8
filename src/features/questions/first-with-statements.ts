import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../database/db.ts'
import { queryOf } from '../../http/canonical-url.ts'
import { validationError } from '../../input/validation.ts'
import { countStatementsUpTo } from '../../record/statements/domain.ts'
import { readNarrow, readStatements, resolveFilters, type StatementQuery } from '../statements/list.ts'
import type { QuestionReading } from './domain.ts'
import { statementQuery } from './parameters.ts'

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly db: Db
}

/**
 * Returns the first reading that finds statements, with its page. If no reading finds any, returns the first reading.
 */
export async function firstWithStatements(
  [first, ...looser]: readonly [QuestionReading, ...QuestionReading[]],
  urlOf: (reading: QuestionReading) => string,
  { request: { server, dataVersion }, reply, db }: Exchange,
) {
  const listOf = (reading: QuestionReading) => {
    const url = urlOf(reading)
    return { asked: { url, server, dataVersion }, query: parseQuery(url) }
  }
  const { asked, query } = listOf(first)
  const page = await readStatements(asked, reply, db, query)
  if (page.items.length > 0) return { reading: first, page }
  for (const reading of looser) {
    const { asked, query } = listOf(reading)
    const { filters } = await resolveFilters(asked, db, query)
    if ((await readNarrow(filters, () => countStatementsUpTo(db, filters, 1))) === 0) continue
    return { reading, page: await readStatements(asked, reply, db, query) }
  }
  return { reading: first, page }
}

/** Parses the query of a URL in the same way as the list of statements does. */
function parseQuery(url: string): StatementQuery {
  const given = new URLSearchParams(queryOf(url))
  const data = Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
  const result = statementQuery.safeParse(data)
  if (!result.success) throw validationError(result.error.issues, 'querystring', statementQuery, data)
  return result.data
}
