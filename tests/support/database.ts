import { randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { createDatabase, dropDatabase, urlWithName } from './server.ts'

export const silent: Logger = pino({ level: 'silent' })

/** Makes a database nobody else uses: migrated, or as it comes from the server where `isEmpty`. Returns its URL. */
export async function createTestDatabase({ isEmpty = false } = {}): Promise<string> {
  const template = inject('template')
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await createDatabase(inject('serverUrl'), name, isEmpty ? undefined : template)
  return urlWithName(inject('serverUrl'), name)
}

/** Opens a migrated database nobody else uses; closing it drops it. */
export async function testDatabase(options: { readonly poolMax?: number } = {}): Promise<Database> {
  const url = await createTestDatabase()
  const database = await openDatabase(
    { url, dataDirectory: '', poolMax: options.poolMax ?? 5, statementTimeoutMs: 5000 },
    silent,
  )
  return {
    ...database,
    async close() {
      await database.close()
      await dropDatabase(inject('serverUrl'), new URL(url).pathname.slice(1))
    },
  }
}
