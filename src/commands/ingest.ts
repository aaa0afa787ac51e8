import type { Config } from '../config.ts'
import { DomainError } from '../core/errors.ts'
import { toDomainError } from '../database/errors.ts'
import type { Db } from '../database/handle.ts'
import { openDatabase } from '../database/open.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { type Details, FETCHED_TYPES, ingestArticle, receiveArticle } from '../features/ingestion/domain.ts'
import { createLogger } from '../logging.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard, type Guard } from '../net/guard.ts'
import { createProgress, type Progress } from './ingest/progress.ts'
import { type Item, itemsOf, sizeOf } from './ingest/sources.ts'

/** Articles under way at once: while one waits for the disk, others are read. */
const AT_ONCE = 4
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
  const log = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const database = await openDatabase(config.database, log)
  const guard = createGuard({ allow: config.fetchAllow })
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await prepareDatabase(database, log)
    const progress = createProgress(process.stderr, {
      total: await sizeOf(files),
      isTerminal: process.stderr.isTTY === true,
      clock: () => performance.now(),
    })
    await ingestAll(database.db, files, details, guard, progress, stopping.signal)
    if (progress.summary() > 0) process.exitCode = 1
    if (stopping.signal.aborted) {
      process.stderr.write('Stopped. Run it again to go on: what was read is known.\n')
      process.exitCode = INTERRUPTED
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await guard.close()
    await database.close()
  }
}

async function ingestAll(
  db: Db,
  files: readonly string[],
  details: Details,
  guard: Guard,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const items = itemsOf(files)
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      const { value, done } = await items.next()
      if (done) return
      await ingestItem(db, value, details, guard, progress)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function ingestItem(
  db: Db,
  { where, bytes, read }: Item,
  details: Details,
  guard: Guard,
  progress: Progress,
): Promise<void> {
  try {
    const article = await receiveArticle({ ...details, ...withoutUnknown(read()) }, (url) =>
      fetchGuarded(url, FETCHED_TYPES, guard),
    )
    progress.done(await ingestArticle(db, article, new Date()), bytes)
  } catch (error) {
    const failure = toDomainError(error)
    // Without a database, nothing that follows can be kept either.
    if (!(failure instanceof DomainError) || failure.code === 'unavailable') throw error
    progress.failed(where, failure.message, bytes)
  }
}

/** What an article itself says wins over what was said of all of them. */
const withoutUnknown = <Given extends object>(given: Given): Partial<Given> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Given>
