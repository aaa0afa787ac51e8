import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../database/db.ts'
import type { Database } from '../database/open.ts'
import { openQueue } from '../database/queue.ts'
import { inTransaction } from '../database/transaction.ts'
import { addSource, changeSource, discoverFeed, getSource } from '../features/articles/sources/domain.ts'
import { currentNews, haveAllBeenTried, readNews } from '../features/articles/sources/news/domain.ts'
import { createSourceRequests } from '../features/articles/sources/requests.ts'
import type { Source } from '../features/articles/sources/schema.ts'
import { createGuard } from '../net/guard.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { createReadingThreads } from '../service/reading-threads.ts'
import { startSources } from '../service/worker.ts'
import { newsLine, printable } from './news-line.ts'
import { painter, textOptionsOf } from './terminal-text.ts'
import { withDatabase } from './with-database.ts'

/** The time between two looks for news, in milliseconds. */
const LOOK_MS = 500
/** The name in the history of articles that the command ingests. */
const ACTOR = 'watch'

export interface WatchOptions {
  readonly interval?: number
  readonly json?: true
  readonly once?: true
}

/**
 * Polls sources and prints each statement that they bring, until a signal stops it, or with `once`, until everything was
 * tried once. Sources that it added or activated are then paused, so that nothing is fetched when no one watches.
 */
export async function watchCommand(
  config: Config,
  urls: readonly string[],
  options: WatchOptions,
): Promise<void> {
  const log = createQuietLogger(config.logLevel)
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const guard = createGuard({ allow: config.fetchAllow })
  const reader = createReadingThreads(config.readingThreads)
  try {
    await withDatabase(config, log, async (database) => {
      const { db } = database
      const now = () => new Date()
      const begun = now()
      let position = await currentNews(db, begun)
      const { fetchFeed } = createSourceRequests({ db, now, guard, publicUrl: config.publicUrl })
      const watched: { readonly source: Source; readonly isOurs: boolean }[] = []
      for (const url of urls) {
        const discovered = await discoverFeed(url, fetchFeed, now())
        watched.push(await watchSource(db, discovered, options, now()))
      }
      for (const { source } of watched)
        process.stderr.write(
          `Watching ${printable(source.title ?? source.url)}, every ${source.interval_minutes} minutes: ${source.url}\n`,
        )
      const queue = await openQueue(database.url, config.worker.seconds, log)
      const worker = startSources(config, database, log, { guard, queue, reader })
      try {
        const ids = watched.map(({ source }) => source.id)
        while (!stopping.signal.aborted) {
          position = await printNews(db, ids, position, options)
          if (options.once && (await haveAllBeenTried(db, ids, begun))) break
          await sleep(LOOK_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
        }
        // The worker finishes what it has begun.
        await worker.stop()
        await printNews(db, ids, position, options)
      } finally {
        await worker.stop()
        await queue.close()
        await pauseOurs(database, watched, now())
      }
    })
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await guard.close()
    await reader.close()
  }
}

/**
 * Adds a source, or activates it. A source that others poll keeps its interval; with `once`, it is polled at once.
 * @returns the source, and whether it was not active before.
 */
const watchSource = (
  db: Db,
  discovered: Awaited<ReturnType<typeof discoverFeed>>,
  { interval, once }: WatchOptions,
  now: Date,
): Promise<{ readonly source: Source; readonly isOurs: boolean }> =>
  inTransaction(db, async (tx) => {
    const { source, isNew } = await addSource(tx, discovered, {}, ACTOR, now)
    const change = (body: Parameters<typeof changeSource>[2]) =>
      changeSource(tx, source.id, body, { demand: () => undefined, now })
    const isOurs = isNew || source.status !== 'active'
    if (isOurs) return { source: await change({ status: 'active', interval_minutes: interval }), isOurs }
    if (!once) return { source, isOurs }
    // A source is polled at once when it becomes active.
    await change({ status: 'paused' })
    return { source: await change({ status: 'active' }), isOurs }
  })

async function printNews(
  db: Db,
  ids: readonly string[],
  position: Awaited<ReturnType<typeof currentNews>>,
  { json }: WatchOptions,
) {
  const { statements, lost, next } = await readNews(db, ids, position)
  const paint = painter(textOptionsOf(process.stdout).color)
  for (const statement of statements)
    process.stdout.write(`${json ? JSON.stringify(statement) : newsLine(statement, paint)}\n`)
  for (const { url, reason } of lost)
    process.stderr.write(`Not ingested: ${printable(url)}: ${printable(reason.detail)}\n`)
  return next
}

async function pauseOurs(
  { db }: Database,
  watched: readonly { readonly source: Source; readonly isOurs: boolean }[],
  now: Date,
): Promise<void> {
  for (const { source, isOurs } of watched) {
    if (!isOurs) continue
    await inTransaction(db, async (tx) => {
      const { status } = await getSource(tx, source.id)
      const change = { status: 'paused' } as const
      if (status === 'active') await changeSource(tx, source.id, change, { demand: () => undefined, now })
    })
  }
}
