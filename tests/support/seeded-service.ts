import type { Database } from '../../src/database/open.ts'
import { articleReaderHere } from '../../src/features/articles/ingestion/domain.ts'
import { seed } from '../../src/features/articles/ingestion/seed.ts'
import type { App } from '../../src/http/instance.ts'
import { buildApp } from '../../src/service/app.ts'
import { type Config, readConfig } from '../../src/service/config.ts'
import { silent, testDatabase } from './database.ts'

/** The time of the service's clock in tests. */
export const NOW = new Date('2026-11-23T10:00:00.000Z')

export interface TestService {
  readonly app: App
  readonly database: Database
  close(): Promise<void>
}

/** Reads texts in the thread of the test. */
export const READING = { reader: articleReaderHere, readingsAtOnce: 1 }

/**
 * Turns off the limits that would make a test depend on the speed of the machine, and the cache of answers, because tests
 * change the database behind the service.
 */
export const UNLIMITED = {
  ONRECORD_RATE_LIMIT: '0',
  ONRECORD_OVERLOAD_DELAY_MS: '0',
  ONRECORD_ANSWER_CACHE_BYTES: '0',
}

/** Builds the service on a new, seeded database, without a rate limit. */
export async function seededService(environment: Record<string, string> = {}): Promise<TestService> {
  const database = await testDatabase()
  await seed(database.db, NOW)
  const config: Config = readConfig({ ...UNLIMITED, ...environment })
  const app = await buildApp({ config, database, log: silent, now: () => NOW, ...READING })
  await app.ready()
  return {
    app,
    database,
    async close() {
      await app.close()
      await database.close()
    },
  }
}
