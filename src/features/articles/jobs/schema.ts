import { z } from 'zod'
import { ERROR_CODES } from '../../../core/errors.ts'
import { OUTCOMES, StatementCounts } from '../ingestion/schema.ts'

export const Problem = z
  .object({
    code: z.enum(ERROR_CODES).describe('Stable: branch on this. docs/errors says what each means.'),
    detail: z.string().describe('What went wrong, and what to do about it.'),
    errors: z.array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .describe('Why a line failed.')
export type Problem = z.infer<typeof Problem>

const lineNumber = z.int().min(1).describe('Its number: 1 for the first, empty lines counted.')

const articleReference = z.object({ id: z.uuid(), url: z.string() })

/** What became of one line of a batch, whether the caller waits for it or a worker reads it. */
export const LineResult = z.object({
  line: lineNumber,
  outcome: z
    .enum([...OUTCOMES, 'failed'])
    .nullable()
    .describe(
      'created: a new article; changed: a new text at the same URL; known: on record already; failed: see `problem`. null if the line was not read.',
    ),
  article: articleReference.nullable(),
  statements: StatementCounts.nullable(),
  problem: Problem.nullable().describe('Why the line failed, or why the last attempt failed.'),
})
export type LineResult = z.infer<typeof LineResult>

export const JOB_STATES = ['waiting', 'running', 'done', 'cancelled'] as const
export const ITEM_STATES = ['waiting', 'done', 'failed', 'cancelled'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export const JOB_SORTS = ['-recorded', 'recorded'] as const
export const ITEM_SORTS = ['line'] as const

const lines = () => z.int().min(0)

export const Progress = z.object({
  total: lines().describe('All lines, empty ones left out.'),
  waiting: lines().describe('Not read yet, or to be tried again.'),
  created: lines().describe('New articles.'),
  changed: lines().describe('New texts of articles on record.'),
  known: lines().describe('Texts on record already.'),
  failed: lines().describe('Lines that were not read because of their `problem`.'),
  retryable: lines().describe('Of the failed lines, those that POST …/retry tries again.'),
  cancelled: lines().describe('Not read because the job was cancelled.'),
  statements: z.int().min(0).describe('New statements.'),
})
export type Progress = z.infer<typeof Progress>

export const Job = z.object({
  id: z.uuid(),
  url: z.string(),
  state: z
    .enum(JOB_STATES)
    .describe('waiting: not begun; running; done: no line waits any more; cancelled: the rest is not read.'),
  progress: Progress,
  submitted_by: z.string().describe('The name of the key that brought it.'),
  recorded: z.iso.datetime().describe('When it was acknowledged.'),
  started: z.iso.datetime().nullable(),
  finished: z.iso.datetime().nullable(),
  seconds: z.number().nullable().describe('From its start to its end, or until now.'),
  links: z.object({ self: z.string(), items: z.string() }),
})
export type Job = z.infer<typeof Job>

export const JobItem = LineResult.extend({
  state: z
    .enum(ITEM_STATES)
    .describe(
      'waiting: not read yet, or to be tried again; done; failed; cancelled: the job was cancelled first.',
    ),
  retryable: z
    .boolean()
    .describe(
      'True for a failed line that may succeed later: it was given up after several attempts, and POST …/retry tries it again. False if the line itself is wrong.',
    ),
  attempts: z.int().min(0),
  finished: z.iso.datetime().nullable(),
})
export type JobItem = z.infer<typeof JobItem>

/** A job with the first of its lines that failed. */
export const JobDetail = Job.extend({
  errors: z.array(JobItem).describe('The first lines that failed; …/items?state=failed lists them all.'),
})
export type JobDetail = z.infer<typeof JobDetail>
