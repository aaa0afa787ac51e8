import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { OperatorError } from '../../src/core/operator-error.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { upgradeDatabase } from '../../src/database/upgrade.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { readConfig } from '../../src/service/config.ts'
import { serve } from '../../src/service/start.ts'
import { type EmptyService, emptyService } from '../api/empty-service.ts'
import { insertRecord, RECORD } from '../api/record.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { read } from '../support/factories.ts'
import { createRole, dropRole, type Login, urlAs } from '../support/postgres.ts'
import { NOW, UNLIMITED } from '../support/seeded-service.ts'

const NOT_PERMITTED = '42501'

/** Returns the code with which the database refuses a statement, or its result. */
async function refusalOf(url: string, sql: string): Promise<string> {
  const client = await connectOnce(url)
  return client
    .query(sql)
    .then(
      () => 'done',
      (error: { code?: string }) => error.code ?? String(error),
    )
    .finally(() => client.end())
}

/** Creates a role for one test. It may log in, and nothing else. */
async function newRole(): Promise<Login> {
  const login = { role: `${inject('template')}_${randomBytes(4).toString('hex')}`, password: 'a password' }
  await createRole(inject('serverUrl'), login)
  return login
}

describe('the role of the service', () => {
  let service: EmptyService
  let key: string
  beforeAll(async () => {
    service = await emptyService()
    const { db } = service.database
    await insertRecord(db)
    const made = await createKey(db, { name: 'desk', scopes: ['ingest', 'review'], expiresAt: null }, NOW)
    key = made.secret
  })
  afterAll(() => service.close())

  const send = (method: 'POST' | 'PATCH', url: string, payload: object, version?: number) =>
    service.app.inject({
      method,
      url,
      payload,
      headers: {
        authorization: `Bearer ${key}`,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
    })

  it('is not the owner', async () => {
    const [row] = await read<{ user: string }>(service.database.db, 'SELECT current_user AS user')
    expect(row).toEqual({ user: inject('service').role })
  })

  it('reads, ingests, corrects and retracts', async () => {
    const brought = await send('POST', '/v1/articles', {
      text: '“The lock stays open,” harbour master Ada Brandt said on Tuesday.',
      published: '2026-03-04',
      url: 'https://gazette.example/open',
    })
    expect(brought.statusCode, brought.body).toBe(201)
    const again = await send('POST', '/v1/articles', {
      text: 'Update: “The lock stays open,” harbour master Ada Brandt said on Tuesday.',
      url: 'https://gazette.example/open',
    })
    expect(again.json(), again.body).toMatchObject({ outcome: 'changed' })
    const id = RECORD.statements[1]!.row.id
    const corrected = await send(
      'PATCH',
      `/v1/statements/${id}`,
      { polarity: 'denied', reason: 'misread' },
      1,
    )
    expect(corrected.statusCode, corrected.body).toBe(200)
    const retracted = await send('POST', `/v1/statements/${id}/retract`, { reason: 'withdrawn' }, 2)
    expect(retracted.statusCode, retracted.body).toBe(200)
    const { items } = (await service.app.inject('/v1/changes')).json()
    expect(items.length).toBeGreaterThan(3)
  })

  it.each(['revisions', 'snapshots'])(
    'inserts into %s, and may neither update nor truncate them',
    async (table) => {
      const { url, db } = service.database
      const before = await read(db, `SELECT * FROM ${table} ORDER BY 1`)
      expect(before.length).toBeGreaterThan(0)
      const [column] = Object.keys(before[0] as object)
      for (const sql of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `INSERT INTO ${table} SELECT * FROM ${table} ON CONFLICT (${column}) DO UPDATE SET ${column} = excluded.${column}`,
        `SELECT * FROM ${table} FOR UPDATE`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `TRUNCATE ${table} CASCADE`,
        `DROP TABLE ${table} CASCADE`,
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        `ALTER TABLE ${table} ADD COLUMN more INT`,
        `DROP TRIGGER ${table}_never_change ON ${table}`,
        `ALTER TABLE ${table} OWNER TO current_user`,
        `GRANT UPDATE ON ${table} TO current_user`,
        `COPY ${table} FROM PROGRAM 'true'`,
      ]) {
        // A grant by a role without the right to grant is a warning.
        expect(await refusalOf(url, sql), sql).toBe(sql.startsWith('GRANT') ? 'done' : NOT_PERMITTED)
      }
      expect(await refusalOf(url, `UPDATE ${table} SET ${column} = ${column}`)).toBe(NOT_PERMITTED)
      expect(await read(db, `SELECT * FROM ${table} ORDER BY 1`)).toEqual(before)
    },
  )

  it.each([
    'CREATE TABLE more (id INT)',
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    'SET session_replication_role = replica',
    'SET ROLE pg_write_all_data',
    "UPDATE _prisma_migrations SET checksum = ''",
    'DELETE FROM _prisma_migrations',
  ])('may not: %s', async (sql) => {
    expect(await refusalOf(service.database.url, sql)).toBe(NOT_PERMITTED)
  })
})

describe('append-only tables', () => {
  it.each(['revisions', 'snapshots'])('cannot be truncated by their owner: %s', async (table) => {
    expect(await refusalOf(await createTestDatabase(), `TRUNCATE ${table} CASCADE`)).toBe('23001')
  })
})

describe('upgrading a database', () => {
  it('grants the role rights on tables of later versions, and revokes all others', async () => {
    const ownerUrl = await createTestDatabase()
    const url = urlAs(ownerUrl, inject('service'))
    const { role } = inject('service')
    const owner = await connectOnce(ownerUrl)
    await owner.query(`
      CREATE TABLE more (id INT);
      CREATE TABLE kept (id INT);
      CREATE TRIGGER kept_never_changes BEFORE UPDATE OR DELETE ON kept FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE SCHEMA queue;
      CREATE TABLE queue.jobs (id SERIAL);
      GRANT UPDATE, DELETE, TRUNCATE ON revisions TO ${role}`)
    await owner.end()
    expect(await refusalOf(url, 'SELECT FROM more')).toBe(NOT_PERMITTED)
    expect(await upgradeDatabase({ url, ownerUrl }, silent)).toEqual([])
    for (const sql of [
      'UPDATE more SET id = 2',
      'INSERT INTO kept VALUES (1)',
      'INSERT INTO queue.jobs DEFAULT VALUES',
    ])
      expect(await refusalOf(url, sql), sql).toBe('done')
    for (const sql of ['UPDATE kept SET id = 2', 'DELETE FROM revisions', 'TRUNCATE revisions'])
      expect(await refusalOf(url, sql), sql).toBe(NOT_PERMITTED)
  })

  it('works if several services do it at once', async () => {
    const ownerUrl = await createTestDatabase({ isEmpty: true })
    const url = urlAs(ownerUrl, inject('service'))
    await Promise.all([1, 2, 3, 4].map(() => upgradeDatabase({ url, ownerUrl }, silent)))
    expect(await refusalOf(url, 'SELECT FROM statements')).toBe('done')
  })

  it('refuses a role that does not exist, or that could grant itself more', async () => {
    const ownerUrl = await createTestDatabase()
    const login = await newRole()
    onTestFinished(() => dropRole(inject('serverUrl'), login.role))
    const prepare = (role: string) =>
      upgradeDatabase({ url: urlAs(ownerUrl, { role, password: '' }), ownerUrl }, silent)
    await expect(prepare('no such role')).rejects.toThrow(/no role "no such role"/)
    expect(await refusalOf(ownerUrl, `GRANT ${new URL(ownerUrl).username} TO ${login.role}`)).toBe('done')
    await expect(prepare(login.role)).rejects.toThrow(/is a member of/)
    await expect(prepare(login.role)).rejects.toBeInstanceOf(OperatorError)
    expect(await refusalOf(ownerUrl, `REVOKE ${new URL(ownerUrl).username} FROM ${login.role}`)).toBe('done')
    expect(await refusalOf(ownerUrl, `ALTER ROLE ${login.role} SUPERUSER`)).toBe('done')
    await expect(prepare(login.role)).rejects.toThrow(/is a superuser/)
  })
})

it('a service starts on a database that its owner upgraded, or upgrades it with the URL of the owner', async () => {
  const ownerUrl = await createTestDatabase({ isEmpty: true })
  const url = urlAs(ownerUrl, inject('service'))
  const start = (environment: Record<string, string>) =>
    serve(
      readConfig({ ...UNLIMITED, PORT: '0', DATABASE_URL: url, ONRECORD_SEED: 'demo', ...environment }),
      silent,
      new AbortController().signal,
    )
  await expect(start({})).rejects.toThrow(/may not apply them\. Set ONRECORD_MIGRATION_DATABASE_URL/)
  for (const environment of [{ ONRECORD_MIGRATION_DATABASE_URL: ownerUrl }, {}]) {
    const running = await start(environment)
    const { items } = (await (await fetch(`${running.url}/v1/statements`)).json()) as { items: unknown[] }
    await running.close()
    expect(items.length).toBeGreaterThan(0)
  }
})
