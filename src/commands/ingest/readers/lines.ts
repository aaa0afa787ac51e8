import { LARGEST_BODY, readArticleJson } from '../../../features/articles/ingestion/parameters.ts'
import { byteLinesOf } from '../../../input/byte-lines.ts'
import { type Item, type Reader, without } from './reader.ts'

/** One article or ninjs item on each line. */
export const linesReader = {
  endings: ['.ndjson', '.jsonl'],
  async *readStream(name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
    for await (const { number, bytes } of byteLinesOf(stream, LARGEST_BODY)) {
      if (bytes?.length === 0) continue
      yield {
        where: `${name}:${number}`,
        bytes: (bytes?.length ?? LARGEST_BODY) + 1,
        read: async () => without(readArticleJson(bytes).submission),
      }
    }
  },
} satisfies Reader
