import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import { conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { Instant } from '../../../database/instant.ts'
import { listKeyed } from '../../../database/keyset-list.ts'
import { rows } from '../../../database/sql.ts'
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

/** What became of the lines of a job, counted: SQL for one row. */
export const countsOf = (jobId: string): string => `
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

/** The lines by what the table keeps. `dead` are the lines that were given up, which readers see as failed. */
const LineCounts = Progress.omit({ total: true, retryable: true }).extend({ dead: z.int() })

const JobRow = z.object({
  id: z.string(),
  state: z.enum(JOB_STATES),
  submitted_by: z.string(),
  total: z.int(),
  counts: LineCounts,
  created_at: Instant,
  started_at: Instant.nullable(),
  finished_at: Instant.nullable(),
})

/** Lines of jobs that are over are not counted again. */
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

export async function findJob(db: Db, id: string, now: Date): Promise<Job | undefined> {
  const [row] = await rows(db, `${JOBS} WHERE j.id = $1::uuid AND j.state <> 'receiving'`, [id])
  return row === undefined ? undefined : toJob(JobRow.parse(row), now)
}

/** Jobs, nearest to the page's position first, one more than it holds. */
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

const ItemRow = z.object({
  line: z.int(),
  state: z.enum([...ITEM_STATES, 'dead']),
  outcome: z.enum(OUTCOMES).nullable(),
  article_id: z.string().nullable(),
  statements: z.int().nullable(),
  statements_moved: z.int().nullable(),
  statements_changed: z.int().nullable(),
  statements_vanished: z.int().nullable(),
  attempts: z.int(),
  problem: Problem.nullable(),
  finished_at: Instant.nullable(),
})

const ITEMS = `SELECT line, state, outcome, article_id, statements, statements_moved, statements_changed,
    statements_vanished, attempts, problem, finished_at FROM job_items`

function toItem(row: unknown): JobItem {
  const item = ItemRow.parse(row)
  const { article_id: articleId, statements: created } = item
  const hasFailed = item.state === 'failed' || item.state === 'dead'
  return {
    line: item.line,
    outcome: hasFailed ? 'failed' : item.outcome,
    article: articleId === null ? null : { id: articleId, url: `/v1/articles/${articleId}` },
    statements:
      created === null
        ? null
        : {
            created,
            moved: item.statements_moved ?? 0,
            changed: item.statements_changed ?? 0,
            vanished: item.statements_vanished ?? 0,
          },
    problem: item.problem,
    state: item.state === 'dead' ? 'failed' : item.state,
    retryable: item.state === 'dead',
    attempts: item.attempts,
    finished: item.finished_at,
  }
}

/** Lines of a job, nearest to the page's position first, one more than it holds. */
export function listItems(
  db: Db,
  jobId: string,
  states: readonly ItemState[] | undefined,
  request: PageRequest,
): Promise<Keyed<JobItem>[]> {
  const where = conditions()
  where.add(jobId, (p) => `job_id = ${p}::uuid`)
  const kept = states?.flatMap((state) => (state === 'failed' ? ['failed', 'dead'] : [state]))
  where.add(kept, (p) => `state = ANY(${p}::job_item_state[])`)
  const list = {
    select: ITEMS,
    where,
    by: { expression: 'line', type: 'int', id: 'line', idType: 'int' },
    read: toItem,
    keyOf: ({ line }: JobItem) => ({ values: [line], id: String(line) }),
  }
  return listKeyed(db, list, request)
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
