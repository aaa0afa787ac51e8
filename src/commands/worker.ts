import type { Config } from '../config.ts'
import { CLOSING_MS, openDatabase } from '../database/open.ts'
import { upgradeDatabase } from '../database/upgrade.ts'
import { createLogger } from '../logging.ts'
import { runWorker } from '../worker.ts'
import { closeOnceTold } from './close-once-told.ts'

/** Works on jobs until it is told to stop; as many as one likes may do so side by side. */
export async function workerCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const database = await openDatabase(config.database, log)
  try {
    await upgradeDatabase(database, log)
    const worker = await runWorker(config, database, log)
    log.info('A worker waits for jobs')
    await new Promise<void>((resolve) => {
      closeOnceTold({ log, mostMs: config.shutdownMs, what: 'worker' }, async () => {
        await worker.close(config.shutdownMs - CLOSING_MS)
        await database.close()
        resolve()
      })
    })
  } catch (error) {
    await database.close()
    throw error
  }
}
