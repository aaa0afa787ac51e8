import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { type Migration, readMigrations } from '../../src/database/migration-files.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { schemaEngine } from '../support/schema-engine.ts'

const names = (migrations: readonly Migration[]): string[] => migrations.map(({ name }) => name)

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: 'c'.repeat(64) })

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = await connectOnce(url)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

import { complaint } from '../support/complaint.ts'

describe('migrating', () => {
  it('applies the missing migrations in order, once', async () => {
    const url = await createTestDatabase({ isEmpty: true })
    const migrations = await readMigrations()
    expect(await migrate(url, migrations, silent)).toEqual(names(migrations))
    expect(await migrate(url, migrations, silent)).toEqual([])
    const more = [...migrations, migration('99990101000000_more', 'create table more (id int)')]
    expect(await migrate(url, more, silent)).toEqual(['99990101000000_more'])
  })

  it('lets one of several concurrent services apply them', async () => {
    const url = await createTestDatabase({ isEmpty: true })
    const migrations = await readMigrations()
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, migrations, silent)))
    expect(applied.flat()).toEqual(names(migrations))
  })

  it('rolls back a migration that fails, and keeps the migrations before it', async () => {
    const url = await createTestDatabase({ isEmpty: true })
    const first = migration('1_first', 'create table first (id int)')
    const broken = migration('2_broken', 'create table second (id int); select nonsense')
    expect(await complaint(migrate(url, [first, broken], silent))).toContain('2_broken')
    expect(
      await query(url, `select to_regclass('first')::text as first, to_regclass('second') as second`),
    ).toEqual([{ first: 'first', second: null }])
    const mended = migration('2_broken', 'create table second (id int)')
    expect(await migrate(url, [first, mended], silent)).toEqual(['2_broken'])
  })

  it('refuses a database that is newer than the code', async () => {
    const url = await createTestDatabase({ isEmpty: true })
    await migrate(url, [migration('1_first', 'select 1'), migration('2_later', 'select 2')], silent)
    const message = await complaint(migrate(url, [migration('1_first', 'select 1')], silent))
    expect(message).toMatch(/newer than this version.*2_later/)
  })

  it('refuses a database in which another tool has not finished a migration', async () => {
    const url = await createTestDatabase({ isEmpty: true })
    const first = migration('1_first', 'select 1')
    await migrate(url, [first], silent)
    await query(url, 'update _prisma_migrations set finished_at = null')
    expect(await complaint(migrate(url, [first], silent))).toContain('1_first failed before its end')
    await query(url, 'update _prisma_migrations set rolled_back_at = now()')
    expect(await migrate(url, [first], silent)).toEqual(['1_first'])
  })
})

describe('Prisma', () => {
  it('finds no migration to deploy after our migrations', async () => {
    const url = await createTestDatabase({ isEmpty: true })
    const migrations = await readMigrations()
    await migrate(url, migrations, silent)
    expect(await (await schemaEngine(url)).deploy(migrations)).toEqual([])
  })

  it('leaves no migration to apply, and records the same checksums', async () => {
    const url = await createTestDatabase({ isEmpty: true })
    const migrations = await readMigrations()
    expect(await (await schemaEngine(url)).deploy(migrations)).toEqual(names(migrations))
    expect(await migrate(url, migrations, silent)).toEqual([])
    const recorded = await query(url, 'select checksum from _prisma_migrations order by migration_name')
    expect(recorded).toEqual(migrations.map(({ checksum }) => ({ checksum })))
  })
})

describe('a database that cannot be reached', () => {
  it.each([
    [
      'no server listens',
      (url: URL) => Object.assign(url, { port: '1' }),
      /cannot be reached \(ECONNREFUSED\)/,
    ],
    [
      'the host is unknown',
      (url: URL) => Object.assign(url, { hostname: 'nowhere.invalid' }),
      /host .* is not known/,
    ],
    ['the password is wrong', (url: URL) => Object.assign(url, { password: 'wrong' }), /refuses the user/],
    [
      'there is no such database',
      (url: URL) => Object.assign(url, { pathname: '/nothing' }),
      /has no database "nothing"/,
    ],
  ])('is named without its password where %s', async (_, change, pattern) => {
    const url = change(new URL(await createTestDatabase()))
    const message = await complaint(migrate(url.href, [], silent))
    expect(message).toMatch(pattern)
    expect(message).not.toContain(url.password)
    expect(message.split('\n')).toHaveLength(1)
  })
})
