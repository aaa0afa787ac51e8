import { pageOf, sparse } from '../../../http/paging.ts'
import { Statement } from '../../../record/statements/schema.ts'
import type { StatementFormat } from './format.ts'
import { STATEMENT_PAGE_FACTS } from './schema.ts'

/** The schema of a page of statements. */
export const StatementPage = pageOf(sparse(Statement), STATEMENT_PAGE_FACTS)

/** Writes pages of statements as JSON. */
export const JSON_FORMAT: StatementFormat = {
  mediaType: 'application/json',
  contentType: 'application/json; charset=utf-8',
  schema: StatementPage,
  write: (page) => page,
}
