import type { Config } from '../config.ts'
import { createSerializer, mapInOrder } from '../core/concurrency.ts'
import { DomainError } from '../core/errors.ts'
import { toDomainError } from '../database/errors.ts'
import type { Db } from '../database/handle.ts'
import {
  type Details,
  FETCHED_TYPES,
  type Ingested,
  ingestArticle,
  loadArticle,
} from '../features/articles/ingestion/domain.ts'
import { ARTICLES_AT_ONCE } from '../features/articles/ingestion/limits.ts'
import { createQuietLogger } from '../logging.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard, type Guard } from '../net/guard.ts'
import { createProgress } from './ingest/progress.ts'
import { type Item, itemsOf, sizeOf } from './ingest/sources.ts'
import { withDatabase } from './with-database.ts'

const INTERRUPTED = 130

/**
 * Reads articles from files into the database. What was read before is recognised, so a run that was cut short is
 * simply run again. The exit code is 1 where any article failed.
 */
export async function ingestCommand(
  config: Config,
  files: readonly string[],
  details: Details,
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
        for await (const { item, result } of ingestAll(db, files, details, guard, stopping.signal)) {
          if (result instanceof DomainError) progress.failed(item.where, result.message, item.bytes)
          else progress.done(result, item.bytes)
        }
      } finally {
        if (progress.summary() > 0) process.exitCode = 1
      }
    })
    if (stopping.signal.aborted) {
      process.stderr.write('Stopped. Run it again to go on: what was read is known.\n')
      process.exitCode = INTERRUPTED
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await guard.close()
  }
}

/** What became of an article. */
interface Outcome {
  readonly item: Item
  readonly result: Ingested | DomainError
}

/** Reads articles, and tells of each in order. Those of one address are read one after another. */
function ingestAll(
  db: Db,
  files: readonly string[],
  details: Details,
  guard: Guard,
  signal: AbortSignal,
): AsyncGenerator<Outcome> {
  const serialize = createSerializer()
  return mapInOrder(itemsOf(files, signal), ARTICLES_AT_ONCE, async (item) => {
    try {
      const submission = { ...details, ...withoutUnknown(item.read()) }
      const result = await serialize(submission.url ?? null, async () => {
        const article = await loadArticle(submission, (url) => fetchGuarded(url, FETCHED_TYPES, guard))
        return ingestArticle(db, article, new Date())
      })
      return { item, result }
    } catch (error) {
      const failure = toDomainError(error)
      // Without a database, nothing that follows can be kept either.
      if (!(failure instanceof DomainError) || failure.code === 'unavailable') throw error
      return { item, result: failure }
    }
  })
}

/** What an article itself says wins over what was said of all of them. */
const withoutUnknown = <Given extends object>(given: Given): Partial<Given> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Given>
