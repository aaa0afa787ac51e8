import { seed } from '../features/articles/ingestion/seed.ts'
import type { Config } from '../service/config.ts'
import { createLogger } from '../service/logging.ts'
import { withDatabase } from './with-database.ts'

/**
 * Ingests the source article if the database does not have it. If the article was withdrawn or erased, prints that
 * instead.
 */
export async function seedCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  await withDatabase(config, log, async ({ db }) => {
    const { added, statements, refusal } = await seed(db, new Date())
    if (refusal !== null) log.warn(refusal)
    else if (added) log.info(`Seeded the source article with ${statements} statements`)
    else log.info('The database already has the source article')
  })
}
