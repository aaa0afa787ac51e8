import { ATOM_FORMAT } from './atom.ts'
import { CSV_FORMAT, EXCEL_CSV_FORMAT } from './csv.ts'
import type { StatementFormat } from './format.ts'
import { JSON_FORMAT } from './json.ts'
import { JSON_FEED_FORMAT } from './json-feed.ts'
import { JSON_LD_FORMAT } from './json-ld.ts'
import { NDJSON_FORMAT } from './ndjson.ts'
import { PARQUET_FORMAT } from './parquet.ts'

export type StatementFormats = readonly [StatementFormat, ...StatementFormat[]]

/**
 * The formats of statements. Lists have all of them. If a caller has no preference, the first format is used. Of formats with one media
 * type, `Accept` chooses the first.
 */
export const STATEMENT_FORMATS: StatementFormats = [
  JSON_FORMAT,
  NDJSON_FORMAT,
  CSV_FORMAT,
  EXCEL_CSV_FORMAT,
  PARQUET_FORMAT,
  JSON_LD_FORMAT,
  ATOM_FORMAT,
  JSON_FEED_FORMAT,
]

/** The formats of single statements, the preferred first. */
export const SINGLE_FORMATS = STATEMENT_FORMATS.filter(
  ({ writeOne }) => writeOne,
) as unknown as StatementFormats

/** The formats of whole exports, the preferred first. */
export const EXPORT_FORMATS = STATEMENT_FORMATS.filter(({ open }) => open) as unknown as StatementFormats

export const namesOf = (formats: StatementFormats) => formats.map(({ name }) => name) as [string, ...string[]]
