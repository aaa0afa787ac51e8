import { pageOf, sparse } from '../../../http/paging.ts'
import { Statement } from '../../../record/statements/schema.ts'
import type { StatementFormat } from './format.ts'

/** Writes pages of statements as JSON. */
export const JSON_FORMAT: StatementFormat = {
  mediaType: 'application/json',
  contentType: 'application/json; charset=utf-8',
  schema: pageOf(sparse(Statement)),
  write: (page) => page,
}
