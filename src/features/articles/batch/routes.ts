import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { callerOf } from '../../../http/auth.ts'
import type { App } from '../../../http/instance.ts'
import { linesBodyOf, NDJSON_MEDIA_TYPE, ndjson, sendLines, streamNdjson } from '../../../http/ndjson.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { flag } from '../../../input/values.ts'
import { requestedWrite, sendWritten } from '../../access/idempotency/once.ts'
import type { ArticleReader, Fetched, PublisherZones } from '../ingestion/domain.ts'
import { ARTICLES_AT_ONCE } from '../ingestion/limits.ts'
import { LARGEST_BODY } from '../ingestion/parameters.ts'
import { JOB_EXAMPLE } from '../jobs/documentation.ts'
import { JobDetail } from '../jobs/schema.ts'
import { BATCH_EXAMPLE, BATCH_RESULT_EXAMPLE } from './documentation.ts'
import { ingestBatch } from './ingest-lines.ts'
import { submitJob } from './submit.ts'

export interface BatchRouteOptions {
  readonly db: Db
  readonly now: () => Date
  /** Fetches the document at a URL. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
  readonly reader: ArticleReader
  /** The time for which a worker may hold a piece of a job before another worker gets it, in seconds. */
  readonly workerSeconds: number
}

const jobDetail = JobDetail.meta({ examples: [JOB_EXAMPLE] })

const batchHeaders = writeHeaders.extend({
  prefer: z.string().optional().describe('`respond-async` asks for a job, as async=true does (RFC 7240).'),
})

/** Mounts the batches of articles. A batch is ingested while the caller waits, or in the background. */
export async function batchRoutes(app: App, options: BatchRouteOptions): Promise<void> {
  await app.register(async (scoped) => {
    streamNdjson(scoped)
    batchRoute(scoped, options)
  })
}

function batchRoute(
  app: App,
  { db, now, fetchDocument, zones, reader, workerSeconds }: BatchRouteOptions,
): void {
  app.post(
    '/articles::batch',
    {
      config: {
        scope: 'ingest',
        slowBody: true,
        streamedLines: { atOnce: ARTICLES_AT_ONCE + 1, maxBytes: LARGEST_BODY },
        produces: false,
      },
      schema: {
        operationId: 'ingestArticles',
        tags: ['articles'],
        summary: 'Ingest many articles',
        description:
          'Takes one article per line, in any form of POST /v1/articles. The response has one line for each article, in the same order, as soon as it is ingested. Each article is one transaction. An invalid line fails with its number, and the others continue. Read the response while you send. With async=true, or Prefer: respond-async, the lines become a job for workers, and the answer is 202 with the job.',
        querystring: z.strictObject({
          async: flag({
            description: 'true stores the lines for workers. They are then not ingested at once.',
            examples: ['false'],
          }).optional(),
        }),
        headers: batchHeaders,
        body: {
          content: { [NDJSON_MEDIA_TYPE]: { schema: ndjson('One article on each line.', BATCH_EXAMPLE) } },
        },
        response: {
          200: {
            description: 'The result of each line, in order.',
            content: {
              [NDJSON_MEDIA_TYPE]: { schema: ndjson('One result on each line.', BATCH_RESULT_EXAMPLE) },
            },
          },
          202: jobDetail,
        },
      },
    },
    async (request, reply) => {
      const body = linesBodyOf(request)
      const { key, caller } = requestedWrite(request, 'ingestArticles')
      const write = { key, caller, operation: 'ingestArticles' }
      const { name } = callerOf(request)
      if (request.query.async ?? prefersAsync(request)) {
        const answer = await submitJob(body, write, name, { db, now, workerSeconds })
        reply.header('preference-applied', 'respond-async')
        return sendWritten<JobDetail>(reply, answer)
      }
      const onFailure = (error: unknown) => logFailure(request, error)
      const results = ingestBatch(body, write, name, { db, now, fetchDocument, zones, reader, onFailure })
      return sendLines(reply, results, 'The body has no article. Send one on each line.') as never
    },
  )
}

const prefersAsync = ({ headers }: FastifyRequest): boolean =>
  /(^|,)\s*respond-async\s*(,|;|$)/i.test([headers['prefer'] ?? ''].flat().join(','))

const logFailure = ({ log }: FastifyRequest, err: unknown): void => log.error({ err }, 'a line failed')
