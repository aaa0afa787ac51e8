import { CLOSING_MS, openDatabase } from '../database/open.ts'
import { upgradeDatabase } from '../database/upgrade.ts'
import type { Config } from '../service/config.ts'
import { limitHeapGrowth } from '../service/heap.ts'
import { createLogger } from '../service/logging.ts'
import { createReadingThreads } from '../service/reading-threads.ts'
import { startTracing } from '../service/tracing.ts'
import { runWorker } from '../service/worker.ts'
import { installShutdown } from './shutdown.ts'

/** Processes jobs until a signal stops it. Several workers can run at once. */
export async function workerCommand(config: Config): Promise<void> {
  limitHeapGrowth()
  const log = createLogger(config.logLevel)
  const tracing = await startTracing(config)
  const database = await openDatabase({ ...config.database, observe: tracing?.observe }, log)
  const threads = createReadingThreads(config.readingThreads)
  const reader = tracing?.traceReader(threads) ?? threads
  try {
    await upgradeDatabase(database, log)
    const worker = await runWorker(config, database, log, reader, tracing?.spanned)
    log.info('The worker is waiting for jobs')
    await new Promise<void>((resolve) => {
      installShutdown({ log, timeoutMs: config.shutdownMs, name: 'worker' }, async () => {
        await worker.close(config.shutdownMs - CLOSING_MS)
        await threads.close()
        await database.close()
        await tracing?.close()
        resolve()
      })
    })
  } catch (error) {
    await threads.close()
    await database.close()
    await tracing?.close()
    throw error
  }
}
