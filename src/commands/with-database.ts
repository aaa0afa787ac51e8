import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../database/open.ts'
import { upgradeDatabase } from '../database/upgrade.ts'

/**
 * Works with the database of a configuration, brought to the schema of this version, and lets go of it whatever
 * happens.
 * @param work is told the names of the migrations that were applied now.
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
