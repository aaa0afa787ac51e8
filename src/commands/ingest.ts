import { createSerializer, mapInOrder } from '../core/concurrency.ts'
import { DomainError } from '../core/errors.ts'
import type { Db } from '../database/db.ts'
import { translateDatabaseError } from '../database/errors.ts'
import {
  type Details,
  FETCHED_TYPES,
  type Ingested,
  ingestArticle,
  loadArticle,
} from '../features/articles/ingestion/domain.ts'
import { ARTICLES_AT_ONCE } from '../features/articles/ingestion/limits.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard, type Guard } from '../net/guard.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { createProgress } from './ingest/progress.ts'
import { type Item, itemsOf, sizeOf } from './ingest/sources.ts'
import { withDatabase } from './with-database.ts'

const INTERRUPTED = 130

/**
 * Ingests articles from files. Skips articles that the database already has, so an interrupted run can be repeated.
 * Sets the exit code 1 if an article failed, and 130 if a signal interrupted the run.
 */
export async function ingestCommand(
  config: Config,
  files: readonly string[],
  defaults: Details,
): Promise<void> {
  const guard = createGuard({ allow: config.fetchAllow })
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await withDatabase(config, createQuietLogger(config.logLevel), async ({ db }) => {
      const progress = createProgress(process.stderr, {
        total: await sizeOf(files),
        isTerminal: process.stderr.isTTY === true,
        clock: () => performance.now(),
      })
      try {
        for await (const { item, result } of ingestAll(db, files, defaults, guard, stopping.signal)) {
          if (result instanceof DomainError) progress.failed(item.where, result.message, item.bytes)
          else progress.done(result, item.bytes)
        }
      } finally {
        if (progress.summary() > 0) process.exitCode = 1
      }
    })
    if (stopping.signal.aborted) {
      process.stderr.write(
        'Interrupted. Run the command again to continue: it skips the articles that it has read.\n',
      )
      process.exitCode = INTERRUPTED
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await guard.close()
  }
}

/** The result of one article. */
interface Outcome {
  readonly item: Item
  readonly result: Ingested | DomainError
}

/**
 * Ingests articles concurrently and yields the results in order. Articles with the same URL are ingested in sequence.
 */
function ingestAll(
  db: Db,
  files: readonly string[],
  defaults: Details,
  guard: Guard,
  signal: AbortSignal,
): AsyncGenerator<Outcome> {
  const serialize = createSerializer()
  return mapInOrder(itemsOf(files, signal), ARTICLES_AT_ONCE, async (item) => {
    try {
      const submission = { ...defaults, ...withoutUnknown(item.read()) }
      const result = await serialize(submission.url ?? null, async () => {
        const now = new Date()
        const article = await loadArticle(submission, (url) => fetchGuarded(url, FETCHED_TYPES, guard), now)
        return ingestArticle(db, article, now)
      })
      return { item, result }
    } catch (error) {
      const failure = translateDatabaseError(error)
      // Without the database, every later article would fail too.
      if (!(failure instanceof DomainError) || failure.code === 'unavailable') throw error
      return { item, result: failure }
    }
  })
}

/** Removes null and undefined, so that only known details of an article replace the defaults. */
const withoutUnknown = <Given extends object>(given: Given): Partial<Given> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Given>
