import { DomainError } from '../../../../core/errors.ts'
import { inTransaction } from '../../../../database/transaction.ts'
import { appendChanges } from '../../../../record/statements/sightings/domain.ts'
import {
  ingestWithin,
  loadArticle,
  type NewArticle,
  publishedInFeed,
  readAhead,
} from '../../ingestion/domain.ts'
import { failureOf } from './failures.ts'
import type { VisitOptions } from './options.ts'
import { nextAttemptAt } from './pauses.ts'
import * as store from './store.ts'

/**
 * Fetches the article of an entry and ingests it. One transaction stores the article and what became of the entry.
 * @returns the pause that the site asks for, in milliseconds.
 * @throws the error that makes the database unavailable.
 */
export async function fetchEntry(options: VisitOptions, entry: store.DueEntry): Promise<number> {
  const { db, now, random } = options
  // Counted first, because the attempt may kill this process.
  const attempts = await store.countAttempt(db, entry.id)
  if (attempts === 0) return 0
  try {
    if (!(await takeFromOtherSource(options, entry))) await ingestEntry(options, entry)
    return 0
  } catch (error) {
    const at = now()
    const failure = failureOf(error, at)
    if (failure.problem.code === 'internal_error') options.onFailure(error)
    const retryAt = failure.isPermanent ? null : nextAttemptAt(attempts, failure, at, random())
    const next = retryAt ? { at: retryAt } : { state: failure.state }
    await store.settleFailed(db, entry.id, failure.problem, next, at)
    return failure.requestedMs
  }
}

/** Uses the article of another source that announced the same address, if it was fetched after the last change. */
async function takeFromOtherSource({ db, now }: VisitOptions, entry: store.DueEntry): Promise<boolean> {
  // An entry that was fetched before waits because its publisher has changed it, at an unknown time.
  if (entry.modifiedAt === null && entry.fetchedAt !== null) return false
  const since = entry.modifiedAt ?? new Date(0)
  const other = await store.findReadElsewhere(db, entry, since)
  if (other === null) return false
  const reason = {
    code: 'read_elsewhere',
    detail: `The source /v1/sources/${other.sourceId} announced the same address, and its article was fetched for it.`,
  }
  const article = { articleId: other.articleId, outcome: 'known', statements: 0 } as const
  await store.settleIngested(db, entry.id, article, reason, now())
  return true
}

async function ingestEntry(options: VisitOptions, entry: store.DueEntry): Promise<void> {
  const { db, now, reader, fetchArticle, zones } = options
  const { publisher, language, addedBy } = entry.source
  const submission = { url: entry.url, publisher, language }
  const page = await loadArticle(submission, fetchArticle, now(), zones, reader)
  const article = withFeedDate(page, entry, now())
  const read = await readAhead(db, reader, article)
  await inTransaction(db, async (tx) => {
    const at = now()
    const { ingested, revisions } = await ingestWithin(tx, article, { now: at, actor: addedBy, read })
    const { articleId, outcome, statements } = ingested
    const result = { articleId, outcome, statements: statements.created }
    if (!(await store.settleIngested(tx, entry.id, result, null, at)))
      throw new DomainError('conflict', 'The entry was removed while its article was read.')
    await appendChanges(tx, revisions, at)
  })
}

/** Returns the article with the date of the feed, if the page has none. */
function withFeedDate(article: NewArticle, { published, source }: store.DueEntry, now: Date): NewArticle {
  if (article.published !== null || published === null) return article
  const date = publishedInFeed(published, source.timeZone, now)
  if (date === null) return article
  return {
    ...article,
    published: date,
    publishedBasis: 'stated',
    warnings: (article.warnings ?? []).filter(({ code }) => code !== 'published_missing'),
  }
}
