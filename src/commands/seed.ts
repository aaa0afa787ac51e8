import type { Config } from '../config.ts'
import { exclusively } from '../database/exclusive.ts'
import { openDatabase } from '../database/open.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { seed } from '../features/ingestion/seed.ts'
import { createLogger } from '../logging.ts'

/** Reads the source article into the database, once. */
export async function seedCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const database = await openDatabase(config.database, log)
  try {
    await prepareDatabase(database, log)
    const { added, statements } = await exclusively(database.db, 'seed', (tx) => seed(tx, new Date()))
    log.info(
      added ? `Read the source article: ${statements} statements` : 'The source article was read before',
    )
  } finally {
    await database.close()
  }
}
