import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import type { App } from '../../src/http/instance.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { silent, testDatabase } from '../support/database.ts'
import { insertRecords, makeOfficial, makeOrganization } from '../support/factories.ts'
import { NOW, READING, UNLIMITED } from '../support/seeded-service.ts'

let database: Database
let app: App
let locking: pg.Client

beforeAll(async () => {
  database = await testDatabase({ statementTimeoutMs: 200 })
  await insertRecords(database.db, {
    officials: [makeOfficial('Ada Vance')],
    organizations: [makeOrganization('Harbour Office')],
  })
  app = await buildApp({ config: readConfig(UNLIMITED), database, log: silent, now: () => NOW, ...READING })
  // The queries of lists wait until they have taken too long.
  locking = await connectOnce(database.ownerUrl)
  await locking.query('BEGIN; LOCK TABLE statements')
})
afterAll(async () => {
  await locking?.end()
  await app?.close()
  await database?.close()
})

it.each([
  ['/v1/statements', 'Add official, or organization, and leave out count=exact.'],
  ['/v1/statements?type=direct&official=ada-vance', 'Add organization, or said_from and said_to, and'],
  [
    '/v1/officials/ada-vance/statements?organization=harbour-office',
    'Add said_from and said_to, or published_from',
  ],
  ['/v1/dates?granularity=month', 'Add official, or organization, and'],
  ['/v1/dates/2024-09', 'Add official, or organization, and'],
])('%s says which filter to add if it takes too long', async (path, advice) => {
  const answer = await app.inject(path)
  expect(answer.json()).toMatchObject({
    status: 503,
    code: 'too_broad',
    detail: expect.stringContaining(advice),
  })
  expect(answer.headers['retry-after']).toMatch(/^\d+$/)
})
