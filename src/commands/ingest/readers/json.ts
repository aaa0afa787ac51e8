import { readArticleJson } from '../../../features/articles/ingestion/parameters.ts'
import { type Reader, without } from './reader.ts'

/** One article as sent over HTTP, or one ninjs item. */
export const jsonReader: Reader = {
  endings: ['.json'],
  readFile: (bytes) => without(readArticleJson(bytes).submission),
}
