import { decodeText } from '../../../features/articles/ingestion/domain.ts'
import { readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import { type Reader, without } from './reader.ts'

/** A page, or a piece of one. */
export const pageReader: Reader = {
  endings: ['.html', '.htm', '.xhtml'],
  readFile: (bytes) => without(readSubmission({ html: decodeText(bytes, null).replaceAll('\0', '') })),
}
