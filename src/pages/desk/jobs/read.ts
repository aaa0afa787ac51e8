import { getJob, listItems, listJobs } from '../../../features/articles/jobs/domain.ts'
import type { Job, JobDetail, JobItem } from '../../../features/articles/jobs/schema.ts'
import { getArticle } from '../../../record/articles/domain.ts'
import { type ListPage, readListPage } from '../shell/list-page.ts'
import type { DeskOptions, DeskRequest } from '../shell/mount.ts'

/** The jobs and the articles of a job on one page. */
const JOBS = 20
const ITEMS = 25

/** Reads a page of the jobs of the last 30 days, the latest first. */
export const readJobList = ({ db, now }: DeskOptions, desk: DeskRequest): Promise<ListPage<Job>> =>
  readListPage(desk, { place: 'desk jobs', sort: '-recorded', limit: JOBS }, (page) =>
    listJobs(db, page, now()),
  )

/** One article of a job, with its title. */
export interface ReadItem {
  readonly item: JobItem
  /** Null if there is no article, or if it is not shown. */
  readonly title: string | null
}

/** A job with a page of its articles. */
export interface JobView extends ListPage<ReadItem> {
  readonly job: JobDetail
  /** True for a page of the articles that failed only. */
  readonly onlyFailed: boolean
}

/**
 * Reads a job with its progress, and a page of its articles.
 * @throws DomainError `not_found`.
 */
export async function readJob({ db, now }: DeskOptions, desk: DeskRequest, id: string): Promise<JobView> {
  const onlyFailed = desk.query.get('only') === 'failed'
  const list = { place: `desk job ${id} ${onlyFailed}`, sort: 'line', limit: ITEMS }
  const [job, { items, ...cursors }] = await Promise.all([
    getJob(db, id, now()),
    readListPage(desk, list, (page) =>
      listItems(db, id, onlyFailed ? { state: ['failed'] } : {}, page, now()),
    ),
  ])
  const titled = await Promise.all(
    items.map(
      async (item): Promise<ReadItem> => ({
        item,
        title: item.article && (await titleOf(db, item.article.id)),
      }),
    ),
  )
  return { ...cursors, job, items: titled, onlyFailed }
}

/** Returns the title of an article; null if it is not shown. */
const titleOf = (db: DeskOptions['db'], id: string): Promise<string | null> =>
  getArticle(db, id).then(
    ({ title }) => title ?? 'An article without a title',
    () => null,
  )
