import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migration-files.ts'
import { insertRecord, READ_URLS } from '../api/record.ts'
import { reviewService } from '../api/review-service.ts'
import { silent } from '../support/database.ts'
import { read } from '../support/factories.ts'

/** What the next version may add: a column with a default in each table, an index on it, and a table. */
const addsTo = (table: string): string =>
  `ALTER TABLE ${table} ADD COLUMN added_later text NOT NULL DEFAULT 'later';
   CREATE INDEX ${table}_added_later ON ${table} (added_later);`

it('goes on serving and writing while the next version migrates the database under it', async () => {
  const service = await reviewService()
  onTestFinished(() => service.close())
  const { db, ownerUrl } = service.database
  await insertRecord(db)
  const lines = ['“The ferry will run all winter,” harbour master Ada Brandt said on Tuesday.']
  const statusesOf = async (): Promise<Record<string, number>> => {
    const statuses: Record<string, number> = {}
    // Several times, so that each connection of the pool has prepared each query.
    for (let turn = 0; turn < 3; turn++) {
      for (const [id, url] of Object.entries(READ_URLS)) {
        statuses[id] = (await service.app.inject(url)).statusCode
      }
      const [statement] = await service.ingest([`Report ${Math.random()}. ${lines[0]}`])
      const url = `/v1/statements/${statement!.id}`
      const corrected = await service.ask(url, {
        method: 'PATCH',
        body: { reason: 'Misread.', speaker: { role: 'pilot' } },
        version: 1,
      })
      const undone = await service.ask(`${url}/retract`, {
        method: 'POST',
        body: { reason: 'Wrong.' },
        version: 2,
      })
      Object.assign(statuses, { correct: corrected.status, retract: undone.status })
    }
    return statuses
  }
  const before = await statusesOf()
  expect([...new Set(Object.values(before))]).toEqual([200])

  const tables = await read<{ name: string }>(
    db,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname <> '_prisma_migrations'`,
  )
  const sql = `${tables.map(({ name }) => addsTo(name)).join('\n')}\nCREATE TABLE added_table (id int PRIMARY KEY);`
  const next = { name: '99990101000000_next', sql, checksum: 'c'.repeat(64) }
  expect(await migrate(ownerUrl, [...(await readMigrations()), next], silent)).toEqual([next.name])

  expect(await statusesOf()).toEqual(before)
})
