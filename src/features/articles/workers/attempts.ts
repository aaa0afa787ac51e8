import { DomainError } from '../../../core/errors.ts'
import type { Spanned } from '../../../core/spanned.ts'
import type { Db } from '../../../database/db.ts'
import { problemOf } from '../../lines/domain.ts'
import type { LineProblem } from '../../lines/schema.ts'
import { type ArticleReader, EmbargoedError, type Fetched, type PublisherZones } from '../ingestion/domain.ts'
import { isPermanent } from '../jobs/domain.ts'
import * as store from './store.ts'

export interface IngestItemOptions {
  readonly db: Db
  readonly now: () => Date
  /** Fetches the document at a URL. */
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
  readonly reader: ArticleReader
  /** The longest time for one line, in milliseconds. */
  readonly lineMs: number
  /** Receives failures of the service itself. */
  readonly onFailure: (error: unknown) => void
  /** Receives the failure of a transaction with several articles, before each of them is tried alone. */
  readonly onSplit: (error: unknown) => void
  /** Traces the ingestion of each piece, and of each line that is retried. Default: no trace. */
  readonly spanned?: Spanned | undefined
}

/**
 * settled: the line has its result; early: an earlier line with the same URL must come first, or the item is embargoed;
 * failed: the line can be retried.
 */
export type Attempt =
  | { readonly kind: 'settled' }
  | { readonly kind: 'early'; readonly delaySeconds: number }
  | { readonly kind: 'failed'; readonly problem: LineProblem }

/** Runs a part of an attempt at a line. If it fails, counts the attempt, and settles the line if no retry can help. */
export async function attempting<Result>(
  job: string,
  item: store.WaitingItem,
  options: IngestItemOptions,
  work: () => Promise<Result>,
): Promise<Result | Attempt> {
  const key = { job, line: item.line }
  const attempts = item.attempts + 1
  try {
    return await withinMs(options.lineMs, work())
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
