import { describe, expect, it, onTestFinished } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import type { Db } from '../../src/database/db.ts'
import { translateDatabaseError } from '../../src/database/errors.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { prisma } from '../../src/database/prisma.ts'
import { execute, rows } from '../../src/database/sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { type FaultyNetwork, startProxy } from '../support/proxy.ts'

const STATEMENT_TIMEOUT_MS = 300

async function openThroughProxy(): Promise<{ database: Database; db: Db; proxy: FaultyNetwork }> {
  const proxy = await startProxy(await createTestDatabase())
  const database = await openDatabase(
    {
      url: proxy.url,
      dataDirectory: '',
      poolMax: 2,
      acquireTimeoutMs: 3000,
      statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    },
    silent,
  )
  onTestFinished(() => database.close())
  return { database, db: database.db, proxy }
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = translateDatabaseError(
    await work.then(
      () => null,
      (cause: unknown) => cause,
    ),
  )
  expect(error).toBeInstanceOf(DomainError)
  return (error as DomainError).code
}

const ways: [string, (db: Db) => Promise<unknown>][] = [
  ['hand-written SQL', (db) => rows(db, 'select 1')],
  ['Prisma', (db) => prisma(db).ledger.findMany()],
  ['a transaction', (db) => inTransaction(db, (tx) => rows(tx, 'select 1'))],
  ['Prisma in a transaction', (db) => inTransaction(db, (tx) => prisma(tx).ledger.findMany())],
]

describe.each(ways)('when the network fails, %s', (_, ask) => {
  it('survives connections that are reset, and works again at once', async () => {
    const { db, proxy } = await openThroughProxy()
    await ask(db)
    proxy.cut()
    await ask(db).catch(() => undefined)
    await ask(db)
  })

  it('fails in bounded time if the network loses all packets, and works again afterwards', async () => {
    const { db, database, proxy } = await openThroughProxy()
    await ask(db)
    proxy.swallow()
    expect(['timeout', 'unavailable']).toContain(await codeOf(ask(db)))
    expect(['timeout', 'unavailable']).toContain(await codeOf(ask(db)))
    await expect(database.ping(200)).rejects.toThrow()
    proxy.heal()
    proxy.cut()
    await ask(db).catch(() => undefined)
    await ask(db)
    await database.ping(2000)
  })
})

describe('a transaction', () => {
  it('leaves neither rows nor a pooled connection behind if the network loses all packets during it', async () => {
    const { db, database, proxy } = await openThroughProxy()
    await execute(db, 'create table notes (id int)')
    const work = inTransaction(db, async (tx) => {
      await execute(tx, 'insert into notes values (1)')
      proxy.swallow()
      await execute(tx, 'insert into notes values (2)')
    })
    expect(['timeout', 'unavailable']).toContain(await codeOf(work))
    proxy.heal()
    // The connection that hangs was not cut: the pool must have discarded it.
    for (let count = 0; count < 4; count++) expect(await rows(db, 'select id from notes')).toEqual([])
    const { total, idle } = database.gauges()
    expect(total).toBe(idle)
  })
})
