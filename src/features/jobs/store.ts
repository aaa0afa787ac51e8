import { z } from 'zod'
import type { Keyed, PageRequest } from '../../core/page.ts'
import { execute, rows } from '../../database/client.ts'
import type { Db } from '../../database/handle.ts'
import { Instant } from '../../database/instant.ts'
import { conditions, seek } from '../../database/query.ts'
import { OUTCOMES } from '../ingestion/schema.ts'
import {
  ITEM_STATES,
  type ItemState,
  JOB_STATES,
  type Job,
  type JobItem,
  Problem,
  Progress,
} from './schema.ts'

/** A line as it is kept before it is read. */
export interface NewItem {
  readonly line: number
  readonly state: 'waiting' | 'failed'
  readonly body: string | null
  readonly address: string | null
  readonly problem: Problem | null
}

/** Begins a job that nobody was told of yet. */
export const insertJob = (db: Db, id: string, submittedBy: string, at: Date): Promise<number> =>
  execute(
    db,
    `INSERT INTO jobs (id, state, submitted_by, created_at) VALUES ($1::uuid, 'receiving', $2, $3)`,
    [id, submittedBy, at.toISOString()],
  )

export const insertItems = (db: Db, jobId: string, items: readonly NewItem[], at: Date): Promise<number> =>
  execute(
    db,
    `INSERT INTO job_items (job_id, line, state, body, address, problem, finished_at)
     SELECT $1::uuid, i.line, i.state, i.body, i.address, nullif(i.problem, 'null'),
            CASE WHEN i.state = 'failed' THEN $3::timestamptz END
     FROM json_to_recordset($2::json)
       AS i (line int, state job_item_state, body text, address text, problem jsonb)`,
    [jobId, JSON.stringify(items), at.toISOString()],
  )

/** Lets workers have a job, and readers see it. */
export const openJob = (tx: Db, id: string, total: number, at: Date): Promise<number> =>
  execute(tx, `UPDATE jobs SET state = 'waiting', total = $2, created_at = $3 WHERE id = $1::uuid`, [
    id,
    total,
    at.toISOString(),
  ])

const COUNTS = (jobId: string) => `
  SELECT jsonb_build_object(
    'waiting', count(*) FILTER (WHERE i.state = 'waiting'),
    'created', count(*) FILTER (WHERE i.outcome = 'created'),
    'changed', count(*) FILTER (WHERE i.outcome = 'changed'),
    'known', count(*) FILTER (WHERE i.outcome = 'known'),
    'failed', count(*) FILTER (WHERE i.state = 'failed'),
    'dead', count(*) FILTER (WHERE i.state = 'dead'),
    'cancelled', count(*) FILTER (WHERE i.state = 'cancelled'),
    'statements', coalesce(sum(i.statements), 0)) AS counts
  FROM job_items i WHERE i.job_id = ${jobId}`

/** Marks a job as begun, where it was not. */
export const startJob = (db: Db, id: string, at: Date): Promise<number> =>
  execute(
    db,
    `UPDATE jobs SET state = 'running', started_at = $2 WHERE id = $1::uuid AND state = 'waiting'`,
    [id, at.toISOString()],
  )

/** Ends a job of which no line waits any more. Call it once the last change of a line is committed. */
export const finishJob = (db: Db, id: string, at: Date): Promise<number> =>
  execute(
    db,
    `UPDATE jobs SET state = 'done', finished_at = $2, counts = (${COUNTS('$1::uuid')})
     WHERE id = $1::uuid AND state IN ('waiting', 'running')
       AND NOT EXISTS (SELECT FROM job_items WHERE job_id = $1::uuid AND state = 'waiting')`,
    [id, at.toISOString()],
  )

/** Forgets a job that nobody was told of. */
export const discardJob = (db: Db, id: string): Promise<number> =>
  execute(db, `DELETE FROM jobs WHERE id = $1::uuid AND state = 'receiving'`, [id])

const JobRow = z.object({
  id: z.string(),
  state: z.enum(JOB_STATES),
  submitted_by: z.string(),
  total: z.int(),
  counts: Progress.omit({ total: true }),
  created_at: Instant,
  started_at: Instant.nullable(),
  finished_at: Instant.nullable(),
})

/** Lines of jobs that are over are not counted again. */
const JOBS = `
  SELECT j.id, j.state, j.submitted_by, j.total, coalesce(j.counts, live.counts) AS counts,
         j.created_at, j.started_at, j.finished_at
  FROM jobs j LEFT JOIN LATERAL (${COUNTS('j.id')} AND j.counts IS NULL) live ON true`

function toJob(row: z.infer<typeof JobRow>, now: Date): Job {
  const self = `/v1/jobs/${row.id}`
  const until = row.finished_at === null ? now.getTime() : Date.parse(row.finished_at)
  return {
    id: row.id,
    url: self,
    state: row.state,
    progress: { total: row.total, ...row.counts },
    submitted_by: row.submitted_by,
    recorded: row.created_at,
    started: row.started_at,
    finished: row.finished_at,
    seconds: row.started_at === null ? null : Math.max(0, until - Date.parse(row.started_at)) / 1000,
    links: { self, items: `${self}/items` },
  }
}

export async function findJob(db: Db, id: string, now: Date): Promise<Job | undefined> {
  const [row] = await rows(db, `${JOBS} WHERE j.id = $1::uuid AND j.state <> 'receiving'`, [id])
  return row === undefined ? undefined : toJob(JobRow.parse(row), now)
}

/** Jobs, nearest to the page's position first, one more than it holds. */
export async function listJobs(db: Db, request: PageRequest, now: Date): Promise<Keyed<Job>[]> {
  const where = conditions()
  where.demand(`j.state <> 'receiving'`)
  const order = seek(
    {
      expression: 'j.created_at',
      type: 'timestamptz',
      id: 'j.id',
      idType: 'uuid',
      descending: request.sort.startsWith('-'),
    },
    request,
    where,
  )
  const found = await rows(db, `${JOBS} ${where.where()} ${order}`, where.parameters)
  return found.map((row) => {
    const job = toJob(JobRow.parse(row), now)
    return { key: { values: [job.recorded], id: job.id }, item: job }
  })
}

const ItemRow = z.object({
  line: z.int(),
  state: z.enum(ITEM_STATES),
  outcome: z.enum(OUTCOMES).nullable(),
  article_id: z.string().nullable(),
  statements: z.int().nullable(),
  attempts: z.int(),
  problem: Problem.nullable(),
  finished_at: Instant.nullable(),
})

const ITEMS =
  'SELECT line, state, outcome, article_id, statements, attempts, problem, finished_at FROM job_items'

function toItem(row: unknown): JobItem {
  const { article_id, finished_at, ...item } = ItemRow.parse(row)
  return {
    ...item,
    article: article_id === null ? null : { id: article_id, url: `/v1/articles/${article_id}` },
    finished: finished_at,
  }
}

/** Lines of a job, nearest to the page's position first, one more than it holds. */
export async function listItems(
  db: Db,
  jobId: string,
  states: readonly ItemState[] | undefined,
  request: PageRequest,
): Promise<Keyed<JobItem>[]> {
  const where = conditions()
  where.add(jobId, (p) => `job_id = ${p}::uuid`)
  where.add(states, (p) => `state = ANY(${p}::job_item_state[])`)
  const keyset = { expression: 'line', type: 'int', id: 'line', idType: 'int', descending: false }
  const order = seek(keyset, request, where)
  const found = await rows(db, `${ITEMS} ${where.where()} ${order}`, where.parameters)
  return found.map(toItem).map((item) => ({ key: { values: [item.line], id: String(item.line) }, item }))
}

/** The first lines of a job that failed. */
export async function firstFailures(db: Db, jobId: string, most: number): Promise<JobItem[]> {
  const found = await rows(
    db,
    `${ITEMS} WHERE job_id = $1::uuid AND state IN ('failed', 'dead') ORDER BY line LIMIT ${most}`,
    [jobId],
  )
  return found.map(toItem)
}

/** Holds a job that was acknowledged, and tells its state; undefined where there is none. */
export async function holdJob(tx: Db, id: string): Promise<Job['state'] | undefined> {
  const [row] = await rows(
    tx,
    `SELECT state FROM jobs WHERE id = $1::uuid AND state <> 'receiving' FOR UPDATE`,
    [id],
  )
  return (row as { state: Job['state'] } | undefined)?.state
}

/** Marks what waits as cancelled, and ends the job. */
export async function cancelJob(tx: Db, id: string, at: Date): Promise<void> {
  await execute(
    tx,
    `UPDATE job_items SET state = 'cancelled', body = NULL, finished_at = $2
     WHERE job_id = $1::uuid AND state = 'waiting'`,
    [id, at.toISOString()],
  )
  await execute(
    tx,
    `UPDATE jobs SET state = 'cancelled', finished_at = $2, counts = (${COUNTS('$1::uuid')}) WHERE id = $1::uuid`,
    [id, at.toISOString()],
  )
}

/** Lets the dead lines of a job wait again, and tells which they are. */
export async function reviveItems(tx: Db, id: string): Promise<number[]> {
  const revived = await rows(
    tx,
    `UPDATE job_items SET state = 'waiting', attempts = 0, finished_at = NULL
     WHERE job_id = $1::uuid AND state = 'dead' RETURNING line`,
    [id],
  )
  return revived.map((row) => (row as { line: number }).line).sort((a, b) => a - b)
}

export const reopenJob = (tx: Db, id: string): Promise<number> =>
  execute(
    tx,
    `UPDATE jobs SET state = 'waiting', counts = NULL, finished_at = NULL, started_at = NULL WHERE id = $1::uuid`,
    [id],
  )

/** Forgets jobs that ended before a moment, and those whose sender went away before another. */
export const forgetJobs = (db: Db, endedBefore: Date, abandonedBefore: Date): Promise<number> =>
  execute(db, `DELETE FROM jobs WHERE finished_at < $1 OR (state = 'receiving' AND created_at < $2)`, [
    endedBefore.toISOString(),
    abandonedBefore.toISOString(),
  ])
