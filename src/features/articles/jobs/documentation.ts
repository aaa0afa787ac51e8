import { examplePage, pageOf } from '../../../http/paging.ts'
import { Job, type JobDetail, JobItem } from './schema.ts'

const JOB_ID = '0193c1d2-0000-7000-8000-000000000009'
const SELF = `/v1/jobs/${JOB_ID}`

const FAILED_ITEM: JobItem = {
  line: 2,
  outcome: 'failed',
  article: null,
  statements: null,
  metadata: null,
  warnings: [],
  problem: {
    code: 'invalid_body',
    detail: '"headline" is no field here.',
    errors: [{ pointer: '/headline', code: 'unknown_field', message: '"headline" is no field here.' }],
  },
  state: 'failed',
  retryable: false,
  attempts: 0,
  finished: '2026-11-23T10:00:00.000Z',
}

const JOB: Job = {
  id: JOB_ID,
  url: SELF,
  state: 'running',
  progress: {
    total: 3,
    waiting: 1,
    created: 1,
    changed: 0,
    known: 0,
    failed: 1,
    retryable: 0,
    cancelled: 0,
    statements: 1,
  },
  submitted_by: 'desk',
  recorded: '2026-11-23T10:00:00.000Z',
  started: '2026-11-23T10:00:01.000Z',
  finished: null,
  seconds: 0.5,
  links: { self: SELF, items: `${SELF}/items` },
}

export const JOB_EXAMPLE: JobDetail = { ...JOB, errors: [FAILED_ITEM] }

export const JOBS_EXAMPLE = examplePage('/v1/jobs', [JOB])

export const JOB_ITEMS_EXAMPLE = examplePage(`${SELF}/items?state=failed`, [FAILED_ITEM])

/** A page of jobs. */
export const JobPage = pageOf(Job)

/** A page of the lines of a job. */
export const JobItemPage = pageOf(JobItem)
