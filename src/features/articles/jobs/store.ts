import { z } from 'zod'
import type { Keyed, PageRequest } from '../../../core/page.ts'
import { JOB_ITEM_STATES } from '../../../core/vocabulary.ts'
import { type Conditions, conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { Instant } from '../../../database/instant.ts'
import { listKeyed } from '../../../database/keyset-list.ts'
import { rows } from '../../../database/sql.ts'
import { applyFilters, type FilterTable } from '../../../record/filters.ts'
import { OUTCOMES } from '../ingestion/schema.ts'
import { type ItemFilters, type Job, type JobItem, Problem, Progress, SHOWN_JOB_STATES } from './schema.ts'

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

const JobRow = z.object({
  id: z.string(),
  state: z.enum(SHOWN_JOB_STATES),
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
  FROM jobs j LEFT JOIN LATERAL (${countsOf('j.id')} AND j.counts IS NULL) live ON true`

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
  state: z.enum(JOB_ITEM_STATES),
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

const ITEM_FILTERS: FilterTable<ItemFilters, Conditions> = {
  state: (where, { state }) => where.add(state, (p) => `state = ANY(${p}::job_item_state[])`),
}

/** Lines of a job, nearest to the page's position first, one more than it holds. */
export function listItems(
  db: Db,
  jobId: string,
  filters: ItemFilters,
  request: PageRequest,
): Promise<Keyed<JobItem>[]> {
  const where = conditions()
  where.add(jobId, (p) => `job_id = ${p}::uuid`)
  applyFilters(ITEM_FILTERS, where, filters)
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
