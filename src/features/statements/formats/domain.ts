export type { FormatContext, StatementFormat } from './format.ts'
export { EXPORT_FORMATS } from './table.ts'
