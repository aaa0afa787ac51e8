import type { Logger } from 'pino'
import { type Database, openDatabase } from '../database/open.ts'
import { upgradeDatabase } from '../database/upgrade.ts'
import type { Config } from '../service/config.ts'

/**
 * Opens and migrates the configured database, runs `work`, and closes the database, also after a failure.
 * @param work receives the database and the names of the migrations that were applied.
 */
export async function withDatabase<Result>(
  { database: options }: Config,
  log: Logger,
  work: (database: Database, applied: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(options, log)
  try {
    return await work(database, await upgradeDatabase(database, log))
  } finally {
    await database.close()
  }
}
