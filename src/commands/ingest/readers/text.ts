import { decodeText } from '../../../features/articles/ingestion/domain.ts'
import { readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import { type Reader, without } from './reader.ts'

/** Plain text. It is stored as it is. */
export const textReader: Reader = {
  endings: ['.txt', '.text'],
  readFile: (bytes) => without(readSubmission({ text: decodeText(bytes, null) })),
}
