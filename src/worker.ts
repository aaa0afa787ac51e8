import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Database } from './database/open.ts'
import { openQueue } from './database/queue.ts'
import { FETCHED_TYPES } from './features/articles/ingestion/domain.ts'
import { startWorker } from './features/articles/workers/domain.ts'
import { fetchGuarded } from './net/fetch-document.ts'
import { createGuard } from './net/guard.ts'

export interface RunningWorker {
  /** Takes nothing more, and lets what is under way come to its end: for so long, in milliseconds. */
  close(mostMs: number): Promise<void>
}

/** Works on the jobs of a database until it is closed. */
export async function runWorker(config: Config, database: Database, log: Logger): Promise<RunningWorker> {
  const { seconds } = config.worker
  const guard = createGuard({ allow: config.fetchAllow })
  const queue = await openQueue(database.url, seconds, log)
  const worker = startWorker({
    db: database.db,
    queue,
    now: () => new Date(),
    log,
    fetchDocument: (url) => fetchGuarded(url, FETCHED_TYPES, guard),
    workerSeconds: seconds,
  })
  return {
    async close(mostMs) {
      const late = new AbortController()
      await Promise.race([
        worker.stop(),
        sleep(mostMs, undefined, { signal: late.signal }).catch(() => undefined),
      ])
      late.abort()
      await guard.close()
      await queue.close()
    },
  }
}
