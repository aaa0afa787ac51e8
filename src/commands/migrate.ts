import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { createLogger } from '../logging.ts'

/** Brings the database to the schema of this version, and says what that took. */
export async function migrateCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const database = await openDatabase(config.database, log)
  try {
    const applied = await prepareDatabase(database, log)
    if (applied.length === 0) log.info('The database is up to date')
  } finally {
    await database.close()
  }
}
