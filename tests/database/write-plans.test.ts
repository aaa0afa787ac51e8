import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { executorOf, toTx } from '../../src/database/executor.ts'
import type { Database } from '../../src/database/open.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { lockItems } from '../../src/features/articles/workers/store.sql.ts'
import { findLinked } from '../../src/record/statements/sightings/groups.sql.ts'
import { testDatabase } from '../support/database.ts'
import { read } from '../support/factories.ts'
import { recording, workOf } from './list-plans.ts'

// Each transaction of an ingestion runs these queries. With a plan that reads a whole table, an article takes the longer
// the more is on record.

const STATEMENTS = 5000
const NEW = 50
const LINES = 5000

let database: Database
let client: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  await fill(database.ownerUrl, STATEMENTS)
  client = await connectOnce(database.ownerUrl)
}, 60_000)
afterAll(async () => {
  await client?.end()
  await database?.close()
})

it('finds linked statements without reading all statements', async () => {
  const found = await read<{ id: string }>(
    database.db,
    'SELECT id FROM statements ORDER BY id DESC LIMIT $1',
    [NEW],
  )
  const ids = found.map(({ id }) => id)
  const { db, sent } = recording(database.db)
  await findLinked(toTx(executorOf(db)), ids)
  const { scanned } = await workOf(client, sent[0]!)
  expect(scanned).not.toContain('statements')
  expect(scanned).not.toContain('snapshots')
})

it('locks lines of a job without reading all its lines', async () => {
  const job = '01a00000-0000-7000-8000-000000000001'
  await client.query(
    `INSERT INTO jobs (id, state, submitted_by, created_at) VALUES ('${job}', 'running', 'test', now())`,
  )
  await client.query(
    `INSERT INTO job_items (job_id, line, state, body, address)
     SELECT '${job}', line, 'waiting', '{}', 'address ' || line FROM generate_series(1, ${LINES}) line`,
  )
  const lines = Array.from({ length: 25 }, (_, index) => index + 1)
  const { db, sent } = recording(database.db)
  expect((await lockItems(toTx(executorOf(db)), job, lines)).size).toBe(lines.length)
  expect((await workOf(client, sent[0]!)).pages).toBeLessThan(10 * lines.length)
})
