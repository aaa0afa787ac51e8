import { ATOM_FORMAT } from './atom.ts'
import { CSV_FORMAT, EXCEL_CSV_FORMAT } from './csv.ts'
import type { StatementFormat } from './format.ts'
import { JSON_FORMAT } from './json.ts'
import { JSON_FEED_FORMAT } from './json-feed.ts'
import { JSON_LD_FORMAT } from './json-ld.ts'
import { NDJSON_FORMAT } from './ndjson.ts'

/**
 * The formats of statement lists. If a caller has no preference, the first format is used. Of formats with one media
 * type, `Accept` chooses the first.
 */
export const STATEMENT_FORMATS: readonly [StatementFormat, ...StatementFormat[]] = [
  JSON_FORMAT,
  NDJSON_FORMAT,
  CSV_FORMAT,
  EXCEL_CSV_FORMAT,
  JSON_LD_FORMAT,
  ATOM_FORMAT,
  JSON_FEED_FORMAT,
]

export const FORMAT_NAMES = STATEMENT_FORMATS.map(({ name }) => name) as [string, ...string[]]
