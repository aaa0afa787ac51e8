import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { createDatabase, dropDatabases, urlWithName } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Any database of the server that tests may create databases on. */
    serverUrl: string
    /** A migrated database to copy; its name begins the name of every copy. */
    template: string
  }
}

const log = pino({ level: 'silent' })

/** One server for the run (TEST_DATABASE_URL, or one of our own), and one migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? { url: given, close: async () => {} } : await startServer()
  const template = `onrecord_test_${randomBytes(4).toString('hex')}`
  const teardown = async (): Promise<void> => {
    await dropDatabases(server.url, template)
    await server.close()
  }
  try {
    await createDatabase(server.url, template)
    await migrate(urlWithName(server.url, template), await readMigrations(), log)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('serverUrl', server.url)
  project.provide('template', template)
  return teardown
}

async function startServer() {
  const directory = await mkdtemp(join(tmpdir(), 'onrecord-test-'))
  // The account that runs the server for root must be able to enter.
  await chmod(directory, 0o755)
  const server = await startEmbedded(directory, log)
  return {
    url: server.url,
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
