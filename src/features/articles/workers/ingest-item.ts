import { DomainError } from '../../../core/errors.ts'
import { type Spanned, unspanned } from '../../../core/spanned.ts'
import type { Db } from '../../../database/db.ts'
import { inTransaction } from '../../../database/transaction.ts'
import { appendChanges } from '../../../record/statements/sightings/domain.ts'
import type { Reader } from '../../extraction/domain.ts'
import { problemOf } from '../../lines/domain.ts'
import type { LineProblem } from '../../lines/schema.ts'
import {
  EmbargoedError,
  type Fetched,
  ingestWithin,
  loadArticle,
  type PublisherZones,
  readAhead,
} from '../ingestion/domain.ts'
import { readArticleJson } from '../ingestion/parameters.ts'
import { isPermanent } from '../jobs/domain.ts'
import { lockItem } from './store.sql.ts'
import * as store from './store.ts'

export interface IngestItemOptions {
  readonly db: Db
  readonly now: () => Date
  /** Fetches the document at a URL. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
  readonly reader: Reader
  /** The longest time for one line, in milliseconds. */
  readonly lineMs: number
  /** Receives failures of the service itself. */
  readonly onFailure: (error: unknown) => void
  /** Traces the ingestion of each line. Default: no trace. */
  readonly spanned?: Spanned | undefined
}

/** The time for which a line waits for an earlier line with the same URL, in seconds. */
const EARLIER_LINE_SECONDS = 2

/**
 * settled: the line has its result; early: an earlier line with the same URL must come first, or the item is embargoed;
 * failed: the line can be retried.
 */
export type Attempt =
  | { readonly kind: 'settled' }
  | { readonly kind: 'early'; readonly delaySeconds: number }
  | { readonly kind: 'failed'; readonly problem: LineProblem }

/**
 * Ingests one line of a job. The same transaction stores the new state of the line, so that another attempt does not
 * ingest the article again.
 * @throws the error that makes the database unavailable. The state of the line is then unknown.
 */
export async function ingestItem(
  job: string,
  item: store.WaitingItem,
  options: IngestItemOptions,
): Promise<Attempt> {
  const key = { job, line: item.line }
  const attempts = item.attempts + 1
  try {
    const { lineMs, spanned = unspanned } = options
    return await spanned('ingest an article', () => withinMs(lineMs, attempt(key, item, attempts, options)))
  } catch (error) {
    if (error instanceof EmbargoedError) return untilEndOf(error, options.now())
    const problem = problemOf(error)
    if (problem.code === 'unavailable') throw error
    if (problem.code === 'internal_error') options.onFailure(error)
    if (isPermanent(problem)) {
      await store.settleFailed(options.db, key, problem, attempts, options.now())
      return { kind: 'settled' }
    }
    await store.countAttempt(options.db, key, attempts, problem)
    return { kind: 'failed', problem }
  }
}

/** Returns the pause until an embargo ends, at most a day, because clocks change. */
const untilEndOf = ({ until }: EmbargoedError, now: Date): Attempt => ({
  kind: 'early',
  delaySeconds: Math.max(1, Math.min(86_400, Math.ceil((until.getTime() - now.getTime()) / 1000))),
})

async function attempt(
  key: store.ItemKey,
  item: store.WaitingItem,
  attempts: number,
  { db, now, fetchDocument, zones, reader }: IngestItemOptions,
): Promise<Attempt> {
  const { submission } = readArticleJson(Buffer.from(item.body))
  const article = await loadArticle(submission, fetchDocument, now(), zones)
  const read = await readAhead(db, reader, article)
  return inTransaction(db, async (tx) => {
    const held = await lockItem(tx, key)
    if (held === null) return { kind: 'settled' }
    if (held.mustWait) return { kind: 'early', delaySeconds: EARLIER_LINE_SECONDS }
    const at = now()
    const { ingested, revisions } = await ingestWithin(tx, article, {
      now: at,
      actor: item.submittedBy,
      read,
    })
    await store.settleRead(tx, key, { ...ingested, warnings: article.warnings ?? [] }, attempts, at)
    await appendChanges(tx, revisions, at)
    return { kind: 'settled' }
  })
}

/**
 * Waits for work up to a time limit. Does not stop the work.
 * @throws DomainError `timeout`.
 */
async function withinMs<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DomainError('timeout', `The ingestion took longer than ${ms / 1000} seconds.`)),
      ms,
    )
  })
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
