import type { Db, Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { Job, Problem } from './schema.ts'
import { countsOf } from './store.ts'

/** A line as it is kept before it is read. */
export interface NewItem {
  readonly line: number
  readonly state: 'waiting' | 'failed'
  readonly body: string | null
  readonly urlHash: string | null
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
     SELECT $1::uuid, i.line, i.state, i.body, i."urlHash", nullif(i.problem, 'null'),
            CASE WHEN i.state = 'failed' THEN $3::timestamptz END
     FROM json_to_recordset($2::json)
       AS i (line int, state job_item_state, body text, "urlHash" text, problem jsonb)`,
    [jobId, JSON.stringify(items), at.toISOString()],
  )

/** Lets workers have a job, and readers see it. */
export const openJob = (tx: Tx, id: string, total: number, at: Date): Promise<number> =>
  execute(tx, `UPDATE jobs SET state = 'waiting', total = $2, created_at = $3 WHERE id = $1::uuid`, [
    id,
    total,
    at.toISOString(),
  ])

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
    `UPDATE jobs SET state = 'done', finished_at = $2, counts = (${countsOf('$1::uuid')})
     WHERE id = $1::uuid AND state IN ('waiting', 'running')
       AND NOT EXISTS (SELECT FROM job_items WHERE job_id = $1::uuid AND state = 'waiting')`,
    [id, at.toISOString()],
  )

/** Forgets a job that nobody was told of. */
export const discardJob = (db: Db, id: string): Promise<number> =>
  execute(db, `DELETE FROM jobs WHERE id = $1::uuid AND state = 'receiving'`, [id])

/** Locks a job that was acknowledged until the transaction ends, and returns its state; undefined if there is none. */
export async function lockJob(tx: Tx, id: string): Promise<Job['state'] | undefined> {
  const [row] = await rows(
    tx,
    `SELECT state FROM jobs WHERE id = $1::uuid AND state <> 'receiving' FOR UPDATE`,
    [id],
  )
  return (row as { state: Job['state'] } | undefined)?.state
}

/** Marks what waits as cancelled, and ends the job. */
export async function cancelJob(tx: Tx, id: string, at: Date): Promise<void> {
  await execute(
    tx,
    `UPDATE job_items SET state = 'cancelled', body = NULL, finished_at = $2
     WHERE job_id = $1::uuid AND state = 'waiting'`,
    [id, at.toISOString()],
  )
  await execute(
    tx,
    `UPDATE jobs SET state = 'cancelled', finished_at = $2, counts = (${countsOf('$1::uuid')}) WHERE id = $1::uuid`,
    [id, at.toISOString()],
  )
}

/** Lets the dead lines of a job wait again, and tells which they are. */
export async function reviveItems(tx: Tx, id: string): Promise<number[]> {
  const revived = await rows(
    tx,
    `UPDATE job_items SET state = 'waiting', attempts = 0, finished_at = NULL
     WHERE job_id = $1::uuid AND state = 'dead' RETURNING line`,
    [id],
  )
  return revived.map((row) => (row as { line: number }).line).sort((a, b) => a - b)
}

export const reopenJob = (tx: Tx, id: string): Promise<number> =>
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
