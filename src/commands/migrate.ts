import type { Config } from '../service/config.ts'
import { createLogger } from '../service/logging.ts'
import { withDatabase } from './with-database.ts'

/** Applies the migrations of this version to the database and logs them. */
export async function migrateCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  await withDatabase(config, log, async (_, applied) => {
    if (applied.length === 0) log.info('The database is up to date')
  })
}
