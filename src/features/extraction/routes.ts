import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { example } from '../../documentation/examples.ts'
import { clientGone, onceAnswered } from '../../http/client-gone.ts'
import type { App } from '../../http/instance.ts'
import { publicationDate } from '../../input/dates.ts'
import { safeText } from '../../input/values.ts'
import type { Reader, ReadingQueue } from './domain.ts'
import {
  ExtractionResult,
  LARGEST_BODY,
  LONGEST_TEXT,
  STATEMENTS_MAX,
  STATEMENTS_WITHOUT_KEY_MAX,
} from './schema.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

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
      // To receive and parse a body of megabytes only to refuse it would delay other requests. Without a key, a body takes
      // its place when it has arrived: anyone can send one slowly.
      onRequest: (request, reply, done) => {
        const caller = callerOf(request)
        if (caller.hasKey) onceAnswered(reply, queue.admit(caller))
        else queue.demandPlace(caller)
        done()
      },
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
      const caller = { ...callerOf(request), gone: clientGone(reply) }
      const statementsMax = caller.hasKey ? STATEMENTS_MAX : STATEMENTS_WITHOUT_KEY_MAX
      if (!caller.hasKey) onceAnswered(reply, queue.admit(caller))
      const limits = { statementsMax, signal: caller.gone }
      // The reader writes the JSON, because the answer to a long text would take the thread of all requests too long.
      const json = await queue.read(caller, () => reader.readAsJson(text, { published }, limits))
      return reply.type(JSON_TYPE).send(Buffer.from(json.buffer, json.byteOffset, json.byteLength) as never)
    },
  )
}

const callerOf = ({ caller, ip }: FastifyRequest) => ({ who: caller?.holder ?? ip, hasKey: caller !== null })
