import { randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { createDatabase, dropDatabase, urlAs, urlWithName } from './postgres.ts'

/** The timeout is long, because many tests share a machine. */
const TIMEOUT_MS = 60_000

export const silent: Logger = pino({ level: 'silent' })

/** Creates a new database, migrated unless `isEmpty`. Returns its URL. */
export async function createTestDatabase({ isEmpty = false } = {}): Promise<string> {
  const template = inject('template')
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await createDatabase(inject('serverUrl'), name, isEmpty ? undefined : template)
  return urlWithName(inject('serverUrl'), name)
}

/**
 * Opens a new, migrated database, with the service role (only the rights that serving needs) unless `asOwner`. Closing
 * it drops it.
 */
export async function testDatabase({
  poolMax = 5,
  asOwner = false,
  acquireTimeoutMs = TIMEOUT_MS,
  statementTimeoutMs = TIMEOUT_MS,
} = {}): Promise<Database> {
  const ownerUrl = await createTestDatabase()
  const url = asOwner ? ownerUrl : urlAs(ownerUrl, inject('service'))
  const limits = { poolMax, acquireTimeoutMs, statementTimeoutMs }
  const database = await openDatabase({ url, ownerUrl, dataDirectory: '', ...limits }, silent)
  return {
    ...database,
    async close() {
      await database.close()
      await dropDatabase(inject('serverUrl'), new URL(ownerUrl).pathname.slice(1))
    },
  }
}
