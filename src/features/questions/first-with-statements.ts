import type { Db } from '../../database/db.ts'
import type { ListReply, ListRequest } from '../../http/paging.ts'
import { countStatementsUpTo } from '../../record/statements/domain.ts'
import { readNarrow, readStatements, resolveFilters } from '../statements/list.ts'
import { parseStatementQuery } from '../statements/parameters.ts'
import type { QuestionReading } from './domain.ts'

/** A request for a list, its response, and the database. */
export interface Exchange {
  readonly request: ListRequest
  readonly reply: ListReply
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
    return { asked: { url, server, dataVersion }, query: parseStatementQuery(url) }
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
