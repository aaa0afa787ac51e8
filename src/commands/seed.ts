import { seed } from '../features/articles/ingestion/seed.ts'
import type { Config } from '../service/config.ts'
import { createLogger } from '../service/logging.ts'
import { withDatabase } from './with-database.ts'

/** Adds the source article to the database if it is not there. */
export async function seedCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  await withDatabase(config, log, async ({ db }) => {
    const { added, statements } = await seed(db, new Date())
    log.info(
      added
        ? `Seeded the source article with ${statements} statements`
        : 'The database already has the source article',
    )
  })
}
