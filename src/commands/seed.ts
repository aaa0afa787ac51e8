import type { Config } from '../config.ts'
import { seed } from '../features/articles/ingestion/seed.ts'
import { createLogger } from '../logging.ts'
import { withDatabase } from './with-database.ts'

/** Reads the source article into the database, once. */
export async function seedCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  await withDatabase(config, log, async ({ db }) => {
    const { added, statements } = await seed(db, new Date())
    log.info(
      added ? `Read the source article: ${statements} statements` : 'The source article was read before',
    )
  })
}
