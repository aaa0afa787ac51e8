import { slicePage } from '../../../core/page.ts'
import { getJob, listItems, listJobs } from '../../../features/articles/jobs/domain.ts'
import type { Job, JobDetail, JobItem } from '../../../features/articles/jobs/schema.ts'
import { getArticle } from '../../../record/articles/domain.ts'
import type { DeskOptions, DeskRequest } from '../shell/mount.ts'

/** The jobs and the articles of a job on one page. */
const JOBS = 20
const ITEMS = 25

/** A page of jobs, the latest first. */
export interface JobList {
  readonly jobs: readonly Job[]
  readonly prev: string | null
  readonly next: string | null
}

/** Reads a page of the jobs of the last 30 days. */
export async function readJobList(
  { db, now }: DeskOptions,
  { query, request }: DeskRequest,
): Promise<JobList> {
  const { cursors } = request.server
  const sort = '-recorded'
  const cursor = query.get('cursor')
  const position = cursor === null ? null : cursors.decode(cursor, sort, 'desk jobs')
  const page = { limit: JOBS, sort, position }
  const { items, prev, next } = slicePage(page, await listJobs(db, page, now()))
  return {
    jobs: items,
    prev: prev && cursors.encode(prev, 'desk jobs'),
    next: next && cursors.encode(next, 'desk jobs'),
  }
}

/** One article of a job, with its title. */
export interface ReadItem {
  readonly item: JobItem
  /** Null if there is no article, or if it is not shown. */
  readonly title: string | null
}

/** A job with a page of its articles. */
export interface JobView {
  readonly job: JobDetail
  readonly items: readonly ReadItem[]
  /** True for a page of the articles that failed only. */
  readonly onlyFailed: boolean
  readonly prev: string | null
  readonly next: string | null
}

/**
 * Reads a job with its progress, and a page of its articles.
 * @throws DomainError `not_found`.
 */
export async function readJob(
  { db, now }: DeskOptions,
  { query, request }: DeskRequest,
  id: string,
): Promise<JobView> {
  const { cursors } = request.server
  const onlyFailed = query.get('only') === 'failed'
  const place = `desk job ${id} ${onlyFailed}`
  const cursor = query.get('cursor')
  const position = cursor === null ? null : cursors.decode(cursor, 'line', place)
  const page = { limit: ITEMS, sort: 'line', position }
  const [job, rows] = await Promise.all([
    getJob(db, id, now()),
    listItems(db, id, onlyFailed ? { state: ['failed'] } : {}, page, now()),
  ])
  const { items, prev, next } = slicePage(page, rows)
  const titled = await Promise.all(
    items.map(
      async (item): Promise<ReadItem> => ({
        item,
        title: item.article && (await titleOf(db, item.article.id)),
      }),
    ),
  )
  return {
    ...{ job, items: titled, onlyFailed },
    prev: prev && cursors.encode(prev, place),
    next: next && cursors.encode(next, place),
  }
}

/** Returns the title of an article; null if it is not shown. */
const titleOf = (db: DeskOptions['db'], id: string): Promise<string | null> =>
  getArticle(db, id).then(
    ({ title }) => title ?? 'An article without a title',
    () => null,
  )
