import { z } from 'zod'
import type { Db, Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { Outcome, StatementCounts } from '../ingestion/schema.ts'
import type { Problem } from '../jobs/schema.ts'

/** What names one line of one job. */
export interface ItemKey {
  readonly job: string
  readonly line: number
}

const WaitingItem = z.object({
  line: z.int(),
  body: z.string(),
  urlHash: z.string().nullable(),
  attempts: z.int(),
  submitted_by: z.string(),
})
export type WaitingItem = z.infer<typeof WaitingItem>

/** The lines of a job that wait, from one to another. */
export async function waitingItems(db: Db, job: string, from: number, to: number): Promise<WaitingItem[]> {
  const found = await rows(
    db,
    `SELECT i.line, i.body, i.address AS "urlHash", i.attempts, j.submitted_by
     FROM job_items i JOIN jobs j ON j.id = i.job_id
     WHERE i.job_id = $1::uuid AND i.line BETWEEN $2 AND $3 AND i.state = 'waiting' ORDER BY i.line`,
    [job, from, to],
  )
  return found.map((row) => WaitingItem.parse(row))
}

/**
 * Locks a line until the transaction ends. Null where it waits no longer; else whether an earlier line of the same
 * address is to be read before.
 */
export async function lockItem(tx: Tx, { job, line }: ItemKey): Promise<{ mustWait: boolean } | null> {
  const [row] = await rows(
    tx,
    `SELECT address IS NOT NULL AND EXISTS (
       SELECT FROM job_items e
       WHERE e.job_id = i.job_id AND e.address = i.address AND e.line < i.line AND e.state = 'waiting') AS must_wait
     FROM job_items i WHERE i.job_id = $1::uuid AND i.line = $2 AND i.state = 'waiting' FOR UPDATE`,
    [job, line],
  )
  return row === undefined ? null : { mustWait: (row as { must_wait: boolean }).must_wait }
}

/** Keeps what became of a line that was read, in the transaction that keeps the article. */
export const settleRead = (
  tx: Tx,
  { job, line }: ItemKey,
  read: { readonly outcome: Outcome; readonly articleId: string; readonly statements: StatementCounts },
  attempts: number,
  at: Date,
): Promise<number> =>
  execute(
    tx,
    `UPDATE job_items SET state = 'done', body = NULL, problem = NULL, outcome = $3, article_id = $4::uuid,
       statements = $5, statements_moved = $6, statements_changed = $7, statements_vanished = $8,
       attempts = $9, finished_at = $10
     WHERE job_id = $1::uuid AND line = $2`,
    [
      job,
      line,
      read.outcome,
      read.articleId,
      read.statements.created,
      read.statements.moved,
      read.statements.changed,
      read.statements.vanished,
      attempts,
      at.toISOString(),
    ],
  )

/** Keeps that a line can never be read as it is. */
export const settleFailed = (
  db: Db,
  { job, line }: ItemKey,
  problem: Problem,
  attempts: number,
  at: Date,
): Promise<number> =>
  execute(
    db,
    `UPDATE job_items SET state = 'failed', body = NULL, problem = $3::jsonb, attempts = $4, finished_at = $5
     WHERE job_id = $1::uuid AND line = $2 AND state = 'waiting'`,
    [job, line, JSON.stringify(problem), attempts, at.toISOString()],
  )

/** Keeps that a line was given up; it keeps its body, to be tried again when somebody asks. */
export const settleDead = (tx: Tx, { job, line }: ItemKey, problem: Problem, at: Date): Promise<number> =>
  execute(
    tx,
    `UPDATE job_items SET state = 'dead', problem = $3::jsonb, finished_at = $4
     WHERE job_id = $1::uuid AND line = $2 AND state = 'waiting'`,
    [job, line, JSON.stringify(problem), at.toISOString()],
  )

/** Counts an attempt at a line, and keeps why it failed where that is known. */
export const countAttempt = (
  db: Db,
  { job, line }: ItemKey,
  attempts: number,
  problem: Problem | null,
): Promise<number> =>
  execute(
    db,
    `UPDATE job_items SET attempts = $3, problem = coalesce($4::jsonb, problem)
     WHERE job_id = $1::uuid AND line = $2 AND state = 'waiting'`,
    [job, line, attempts, problem && JSON.stringify(problem)],
  )

/** Counts an attempt at each line that waits, from one to another, and tells which they are. */
export async function countAttempts(tx: Tx, job: string, from: number, to: number): Promise<number[]> {
  const found = await rows(
    tx,
    `UPDATE job_items SET attempts = attempts + 1
     WHERE job_id = $1::uuid AND line BETWEEN $2 AND $3 AND state = 'waiting' RETURNING line`,
    [job, from, to],
  )
  return found.map((row) => (row as { line: number }).line)
}
