import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { appendRevisions, BY_MACHINE, firstRevision, ledgerPosition } from '../../src/database/ledger.sql.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { execute } from '../../src/database/sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { buildApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { silent, testDatabase } from '../support/database.ts'
import { startProxy } from '../support/proxy.ts'
import { NOW, READING, UNLIMITED } from '../support/seeded-service.ts'

const LIMITS = { poolMax: 3, acquireTimeoutMs: 60_000, statementTimeoutMs: 60_000, dataDirectory: '' }

/** The database of another process. */
let other: Database
beforeAll(async () => {
  other = await testDatabase()
})
afterAll(() => other.close())

let subject = 0
/** Moves the ledger, as every write does. Returns the new position. */
async function write({ db }: Database): Promise<string> {
  const id = `00000000-0000-4000-8000-${String(++subject).padStart(12, '0')}`
  await inTransaction(db, (tx) =>
    appendRevisions(tx, [firstRevision('official', id, {}, BY_MACHINE)], NOW).then(() => undefined),
  )
  return ledgerPosition(db)
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(20)
}

/** Opens the database of a process that listens, through a network that can fail. */
async function open() {
  const proxy = await startProxy(other.url)
  const database = await openDatabase({ ...LIMITS, url: proxy.url }, silent)
  onTestFinished(() => database.close())
  database.ledger.listen()
  await until(() => database.ledger.known() !== null)
  return { proxy, database, ledger: database.ledger }
}

it('knows the position after a write of another process, and at once after its own', async () => {
  const { database, ledger } = await open()
  for (let round = 0; round < 5; round++) {
    const position = await write(other)
    await until(() => ledger.known() === position)
    await inTransaction(database.db, async (tx) => {
      await appendRevisions(tx, [firstRevision('official', crypto.randomUUID(), {}, BY_MACHINE)], NOW)
      // Others cannot see the revision before the commit.
      expect(ledger.known()).not.toBe(String(Number(position) + 1))
    })
    expect([String(Number(position) + 1), null]).toContain(ledger.known())
    expect(ledger.written()).toBe(String(Number(position) + 1))
  }
})

it('does not move for a transaction that was rolled back', async () => {
  const { database, ledger } = await open()
  const before = ledger.written()
  const failing = inTransaction(database.db, async (tx) => {
    await appendRevisions(tx, [firstRevision('official', crypto.randomUUID(), {}, BY_MACHINE)], NOW)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(ledger.written()).toBe(before)
})

it('knows nothing while the connection is lost, and what was written meanwhile after it is back', async () => {
  const { proxy, ledger } = await open()
  proxy.swallow()
  proxy.cut()
  await until(() => ledger.known() === null)
  const position = await write(other)
  await sleep(100)
  expect(ledger.known()).toBeNull()
  proxy.heal()
  await until(() => ledger.known() !== null)
  expect(ledger.known()).toBe(position)
})

it('knows nothing when the network has lost every packet for some time', async () => {
  const { proxy, ledger } = await open()
  proxy.swallow()
  const position = await write(other)
  // A position that it reads meanwhile counts for 1.5 seconds at most.
  await until(() => ledger.known() === null)
  proxy.heal()
  await until(() => ledger.known() !== null)
  expect(ledger.known()).toBe(position)
})

it('knows nothing if the database accepts LISTEN but sends no notifications', async () => {
  const { ledger, database } = await open()
  const owner = await openDatabase({ ...LIMITS, url: other.ownerUrl }, silent)
  onTestFinished(() => owner.close())
  await execute(owner.db, 'ALTER TABLE ledger DISABLE TRIGGER ledger_notifies', [])
  try {
    const position = await write(other)
    await until(() => ledger.known() === null)
    expect(await ledgerPosition(database.db)).toBe(position)
  } finally {
    await execute(owner.db, 'ALTER TABLE ledger ENABLE TRIGGER ledger_notifies', [])
  }
  const position = await write(other)
  await until(() => ledger.known() === position)
})

it('a reader with the token of a write sees it in another process that has not heard of it', async () => {
  const { proxy, database } = await open()
  const config = readConfig({ ...UNLIMITED, ONRECORD_ANSWER_CACHE_BYTES: '1000000' })
  const app = await buildApp({ config, database, log: silent, now: () => NOW, ...READING })
  onTestFinished(() => app.close())
  const get = async (headers: Record<string, string> = {}) =>
    (await app.inject({ url: '/v1/statements', headers })).headers.etag
  const before = await get()
  // Data of the database arrive late, so notifications do too.
  proxy.delay(300)
  const token = await write(other)
  expect(await get({ 'x-consistency': token })).not.toBe(before)
  expect(await get({ cookie: `onrecord_consistency=${token}` })).not.toBe(before)
  expect(await get({ 'x-consistency': 'FF/0' })).not.toBe(before)
  proxy.heal()
  await until(() => database.ledger.known() === token)
  expect(await get()).not.toBe(before)
})

it('writes are answered with a token', async () => {
  const app = await buildApp({
    ...{ config: readConfig(UNLIMITED), database: other, log: silent, now: () => NOW },
    ...READING,
  })
  onTestFinished(() => app.close())
  const position = await write(other)
  const payload = { text: 'The ferry will run, Ada Brandt said.' }
  const { headers } = await app.inject({ method: 'POST', url: '/v1/extract', payload })
  expect(headers['x-consistency']).toBe(position)
})
