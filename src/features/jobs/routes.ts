import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../database/handle.ts'
import { callerOf } from '../../http/auth.ts'
import type { App } from '../../http/instance.ts'
import { linesBodyOf, NDJSON_MEDIA_TYPE, ndjson, sendLines, streamNdjson } from '../../http/ndjson.ts'
import { pageOf, readPage, sendPage } from '../../http/paging.ts'
import { choice, cursor, flag, limit, list } from '../../http/parameters.ts'
import { requestedWrite, sendWritten, writeOnce } from '../idempotency/once.ts'
import type { Fetched } from '../ingestion/domain.ts'
import {
  BATCH_EXAMPLE,
  BATCH_RESULT_EXAMPLE,
  JOB_EXAMPLE,
  JOB_ITEMS_EXAMPLE,
  JOBS_EXAMPLE,
} from './documentation.ts'
import { cancelJob, describeJob, listItems, listJobs, readBatch, retryJob, submitJob } from './domain.ts'
import { ITEM_SORTS, ITEM_STATES, JOB_SORTS, Job, JobDetail, JobItem } from './schema.ts'

export interface JobOptions {
  readonly db: Db
  readonly now: () => Date
  /** Reads what is published at an address. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  /** How long a worker may have a piece of a job before another one gets it, in seconds. */
  readonly workerSeconds: number
}

const jobId = z.strictObject({ id: z.uuid().describe('The id of a job.') })
const jobDetail = JobDetail.meta({ examples: [JOB_EXAMPLE] })

/** Articles in, many at once: answered as they are read, or read in the background. */
export async function jobRoutes(app: App, options: JobOptions): Promise<void> {
  await app.register(async (scoped) => {
    streamNdjson(scoped)
    batchRoute(scoped, options)
  })
  readRoutes(app, options)
  steeringRoutes(app, options)
}

function batchRoute(app: App, { db, now, fetchDocument, workerSeconds }: JobOptions): void {
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

function readRoutes(app: App, { db, now }: JobOptions): void {
  app.get(
    '/jobs',
    {
      config: { scope: 'ingest', conditional: false },
      schema: {
        operationId: 'listJobs',
        tags: ['jobs'],
        summary: 'Batches read in the background',
        description: 'Jobs of the last 30 days and how far each has come, latest first.',
        querystring: z.strictObject({
          sort: choice(JOB_SORTS, { description: 'The order.', examples: ['-recorded'] }).default(
            '-recorded',
          ),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: pageOf(Job).meta({ examples: [JOBS_EXAMPLE] }) },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listJobs(db, page, now()),
      })
    },
  )

  app.get(
    '/jobs/:id',
    {
      config: { scope: 'ingest', conditional: false },
      schema: {
        operationId: 'getJob',
        tags: ['jobs'],
        summary: 'How far a job has come',
        description: 'Its state, what became of its lines so far, and the first of them that failed.',
        params: jobId,
        response: { 200: jobDetail },
      },
    },
    (request) => describeJob(db, request.params.id, now()),
  )

  app.get(
    '/jobs/:id/items',
    {
      config: { scope: 'ingest', conditional: false },
      schema: {
        operationId: 'listJobItems',
        tags: ['jobs'],
        summary: 'The lines of a job',
        description: 'What became of each line, in their order: the article it made, or why it failed.',
        params: jobId,
        querystring: z.strictObject({
          state: list(ITEM_STATES, { description: 'Only lines in these states.', examples: ['failed,dead'] }),
          sort: choice(ITEM_SORTS, { description: 'The order.', examples: ['line'] }).default('line'),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: pageOf(JobItem).meta({ examples: [JOB_ITEMS_EXAMPLE] }) },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listItems(db, request.params.id, request.query.state, page, now()),
      })
    },
  )
}

function steeringRoutes(app: App, { db, now, workerSeconds }: JobOptions): void {
  app.delete(
    '/jobs/:id',
    {
      config: { scope: 'ingest', errors: ['conflict'] },
      schema: {
        operationId: 'cancelJob',
        tags: ['jobs'],
        summary: 'Cancel a job',
        description:
          'Lines that wait are not read; what has been read stays, and what is being read is finished. A job that is done cannot be cancelled (409).',
        params: jobId,
        response: { 200: jobDetail },
      },
    },
    (request) => cancelJob(db, request.params.id, now()),
  )

  app.post(
    '/jobs/:id/retry',
    {
      config: { scope: 'ingest', errors: ['conflict'] },
      schema: {
        operationId: 'retryJob',
        tags: ['jobs'],
        summary: 'Try the dead lines of a job again',
        description:
          'Lines that were given up after several attempts wait again. Lines that failed are at fault themselves: mend them and send them again.',
        params: jobId,
        response: { 202: jobDetail },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const write = { db, at: now(), operation: `retryJob ${id}` }
      return writeOnce(request, reply, write, async (tx, { at }) => ({
        status: 202,
        body: await retryJob(tx, id, workerSeconds, at),
      }))
    },
  )
}
