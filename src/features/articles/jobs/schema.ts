import { z } from 'zod'
import { JOB_STATES, type JobItemState } from '../../../core/vocabulary.ts'
import { LineProblem } from '../../lines/schema.ts'
import { MetadataResult, OUTCOMES, StatementCounts, Warning } from '../ingestion/schema.ts'

const lineNumber = z.int().min(1).describe('The number of the line: 1 for the first; blank lines count.')

const articleReference = z.object({ id: z.uuid(), url: z.string() })

/** The result of one line of a batch, whether the caller waits for it or a worker ingests it. */
export const LineResult = z.object({
  line: lineNumber,
  outcome: z
    .enum([...OUTCOMES, 'failed'])
    .nullable()
    .describe(
      'created: a new article; changed: a new text at a known URL; known: the same text is on record; failed: see `problem`. null if the line was not ingested.',
    ),
  article: articleReference.nullable(),
  statements: StatementCounts.nullable(),
  metadata: MetadataResult.nullable(),
  warnings: z.array(Warning),
  problem: LineProblem.nullable().describe('Why the line failed, or why the last attempt failed.'),
})
export type LineResult = z.infer<typeof LineResult>

/** The states that callers see. They do not see `receiving`: the job has not been acknowledged then. */
export const SHOWN_JOB_STATES = JOB_STATES.filter((state) => state !== 'receiving')

/** The states of lines that callers see. A dead line is shown as failed and retryable. */
export const SHOWN_ITEM_STATES = [
  'waiting',
  'done',
  'failed',
  'cancelled',
] as const satisfies readonly JobItemState[]
type ShownItemState = (typeof SHOWN_ITEM_STATES)[number]

export interface ItemFilters {
  readonly state?: readonly ShownItemState[] | undefined
}

export const JOB_SORTS = ['-recorded', 'recorded'] as const
export const ITEM_SORTS = ['line'] as const

const lines = () => z.int().min(0)

export const Progress = z.object({
  total: lines().describe('All lines, without blank ones.'),
  waiting: lines().describe('Not ingested yet, or to be retried.'),
  created: lines().describe('New articles.'),
  changed: lines().describe('New texts of known articles.'),
  known: lines().describe('Texts that are on record already.'),
  failed: lines().describe('Not ingested, because of their `problem`.'),
  retryable: lines().describe('How many of the failed lines POST …/retry queues again.'),
  cancelled: lines().describe('Not ingested, because the job was cancelled.'),
  statements: z.int().min(0).describe('New statements.'),
})

export const Job = z.object({
  id: z.uuid(),
  url: z.string(),
  state: z
    .enum(SHOWN_JOB_STATES)
    .describe(
      'waiting: not started; running; done: no line is waiting; cancelled: the remaining lines are not ingested.',
    ),
  progress: Progress,
  submitted_by: z.string().describe('The name of the key that submitted it.'),
  recorded: z.iso.datetime().describe('When the job was acknowledged.'),
  started: z.iso.datetime().nullable(),
  finished: z.iso.datetime().nullable(),
  seconds: z.number().nullable().describe('From the start to the end, or until now.'),
  links: z.object({ self: z.string(), items: z.string() }),
})
export type Job = z.infer<typeof Job>

export const JobItem = LineResult.extend({
  state: z
    .enum(SHOWN_ITEM_STATES)
    .describe(
      'waiting: not ingested yet; done: ingested; failed: see `problem`; cancelled: the job was cancelled first.',
    ),
  retryable: z
    .boolean()
    .describe(
      'True for a failed line that was given up after several attempts: POST …/retry queues it again.',
    ),
  attempts: z.int().min(0),
  finished: z.iso.datetime().nullable(),
})
export type JobItem = z.infer<typeof JobItem>

/** A job with its first failed lines. */
export const JobDetail = Job.extend({
  errors: z.array(JobItem).describe('The first failed lines; …/items?state=failed lists all.'),
})
export type JobDetail = z.infer<typeof JobDetail>
