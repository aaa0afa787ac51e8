import { openDatabase } from '../database/open.ts'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { createLogger } from './logging.ts'
import { createReadingThreads } from './reading-threads.ts'

/** A server that no one reaches. The discard port of this machine refuses connections. */
const NO_DATABASE = 'postgresql://onrecord@127.0.0.1:9/none'

/** Requests that run the code of most answers. They need no database, or fail without one. */
const PATHS = ['/health/live', '/health/ready', '/', '/v1', '/v1/statements', '/metrics', '/openapi.json']

/**
 * Builds the service without a database, and answers some requests. `scripts/bundle.mjs` calls it: V8 then knows which
 * functions a start needs, and the build stores them in compiled form.
 */
export async function warmUp(): Promise<void> {
  const log = createLogger('silent')
  const config = readConfig({ DATABASE_URL: NO_DATABASE })
  const database = await openDatabase(config.database, log)
  const threads = createReadingThreads(config.readingThreads)
  const app = await buildApp({
    ...{ config, database, log, reader: threads },
    now: () => new Date(),
    readingsAtOnce: threads.threads,
  })
  for (const path of PATHS) await app.inject(path)
  await app.close()
  await threads.close()
  await database.close()
}
