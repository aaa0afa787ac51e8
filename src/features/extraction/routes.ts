import { z } from 'zod'
import { example } from '../../documentation/examples.ts'
import { clientGone, onceAnswered } from '../../http/client-gone.ts'
import type { App } from '../../http/instance.ts'
import { publicationDate } from '../../input/dates.ts'
import { safeText } from '../../input/values.ts'
import { extractFrom, type Reader, type ReadingQueue } from './domain.ts'
import {
  ExtractionResult,
  LARGEST_BODY,
  LONGEST_TEXT,
  STATEMENTS_MAX,
  STATEMENTS_WITHOUT_KEY_MAX,
} from './schema.ts'

export interface ExtractionOptions {
  /** The most bytes of a body from a caller without a key. */
  readonly bodyMaxWithoutKey: number
  readonly queue: ReadingQueue
  readonly reader: Reader
}

/** Mounts the extraction from texts without storing them. */
export function extractionRoutes(app: App, { bodyMaxWithoutKey, queue, reader }: ExtractionOptions): void {
  app.post(
    '/extract',
    {
      bodyLimit: LARGEST_BODY,
      config: { scope: 'read', errors: ['too_many_statements'], bodyLimitWithoutKey: bodyMaxWithoutKey },
      schema: {
        operationId: 'extract',
        tags: ['extraction'],
        summary: 'Extract from a text without storing it',
        description:
          'Finds who said what and when in any text. Nothing is stored. Relative dates ("last month") are resolved against `published`. The service reads few texts at a time, texts with a key first. It answers 503 if too many wait. Without a key, texts must be shorter, and an answer has fewer statements: split longer texts.',
        body: z
          .strictObject({
            text: safeText(LONGEST_TEXT).describe(
              'The text to read. The offsets in the response refer to this text.',
            ),
            published: publicationDate('When the text was published.').describe(
              'When the text was published, as EDTF. Leave it out if unknown.',
            ),
          })
          .meta({
            examples: [
              {
                text: 'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.',
                published: '2025-01-15',
              },
            ],
          }),
        response: { 200: example(ExtractionResult, 'extract') },
      },
    },
    async (request, reply) => {
      const { text, published = null } = request.body
      const hasKey = request.caller !== null
      const statementsMax = hasKey ? STATEMENTS_MAX : STATEMENTS_WITHOUT_KEY_MAX
      const who = request.caller?.holder ?? request.ip
      const caller = { who, hasKey, gone: clientGone(reply) }
      onceAnswered(reply, queue.admit(caller))
      const options = { published, statementsMax, signal: caller.gone }
      return queue.read(caller, () => extractFrom(reader, text, options))
    },
  )
}
