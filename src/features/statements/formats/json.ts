import { PageLinks, pageWith, sparse } from '../../../http/paging.ts'
import { Statement } from '../../../record/statements/schema.ts'
import type { StatementFormat } from './format.ts'
import { STATEMENT_PAGE_FACTS } from './schema.ts'

/** The links and facts of pages of statements and of dates. */
export const StatementPageLinks = PageLinks.extend(STATEMENT_PAGE_FACTS)

/** The schema of a page of statements. */
export const StatementPage = pageWith(sparse(Statement), StatementPageLinks)

/** Writes pages of statements as JSON. */
export const JSON_FORMAT: StatementFormat = {
  name: 'json',
  mediaType: 'application/json',
  contentType: 'application/json; charset=utf-8',
  schema: StatementPage,
  write: (page) => page,
  writeOne: (statement) => statement,
  schemaOfOne: sparse(Statement),
}
