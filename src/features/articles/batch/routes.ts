import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { callerOf } from '../../../http/auth.ts'
import type { App } from '../../../http/instance.ts'
import { linesBodyOf, NDJSON_MEDIA_TYPE, ndjson, sendLines, streamNdjson } from '../../../http/ndjson.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { flag } from '../../../input/values.ts'
import { requestedWrite, sendWritten } from '../../access/idempotency/once.ts'
import type { Fetched } from '../ingestion/domain.ts'
import { JOB_EXAMPLE } from '../jobs/documentation.ts'
import { JobDetail } from '../jobs/schema.ts'
import { BATCH_EXAMPLE, BATCH_RESULT_EXAMPLE } from './documentation.ts'
import { readBatch } from './ingest-lines.ts'
import { submitJob } from './submit.ts'

export interface BatchRouteOptions {
  readonly db: Db
  readonly now: () => Date
  /** Reads what is published at an address. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  /** How long a worker may have a piece of a job before another one gets it, in seconds. */
  readonly workerSeconds: number
}

const jobDetail = JobDetail.meta({ examples: [JOB_EXAMPLE] })

const batchHeaders = writeHeaders.extend({
  prefer: z.string().optional().describe('`respond-async` asks for a job, as async=true does (RFC 7240).'),
})

/** Many articles at once: answered as they are read, or read in the background. */
export async function batchRoutes(app: App, options: BatchRouteOptions): Promise<void> {
  await app.register(async (scoped) => {
    streamNdjson(scoped)
    batchRoute(scoped, options)
  })
}

function batchRoute(app: App, { db, now, fetchDocument, workerSeconds }: BatchRouteOptions): void {
  app.post(
    '/articles::batch',
    {
      config: { scope: 'ingest', slowBody: true, produces: false },
      schema: {
        operationId: 'ingestArticles',
        tags: ['articles'],
        summary: 'Send many articles to be read',
        description:
          'Takes one article a line, each as POST /v1/articles takes it: text, HTML, an address, or a ninjs item. Answers with one line for each, in the same order and as soon as it is read; each is a transaction of its own. A line that cannot be read fails with its number and the rest goes on. Read the answer while you send. With async=true, or Prefer: respond-async, the lines are kept as a job that workers read, and the answer is 202 with the job.',
        querystring: z.strictObject({
          async: flag({
            description: 'Whether the lines are kept for workers instead of being read at once.',
            examples: ['false'],
          }).optional(),
        }),
        headers: batchHeaders,
        body: {
          content: { [NDJSON_MEDIA_TYPE]: { schema: ndjson('One article a line.', BATCH_EXAMPLE) } },
        },
        response: {
          200: {
            description: 'What became of each line, in order.',
            content: { [NDJSON_MEDIA_TYPE]: { schema: ndjson('One result a line.', BATCH_RESULT_EXAMPLE) } },
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
      const results = readBatch(body, write, name, { db, now, fetchDocument, onFailure })
      return sendLines(reply, results, 'The body holds no article: send one a line.') as never
    },
  )
}

const prefersAsync = ({ headers }: FastifyRequest): boolean =>
  /(^|,)\s*respond-async\s*(,|;|$)/i.test([headers['prefer'] ?? ''].flat().join(','))

const logFailure = ({ log }: FastifyRequest, err: unknown): void => log.error({ err }, 'a line failed')
