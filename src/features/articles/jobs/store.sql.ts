import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import { conditions } from '../../../database/conditions.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { Instant } from '../../../database/instant.ts'
import { listKeyed } from '../../../database/keyset-list.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { LineProblem } from '../../lines/schema.ts'
import { type Job, Progress, SHOWN_JOB_STATES } from './schema.ts'

// SQL, because Prisma cannot count the lines of a job by several conditions in one query, inserts many lines at a
// quarter of the speed, and takes no row locks.

/** Returns the query that counts the results of a job's lines. It returns one row. */
const countsOf = (jobId: string): string => `
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

/** The counts that the table stores. Dead lines are counted apart from failed lines there. */
const Counts = Progress.omit({ total: true, retryable: true }).extend({ dead: z.int() })

const JobRow = z.object({
  id: z.string(),
  state: z.enum(SHOWN_JOB_STATES),
  submitted_by: z.string(),
  total: z.int(),
  counts: Counts,
  created_at: Instant,
  started_at: Instant.nullable(),
  finished_at: Instant.nullable(),
})

/** Selects jobs with their counts. The lines of jobs that have ended are not counted again. */
const JOBS = `
  SELECT j.id, j.state, j.submitted_by, j.total, coalesce(j.counts, live.counts) AS counts,
         j.created_at, j.started_at, j.finished_at
  FROM jobs j LEFT JOIN LATERAL (${countsOf('j.id')} AND j.counts IS NULL) live ON true`

function toJob(row: z.infer<typeof JobRow>, now: Date): Job {
  const self = `/v1/jobs/${row.id}`
  const { dead, failed, ...counts } = row.counts
  const until = row.finished_at === null ? now.getTime() : Date.parse(row.finished_at)
  return {
    id: row.id,
    url: self,
    state: row.state,
    progress: { total: row.total, ...counts, failed: failed + dead, retryable: dead },
    submitted_by: row.submitted_by,
    recorded: row.created_at,
    started: row.started_at,
    finished: row.finished_at,
    seconds: row.started_at === null ? null : Math.max(0, until - Date.parse(row.started_at)) / 1000,
    links: { self, items: `${self}/items` },
  }
}

/** Finds a job, unless its lines are still being received. */
export async function findJob(db: Db, id: string, now: Date): Promise<Job | undefined> {
  const [row] = await rows(db, `${JOBS} WHERE j.id = $1::uuid AND j.state <> 'receiving'`, [id])
  return row === undefined ? undefined : toJob(JobRow.parse(row), now)
}

/**
 * Lists jobs, except those whose lines are still being received. The job nearest to the position of the page comes
 * first. The list has at most one job more than the page.
 */
export function listJobs(db: Db, request: PageRequest, now: Date): Promise<Keyed<Job>[]> {
  const where = conditions()
  where.demand(`j.state <> 'receiving'`)
  const list = {
    select: JOBS,
    where,
    by: { expression: 'j.created_at', type: 'timestamptz', id: 'j.id', idType: 'uuid' },
    read: (row: unknown) => toJob(JobRow.parse(row), now),
    keyOf: ({ recorded, id }: Job) => ({ values: [recorded], id }),
  }
  return listKeyed(db, list, request)
}

/** A line in the form in which it waits for a worker. */
export interface NewItem {
  readonly line: number
  readonly state: 'waiting' | 'failed'
  readonly body: string | null
  readonly urlHash: string | null
  readonly problem: LineProblem | null
}

/** Inserts the lines of a job. */
export const insertItems = (db: Db, jobId: string, items: readonly NewItem[], at: Date): Promise<number> =>
  execute(
    db,
    `INSERT INTO job_items (job_id, line, state, body, address, problem, finished_at)
     SELECT $1::uuid, i.line, i.state, i.body, i."urlHash", nullif(i.problem, 'null'),
            CASE WHEN i.state = 'failed' THEN $3::timestamptz END
     FROM json_to_recordset($2::json)
       AS i (line int, state job_item_state, body text, "urlHash" text, problem jsonb)`,
    [jobId, JSON.stringify(items), at.toISOString()],
  )

/**
 * Locks a job until the transaction ends, and returns its state; undefined if there is none, or if its lines are still
 * being received.
 */
export async function lockJob(tx: Tx, id: string): Promise<Job['state'] | undefined> {
  const [row] = await rows(
    tx,
    `SELECT state FROM jobs WHERE id = $1::uuid AND state <> 'receiving' FOR UPDATE`,
    [id],
  )
  return (row as { state: Job['state'] } | undefined)?.state
}

/**
 * Ends a job if no line waits any more, and stores the counts of its lines. Call it after the last change of a line is
 * committed.
 */
export const finishJob = (db: Db, id: string, at: Date): Promise<number> =>
  execute(
    db,
    `UPDATE jobs SET state = 'done', finished_at = $2, counts = (${countsOf('$1::uuid')})
     WHERE id = $1::uuid AND state IN ('waiting', 'running')
       AND NOT EXISTS (SELECT FROM job_items WHERE job_id = $1::uuid AND state = 'waiting')`,
    [id, at.toISOString()],
  )

/** Ends a locked job as cancelled, and stores the counts of its lines. */
export const endCancelledJob = (tx: Tx, id: string, at: Date): Promise<number> =>
  execute(
    tx,
    `UPDATE jobs SET state = 'cancelled', finished_at = $2, counts = (${countsOf('$1::uuid')}) WHERE id = $1::uuid`,
    [id, at.toISOString()],
  )

/**
 * Removes the content of an article from lines of jobs: the metadata of ingested lines, and dead lines with its URL or
 * with one of its texts. These dead lines then have failed. A worker that reads such a line at the same time gets an
 * error for the article.
 * @param hashes the SHA-256 of the texts, in hexadecimal.
 * @param urlHash the SHA-256 of the URL in base64url, as in `job_items.address`.
 */
export async function forgetLines(
  tx: Tx,
  articleId: string,
  hashes: readonly string[],
  urlHash: string | null,
  problem: LineProblem,
): Promise<void> {
  await execute(
    tx,
    'UPDATE job_items SET metadata = NULL WHERE article_id = $1::uuid AND metadata IS NOT NULL',
    [articleId],
  )
  const touched = await rows(
    tx,
    `UPDATE job_items i SET state = 'failed', body = NULL, problem = $3::jsonb
     FROM (
       SELECT job_id, line FROM job_items
       WHERE state = 'dead' AND (address = $2 OR encode(sha256(convert_to(
         coalesce(body::json->>'text', body::json->>'body_text', ''), 'UTF8')), 'hex') = ANY($1::text[]))
       FOR UPDATE SKIP LOCKED) found
     WHERE i.job_id = found.job_id AND i.line = found.line RETURNING i.job_id`,
    [hashes, urlHash, JSON.stringify(problem)],
  )
  const jobs = [...new Set(touched.map((row) => (row as { job_id: string }).job_id))]
  for (const id of jobs) {
    await execute(
      tx,
      `UPDATE jobs SET counts = (${countsOf('$1::uuid')}) WHERE id = $1::uuid AND counts IS NOT NULL`,
      [id],
    )
  }
}
