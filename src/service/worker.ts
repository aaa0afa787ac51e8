import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Spanned } from '../core/spanned.ts'
import type { Database } from '../database/open.ts'
import { openQueue } from '../database/queue.ts'
import { FETCHED_TYPES } from '../features/articles/ingestion/domain.ts'
import { startWorker } from '../features/articles/workers/domain.ts'
import type { Reader } from '../features/extraction/domain.ts'
import { fetchGuarded } from '../net/fetch-document.ts'
import { createGuard } from '../net/guard.ts'
import type { Config } from './config.ts'

export interface RunningWorker {
  /** Takes no more work, and waits for the current work for at most `timeoutMs` milliseconds. */
  close(timeoutMs: number): Promise<void>
}

/** Starts to work on the jobs of a database. It works until `close` is called. */
export async function runWorker(
  config: Config,
  database: Database,
  log: Logger,
  reader: Reader,
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
    reader,
    workerSeconds: seconds,
    spanned,
  })
  return {
    async close(timeoutMs) {
      const stopped = new AbortController()
      await Promise.race([
        worker.stop(),
        sleep(timeoutMs, undefined, { signal: stopped.signal }).catch(() => undefined),
      ])
      stopped.abort()
      await guard.close()
      await queue.close()
    },
  }
}
