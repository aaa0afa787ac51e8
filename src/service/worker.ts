import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Spanned } from '../core/spanned.ts'
import type { Database } from '../database/open.ts'
import { openQueue, type Queue } from '../database/queue.ts'
import { type ArticleReader, FETCHED_TYPES } from '../features/articles/ingestion/domain.ts'
import { startSourceWorker } from '../features/articles/sources/polling/domain.ts'
import { createSourceRequests } from '../features/articles/sources/requests.ts'
import { startWorker } from '../features/articles/workers/domain.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard, type Guard } from '../net/guard.ts'
import type { Config } from './config.ts'

export interface RunningWorker {
  /** Takes no more work, and waits for the current work for at most `timeoutMs` milliseconds. */
  close(timeoutMs: number): Promise<void>
}

/** Starts to work on the jobs and the sources of a database. It works until `close` is called. */
export async function runWorker(
  config: Config,
  database: Database,
  log: Logger,
  reader: ArticleReader,
  spanned?: Spanned,
): Promise<RunningWorker> {
  const { seconds } = config.worker
  const guard = createGuard({ allow: config.fetchAllow })
  const queue = await openQueue(database.url, seconds, log)
  const worker = startWorker({
    db: database.db,
    queue,
    now: () => new Date(),
    log,
    fetchDocument: (url) => fetchGuarded(url, FETCHED_TYPES, guard),
    zones: config.publisherZones,
    reader,
    workerSeconds: seconds,
    spanned,
  })
  const sources = startSources(config, database, log, { guard, queue, reader })
  return {
    async close(timeoutMs) {
      const stopped = new AbortController()
      await Promise.race([
        Promise.all([worker.stop(), sources.stop()]),
        sleep(timeoutMs, undefined, { signal: stopped.signal }).catch(() => undefined),
      ])
      stopped.abort()
      await guard.close()
      await queue.close()
    },
  }
}

/** Starts to poll sources and to ingest their articles. */
export function startSources(
  config: Config,
  { db }: Database,
  log: Logger,
  { guard, queue, reader }: { readonly guard: Guard; readonly queue: Queue; readonly reader: ArticleReader },
) {
  const now = () => new Date()
  return startSourceWorker({
    ...createSourceRequests({ db, now, guard, publicUrl: config.publicUrl }),
    zones: config.publisherZones,
    db,
    queue,
    now,
    log,
    reader,
    pauseMs: config.sitePauseMs,
    random: Math.random,
    onFailure: (err) => log.error({ err }, 'A source failed'),
  })
}
