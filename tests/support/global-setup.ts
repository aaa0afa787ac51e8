import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/database/embedded.ts'
import { upgradeDatabase } from '../../src/database/upgrade.ts'
import { createDatabase, createRole, dropDatabases, dropRole, urlAs, urlWithName } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Any database of the server that tests may create databases on, as their owner. */
    serverUrl: string
    /** The role that services are tested as: no more than what serving needs. */
    service: { readonly role: string; readonly password: string }
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
  const service = { role: `${template}_service`, password: randomBytes(8).toString('hex') }
  const teardown = async (): Promise<void> => {
    await dropDatabases(server.url, template)
    await dropRole(server.url, service.role)
    await server.close()
  }
  try {
    await createDatabase(server.url, template)
    await createRole(server.url, service)
    const ownerUrl = urlWithName(server.url, template)
    await upgradeDatabase({ url: urlAs(ownerUrl, service), ownerUrl }, log)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('serverUrl', server.url)
  project.provide('template', template)
  project.provide('service', service)
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
