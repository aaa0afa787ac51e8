import closeWithGrace from 'close-with-grace'
import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { createLogger } from '../logging.ts'
import { runWorker } from '../worker.ts'

/** What closing the database may take of the time there is for closing everything, in milliseconds. */
const DATABASE_CLOSE_MS = 3000

/** Works on jobs until it is told to stop; as many as one likes may do so side by side. */
export async function workerCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const database = await openDatabase(config.database, log)
  try {
    await prepareDatabase(database, log)
    const worker = await runWorker(config, database, log)
    log.info('A worker waits for jobs')
    await new Promise<void>((resolve) => {
      closeWithGrace({ delay: config.shutdownMs, logger: false }, async ({ signal, err }) => {
        if (err) log.fatal({ err }, 'The worker failed and ends')
        else log.info(`${signal}: finishing what is under way`)
        await worker.close(config.shutdownMs - DATABASE_CLOSE_MS)
        await database.close()
        resolve()
      })
    })
  } catch (error) {
    await database.close()
    throw error
  }
}
