import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { readPage, sendPage } from '../../../http/paging.ts'
import { cursor, limit } from '../../../http/parameters.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { choice, list } from '../../../input/values.ts'
import { writeOnce } from '../../access/idempotency/once.ts'
import { JOB_EXAMPLE, JOB_ITEMS_EXAMPLE, JOBS_EXAMPLE, JobItemPage, JobPage } from './documentation.ts'
import { cancelJob, describeJob, listItems, listJobs, retryJob } from './domain.ts'
import { ITEM_SORTS, ITEM_STATES, JOB_SORTS, JobDetail } from './schema.ts'

export interface JobOptions {
  readonly db: Db
  readonly now: () => Date
  /** How long a worker may have a piece of a job before another one gets it, in seconds. */
  readonly workerSeconds: number
}

const jobId = z.strictObject({ id: z.uuid().describe('The id of a job.') })
const jobDetail = JobDetail.meta({ examples: [JOB_EXAMPLE] })

/** Batches that are read in the background: how far they have come, and cancelling or retrying them. */
export function jobRoutes(app: App, options: JobOptions): void {
  readRoutes(app, options)
  steeringRoutes(app, options)
}

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
        response: { 200: JobPage.meta({ examples: [JOBS_EXAMPLE] }) },
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
          state: list(ITEM_STATES, { description: 'Only lines in these states.', examples: ['failed'] }),
          sort: choice(ITEM_SORTS, { description: 'The order.', examples: ['line'] }).default('line'),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: JobItemPage.meta({ examples: [JOB_ITEMS_EXAMPLE] }) },
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
        summary: 'Try the failed lines of a job again',
        description:
          'Lines that are `retryable` wait again: they were given up after several attempts. The other failed lines are wrong themselves: correct them and send them again.',
        params: jobId,
        headers: writeHeaders,
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
