import type { StatementFormat } from './format.ts'
import { JSON_FORMAT } from './json.ts'

/** The formats of statement lists. If a caller has no preference, the first format is used. */
export const STATEMENT_FORMATS: readonly [StatementFormat, ...StatementFormat[]] = [JSON_FORMAT]
