import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import type { MetadataResult, Outcome, StatementCounts, Warning } from '../ingestion/schema.ts'
import type { ItemKey } from './store.ts'

/**
 * Locks a waiting line until the transaction ends. Prisma takes no such locks. Returns null if the line does not wait
 * any more. `mustWait` is true if an earlier line with the same URL must be ingested first.
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

/**
 * Locks lines of a job until the transaction ends, and returns those that can be ingested together: they wait, and no
 * earlier line with the same URL waits.
 */
export async function lockItems(tx: Tx, job: string, lines: readonly number[]): Promise<Set<number>> {
  // With OFFSET 0, an index finds the earlier lines of each line. Else the planner reads all waiting lines of the job.
  const found = await rows(
    tx,
    `SELECT i.line FROM job_items i
     WHERE i.job_id = $1::uuid AND i.line = ANY($2::int[]) AND i.state = 'waiting' AND NOT EXISTS (
       SELECT FROM job_items e
       WHERE e.job_id = i.job_id AND e.address = i.address AND e.line < i.line AND e.state = 'waiting' OFFSET 0)
     ORDER BY i.line FOR UPDATE OF i`,
    [job, lines],
  )
  return new Set((found as { line: number }[]).map(({ line }) => line))
}

/** A line with the result of its ingestion. */
export interface ReadLine {
  readonly line: number
  readonly attempts: number
  readonly outcome: Outcome
  readonly articleId: string
  readonly statements: StatementCounts
  readonly metadata: MetadataResult
  readonly warnings: readonly Warning[]
}

/**
 * Updates locked lines of a job with the results of their ingestion, in the transaction that stores the articles. SQL,
 * because one query updates all lines of a transaction.
 */
export async function settleRead(tx: Tx, job: string, read: readonly ReadLine[], at: Date): Promise<void> {
  const values = read.map(({ line, attempts, outcome, articleId, statements, metadata, warnings }) => ({
    line,
    attempts,
    outcome,
    article_id: articleId,
    statements: statements.created,
    statements_moved: statements.moved,
    statements_changed: statements.changed,
    statements_vanished: statements.vanished,
    statements_redated: statements.redated,
    metadata: hasNews(metadata) || warnings.length > 0 ? { ...metadata, warnings } : undefined,
  }))
  await execute(
    tx,
    `UPDATE job_items i SET state = 'done', body = NULL, problem = NULL, outcome = r.outcome,
       article_id = r.article_id, statements = r.statements, statements_moved = r.statements_moved,
       statements_changed = r.statements_changed, statements_vanished = r.statements_vanished,
       statements_redated = r.statements_redated, metadata = r.metadata, attempts = r.attempts,
       finished_at = $3::timestamptz
     FROM jsonb_populate_recordset(NULL::job_items, $2::jsonb) r
     WHERE i.job_id = $1::uuid AND i.line = r.line`,
    [job, JSON.stringify(values), at.toISOString()],
  )
}

/** Returns whether the caller must be told something about the metadata of a line. */
const hasNews = ({ changed, differs }: MetadataResult): boolean => changed.length > 0 || differs.length > 0
