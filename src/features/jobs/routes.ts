import type { FastifyRequest } from 'fastify'
import type { Db } from '../../database/handle.ts'
import { callerOf } from '../../http/auth.ts'
import type { App } from '../../http/instance.ts'
import { linesBodyOf, NDJSON_MEDIA_TYPE, ndjson, sendLines, streamNdjson } from '../../http/ndjson.ts'
import { requestedWrite } from '../../http/writes.ts'
import type { Fetched } from '../ingestion/domain.ts'
import { BATCH_EXAMPLE, BATCH_RESULT_EXAMPLE } from './documentation.ts'
import { readBatch } from './domain.ts'

export interface JobOptions {
  readonly db: Db
  readonly now: () => Date
  /** Reads what is published at an address. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
}

/** Articles in, many at once. */
export async function jobRoutes(app: App, { db, now, fetchDocument }: JobOptions): Promise<void> {
  await app.register(async (scoped) => {
    streamNdjson(scoped)
    scoped.post(
      '/articles::batch',
      {
        config: { scope: 'ingest', slowBody: true, produces: false },
        schema: {
          operationId: 'ingestArticles',
          tags: ['articles'],
          summary: 'Send many articles to be read',
          description:
            'Takes one article a line, each as POST /v1/articles takes it: text, HTML, an address, or a ninjs item. Answers with one line for each, in the same order and as soon as it is read; each is a transaction of its own. A line that cannot be read fails with its number and the rest goes on. Read the answer while you send.',
          body: {
            content: { [NDJSON_MEDIA_TYPE]: { schema: ndjson('One article a line.', BATCH_EXAMPLE) } },
          },
          response: {
            200: {
              description: 'What became of each line, in order.',
              content: {
                [NDJSON_MEDIA_TYPE]: { schema: ndjson('One result a line.', BATCH_RESULT_EXAMPLE) },
              },
            },
          },
        },
      },
      async (request, reply) => {
        const onFailure = (error: unknown) => logFailure(request, error)
        const write = requestedWrite(request, 'ingestArticles')
        const results = readBatch(linesBodyOf(request), write, callerOf(request).name, {
          db,
          now,
          fetchDocument,
          onFailure,
        })
        return sendLines(reply, results, 'The body holds no article: send one a line.')
      },
    )
  })
}

const logFailure = ({ log }: FastifyRequest, err: unknown): void => log.error({ err }, 'a line failed')
