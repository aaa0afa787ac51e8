import { createSerializer, mapInOrder } from '../core/concurrency.ts'
import { DomainError } from '../core/errors.ts'
import type { Db } from '../database/db.ts'
import { translateDatabaseError } from '../database/errors.ts'
import {
  type Details,
  FETCHED_TYPES,
  type Fetched,
  type Ingested,
  ingestArticle,
  loadArticle,
  type PublisherZones,
  type Submission,
} from '../features/articles/ingestion/domain.ts'
import { ARTICLES_AT_ONCE } from '../features/articles/ingestion/limits.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard } from '../net/guard.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { sizeOf } from './ingest/files.ts'
import { createProgress, type Progress } from './ingest/progress.ts'
import type { Item, Skipped } from './ingest/readers/reader.ts'
import { itemsOf } from './ingest/sources.ts'
import { withDatabase } from './with-database.ts'

const INTERRUPTED = 130

/** What the files do not say. */
type Defaults = Pick<Submission, keyof Details | 'zone'>

/**
 * Ingests articles from files. Skips articles that the database already has, so an interrupted run can be repeated.
 * Sets the exit code 1 if an article failed, and 130 if a signal interrupted the run.
 */
export async function ingestCommand(
  config: Config,
  files: readonly string[],
  defaults: Defaults,
): Promise<void> {
  const guard = createGuard({ allow: config.fetchAllow })
  const fetchDocument = (url: string) => fetchGuarded(url, FETCHED_TYPES, guard)
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
        for await (const outcome of ingestAll(
          db,
          files,
          { defaults, fetchDocument, zones: config.publisherZones },
          stopping.signal,
        )) {
          report(outcome, progress)
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

/** What is used to load articles. */
interface Loading {
  readonly defaults: Defaults
  readonly fetchDocument: (url: string) => Promise<Fetched>
  readonly zones: PublisherZones
}

/** The result of one article, or of a part of the input that is not an article. */
type Outcome =
  | { readonly item: Item; readonly ingested: Ingested; readonly note: string | null }
  | { readonly item: Item; readonly failure: DomainError }
  | { readonly skipped: Skipped }

function report(outcome: Outcome, progress: Progress): void {
  if ('skipped' in outcome) progress.skipped(outcome.skipped)
  else if ('failure' in outcome)
    progress.failed(outcome.item.where, outcome.failure.message, outcome.item.bytes)
  else {
    progress.done(outcome.ingested, outcome.item.bytes)
    if (outcome.note !== null) progress.note(outcome.item.where, outcome.note)
  }
}

/**
 * Ingests articles concurrently and yields the results in order. Articles with the same URL are ingested in sequence.
 */
function ingestAll(
  db: Db,
  files: readonly string[],
  { defaults, fetchDocument, zones }: Loading,
  signal: AbortSignal,
): AsyncGenerator<Outcome> {
  const serialize = createSerializer()
  return mapInOrder(itemsOf(files, signal), ARTICLES_AT_ONCE, async (item): Promise<Outcome> => {
    if ('skipped' in item) return { skipped: item }
    try {
      const { submission: found, note } = await item.read()
      const submission = { ...defaults, ...withoutUnknown(found) }
      const ingested = await serialize(submission.url ?? null, async () => {
        const now = new Date()
        const article = await loadArticle(submission, fetchDocument, now, zones)
        return ingestArticle(db, article, now)
      })
      return { item, ingested, note }
    } catch (error) {
      const failure = translateDatabaseError(error)
      // Without the database, every later article would fail too.
      if (!(failure instanceof DomainError) || failure.code === 'unavailable') throw error
      return { item, failure }
    }
  })
}

/** Removes null and undefined, so that only known details of an article replace the defaults. */
const withoutUnknown = <Given extends object>(given: Given): Partial<Given> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Given>
