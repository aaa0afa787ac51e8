import { z } from 'zod'
import { ERROR_CODES } from '../../../core/errors.ts'
import { JOB_ITEM_STATES, JOB_STATES, type JobItemState } from '../../../core/vocabulary.ts'
import { OUTCOMES } from '../ingestion/schema.ts'

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

export const lineNumber = z.int().min(1).describe('Its number: 1 for the first, empty lines counted.')

export const articleReference = z.object({ id: z.uuid(), url: z.string() })

/** The states of jobs that callers see: all but the one before a job is acknowledged. */
export const SHOWN_JOB_STATES = JOB_STATES.filter((state) => state !== 'receiving')

export interface ItemFilters {
  readonly state?: readonly JobItemState[] | undefined
}

export const JOB_SORTS = ['-recorded', 'recorded'] as const
export const ITEM_SORTS = ['line'] as const

const lines = () => z.int().min(0)

export const Progress = z.object({
  total: lines().describe('All lines, empty ones left out.'),
  waiting: lines().describe('Not read yet, or to be tried again.'),
  created: lines().describe('New articles.'),
  changed: lines().describe('New texts of articles on record.'),
  known: lines().describe('Texts on record already.'),
  failed: lines().describe('Lines that can never be read as they are.'),
  dead: lines().describe('Given up after several attempts; POST …/retry tries them again.'),
  cancelled: lines().describe('Not read because the job was cancelled.'),
  statements: z.int().min(0).describe('New statements.'),
})
export type Progress = z.infer<typeof Progress>

export const Job = z.object({
  id: z.uuid(),
  url: z.string(),
  state: z
    .enum(SHOWN_JOB_STATES)
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

export const JobItem = z.object({
  line: lineNumber,
  state: z
    .enum(JOB_ITEM_STATES)
    .describe(
      'waiting; done; failed: it can never be read as it is; dead: given up after several attempts; cancelled.',
    ),
  outcome: z.enum(OUTCOMES).nullable(),
  article: articleReference.nullable(),
  statements: z.int().nullable().describe('How many were new.'),
  attempts: z.int().min(0),
  problem: Problem.nullable().describe('Why the last attempt failed.'),
  finished: z.iso.datetime().nullable(),
})
export type JobItem = z.infer<typeof JobItem>

/** A job with the first of its lines that failed. */
export const JobDetail = Job.extend({
  errors: z.array(JobItem).describe('The first lines that failed; …/items?state=failed,dead lists them all.'),
})
export type JobDetail = z.infer<typeof JobDetail>
