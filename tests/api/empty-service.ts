import type { Database } from '../../src/database/open.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { silent, testDatabase } from '../support/database.ts'
import { NOW, READING, type TestService, UNLIMITED } from '../support/seeded-service.ts'

export interface EmptyService extends TestService {
  /** The URL of the service on a free port of the loopback interface. */
  readonly url: string
}

/** Starts the service on an empty database, without a rate limit. */
export async function emptyService(
  environment: Record<string, string> = {},
  now: () => Date = () => NOW,
): Promise<EmptyService> {
  const database: Database = await testDatabase()
  const config = readConfig({ ...UNLIMITED, ...environment })
  const app = await buildApp({ config, database, log: silent, now, ...READING })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    app,
    database,
    url,
    async close() {
      await app.close()
      await database.close()
    },
  }
}
