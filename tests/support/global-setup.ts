import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/database/embedded.ts'
import { upgradeDatabase } from '../../src/database/upgrade.ts'
import { createDatabase, createRole, dropDatabases, dropRole, urlAs, urlWithName } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A URL of the test server with a role that can create databases. */
    serverUrl: string
    /** The role of the service, with only the rights that serving needs. */
    service: { readonly role: string; readonly password: string }
    /** The name of a migrated template database. It is the prefix of all test databases. */
    template: string
  }
}

const log = pino({ level: 'silent' })

/** Prepares one server for the run (TEST_DATABASE_URL or an embedded one) with a migrated template database. */
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
  // If the tests run as root, another account runs the server and must be able to enter.
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
