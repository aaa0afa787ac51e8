import { EXPORT_FORMATS } from '../formats/domain.ts'
import { formatParameter } from '../formats/parameters.ts'
import { statementFilters, statementList } from '../parameters.ts'

/** The parameters of an export: filters, and what to write of each statement. */
export const exportParameters = {
  ...statementFilters,
  distinct: statementList.distinct,
  fields: statementList.fields,
  format: formatParameter(EXPORT_FORMATS, '/v1/export.parquet'),
}
