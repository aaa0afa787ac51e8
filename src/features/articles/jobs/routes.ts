import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import type { App } from '../../../http/instance.ts'
import { readPage, sendPage } from '../../../http/paging.ts'
import { cursor, limit } from '../../../http/parameters.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { list } from '../../../input/lists.ts'
import { choice, type FilterParameters, valuesOf } from '../../../input/values.ts'
import { writeOnce } from '../../access/idempotency/once.ts'
import { JOB_EXAMPLE, JOB_ITEMS_EXAMPLE, JOBS_EXAMPLE, JobItemPage, JobPage } from './documentation.ts'
import { cancelJob, getJob, listItems, listJobs, retryJob } from './domain.ts'
import { ITEM_SORTS, type ItemFilters, JOB_SORTS, JobDetail, SHOWN_ITEM_STATES } from './schema.ts'

export interface JobOptions {
  readonly db: Db
  readonly now: () => Date
  /** The time for which a worker may hold a piece of a job before another worker gets it, in seconds. */
  readonly workerSeconds: number
}

const jobId = z.strictObject({ id: z.uuid().describe('The id of a job.') })
const itemFilters = {
  state: list(SHOWN_ITEM_STATES, { description: 'Only lines in these states.', examples: ['failed'] }),
} satisfies FilterParameters<ItemFilters>
const jobDetail = JobDetail.meta({ examples: [JOB_EXAMPLE] })

/** Mounts the endpoints that read, cancel and retry jobs. A job ingests a batch in the background. */
export function jobRoutes(app: App, options: JobOptions): void {
  readRoutes(app, options)
  controlRoutes(app, options)
}

function readRoutes(app: App, { db, now }: JobOptions): void {
  app.get(
    '/jobs',
    {
      config: { scope: 'ingest', conditional: false },
      schema: {
        operationId: 'listJobs',
        tags: ['jobs'],
        summary: 'List jobs',
        description: 'The jobs of the last 30 days with their progress, latest first.',
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
        summary: 'Read a job',
        description: 'The state of the job, the progress of its lines, and the first failed lines.',
        params: jobId,
        response: { 200: jobDetail },
      },
    },
    (request) => getJob(db, request.params.id, now()),
  )

  app.get(
    '/jobs/:id/items',
    {
      config: { scope: 'ingest', conditional: false },
      schema: {
        operationId: 'listJobItems',
        tags: ['jobs'],
        summary: 'List the lines of a job',
        description: 'The result of each line, in order: its article, or why it failed.',
        params: jobId,
        querystring: z.strictObject({
          ...itemFilters,
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
        rows: await listItems(db, request.params.id, valuesOf(itemFilters, request.query), page, now()),
      })
    },
  )
}

function controlRoutes(app: App, { db, now, workerSeconds }: JobOptions): void {
  app.delete(
    '/jobs/:id',
    {
      config: { scope: 'ingest', errors: ['conflict'] },
      schema: {
        operationId: 'cancelJob',
        tags: ['jobs'],
        summary: 'Cancel a job',
        description:
          'Waiting lines are not ingested. Ingested articles stay, and lines in progress are finished. A job that is done cannot be cancelled (409).',
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
        summary: 'Retry the failed lines of a job',
        description:
          'Lines that are `retryable` are queued again: they were given up after several attempts. The other failed lines are invalid: correct them and send them again.',
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
