import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import { inSeedTransaction, lockNames } from '../../src/database/advisory-locks.sql.ts'
import type { Db, Tx } from '../../src/database/db.ts'
import { translateDatabaseError } from '../../src/database/errors.ts'
import { executorOf } from '../../src/database/executor.ts'
import type { Database } from '../../src/database/open.ts'
import { prisma } from '../../src/database/prisma.ts'
import { execute, rows } from '../../src/database/sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { testDatabase } from '../support/database.ts'

let database: Database
let db: Db

beforeAll(async () => {
  database = await testDatabase({ poolMax: 3, asOwner: true })
  db = database.db
  await execute(db, 'create table notes (id int primary key, body text not null)')
})

afterAll(() => database.close())

const uuid = (id: number): string => `00000000-0000-0000-0000-${String(id).padStart(12, '0')}`

const JOB = { state: 'waiting', submittedBy: 'test', createdAt: new Date(0) } as const

const VALUES = `select 9007199254740991::int8 as whole, 1.5::float8 as fraction, date '0044-03-15' as day,
  timestamptz '2026-11-23 10:00:00.5+02' as instant, null::date as missing, '{"a":[1]}'::jsonb as json,
  array[1,2]::int8[] as wholes, array[date '2024-02-29', null] as days,
  array[timestamptz '2026-11-23 10:00Z'] as instants, array['a','b,"c'] as texts`

const EXPECTED = {
  whole: 9007199254740991,
  fraction: 1.5,
  day: '0044-03-15',
  instant: '2026-11-23T08:00:00.500Z',
  missing: null,
  json: { a: [1] },
  wholes: [1, 2],
  days: ['2024-02-29', null],
  instants: ['2026-11-23T10:00:00.000Z'],
  texts: ['a', 'b,"c'],
}

describe('values', () => {
  it('arrive the same inside and outside a transaction', async () => {
    expect(await rows(db, VALUES)).toEqual([EXPECTED])
    expect(await inTransaction(db, (tx) => rows(tx, VALUES))).toEqual([EXPECTED])
  })

  it('include the number of changed rows', async () => {
    await execute(db, `insert into notes select n, 'x' from generate_series(100, 104) n`)
    expect(await execute(db, 'delete from notes where id >= $1', [100])).toBe(5)
  })

  it('are instants in UTC in every time zone of the machine', async () => {
    expect(await rows(db, 'show timezone')).toEqual([{ TimeZone: 'UTC' }])
  })
})

const PID = 'select pg_backend_pid() as pid'

describe('a transaction', () => {
  it('uses one connection for Prisma and for hand-written SQL', async () => {
    const pids = await inTransaction(db, async (tx) => [
      ...(await rows(tx, PID)),
      ...(await executorOf(tx).prisma.$queryRawUnsafe<{ pid: number }[]>(PID)),
      ...(await inTransaction(tx, (inner) => rows(inner, PID))),
    ])
    expect(new Set(pids.map((row) => (row as { pid: number }).pid)).size).toBe(1)
  })

  it('commits or rolls back the writes of Prisma and of hand-written SQL together', async () => {
    const write = (id: number, work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
      inTransaction(db, async (tx) => {
        await prisma(tx).job.create({ data: { ...JOB, id: uuid(id) } })
        await execute(tx, `update jobs set total = 7 where id = $1::uuid`, [uuid(id)])
        expect(await prisma(tx).job.findFirst({ where: { id: uuid(id) } })).toMatchObject({ total: 7 })
        await work(tx)
      })
    await write(1, async () => expect(await prisma(db).job.findFirst({ where: { id: uuid(1) } })).toBeNull())
    await expect(write(2, (tx) => rows(tx, 'select nonsense'))).rejects.toThrow()
    await expect(write(3, (tx) => prisma(tx).job.create({ data: { ...JOB, id: uuid(1) } }))).rejects.toThrow()
    const kept = await prisma(db).job.findMany({ select: { id: true, total: true } })
    expect(kept).toEqual([{ id: uuid(1), total: 7 }])
  })

  it('sends queries that start at the same time one after another', async () => {
    const answers = await inTransaction(db, (tx) =>
      Promise.all([1, 2, 3].map((id) => rows(tx, 'select $1::int as id, pg_sleep(0.01)::text', [id]))),
    )
    expect(answers.flat()).toEqual([1, 2, 3].map((id) => expect.objectContaining({ id })))
  })

  it('runs concurrently with others, each with Prisma on its own connection', async () => {
    const work = Array.from({ length: 12 }, () =>
      inTransaction(db, async (tx) => {
        const pids = [...(await rows(tx, PID))]
        for (let count = 0; count < 3; count++) {
          pids.push(...(await executorOf(tx).prisma.$queryRawUnsafe<{ pid: number }[]>(PID)))
          await prisma(tx).ledger.findMany()
        }
        return new Set(pids.map((row) => (row as { pid: number }).pid)).size
      }),
    )
    expect(new Set(await Promise.all(work))).toEqual(new Set([1]))
  })

  it('refuses a commit after one of its queries failed, even if the work caught the error', async () => {
    const work = inTransaction(db, async (tx) => {
      await execute(tx, `insert into notes values (4, 'lost')`)
      await rows(tx, 'select nonsense').catch(() => undefined)
    })
    await expect(work).rejects.toThrow('rolled back')
    expect(await rows(db, 'select id from notes where id = 4')).toEqual([])
  })

  it('refuses a query of Prisma that comes after its end, and does not pass it to the next transaction', async () => {
    let late: Promise<unknown> = Promise.resolve()
    const failed = inTransaction(db, async (tx) => {
      // The second query of this read is due after the transaction has ended.
      late = prisma(tx).job.findMany({ include: { items: true } })
      late.catch(() => undefined)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    await inTransaction(db, async (tx) => {
      await prisma(tx).ledger.findMany()
      await expect(late).rejects.toThrow('over')
    })
  })

  it('is visible to others after its commit, not before', async () => {
    await inTransaction(db, async (tx) => {
      await execute(tx, `insert into notes values (1, 'kept')`)
      expect(await rows(db, 'select body from notes where id = 1')).toEqual([])
    })
    expect(await rows(db, 'select body from notes where id = 1')).toEqual([{ body: 'kept' }])
  })

  it('rolls back if its work throws, and throws the same error', async () => {
    const failure = new Error('no')
    const work = inTransaction(db, async (tx) => {
      await execute(tx, `insert into notes values (2, 'lost')`)
      await inTransaction(tx, (inner) => execute(inner, `insert into notes values (3, 'lost too')`))
      throw failure
    })
    await expect(work).rejects.toBe(failure)
    expect(await rows(db, 'select id from notes where id in (2, 3)')).toEqual([])
  })

  it('cannot be used after its end', async () => {
    const escaped = await inTransaction(db, async (tx) => tx)
    await expect(async () => rows(escaped, 'select 1')).rejects.toThrow('over')
    await expect(async () => prisma(escaped).ledger.findMany()).rejects.toThrow('over')
  })

  it('is never opened by Prisma', async () => {
    const data = { ...JOB, id: uuid(5), items: { create: { line: 1, state: 'waiting' } } } as const
    await expect(prisma(db).job.create({ data })).rejects.toThrow('inTransaction')
    const within = inTransaction(db, (tx) => prisma(tx).job.create({ data }))
    await expect(within).rejects.toThrow('inTransaction')
  })

  it('releases its connection after success and after failure, so that more transactions than connections run', async () => {
    const work = Array.from({ length: 20 }, (_, index) =>
      inTransaction(db, async (tx) => {
        await rows(tx, 'select pg_sleep(0.01)')
        if (index % 2) throw new Error('odd')
        return index
      }).catch(() => -1),
    )
    const results = await Promise.all(work)
    expect(results.filter((result) => result >= 0)).toHaveLength(10)
    const { total, idle, waiting } = database.gauges()
    expect([total - idle, waiting]).toEqual([0, 0])
  })

  it('waits for another transaction that seeds the database', async () => {
    let inside = 0
    const most: number[] = []
    const work = async (): Promise<void> => {
      most.push(++inside)
      await rows(db, 'select pg_sleep(0.02)')
      inside--
    }
    await Promise.all([inSeedTransaction(db, work), inSeedTransaction(db, work)])
    expect(most).toEqual([1, 1])
  })
})

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

describe('errors of the database', () => {
  it('become errors of the domain, from hand-written SQL and from Prisma', async () => {
    await execute(db, `insert into notes values (7, 'there')`)
    const insert = `insert into notes values (7, 'again')`
    expect(await codeOf(execute(db, insert))).toBe('conflict')
    expect(await codeOf(executorOf(db).prisma.$executeRawUnsafe(insert))).toBe('conflict')
    expect(await codeOf(inTransaction(db, (tx) => execute(tx, insert)))).toBe('conflict')
    const twice = { data: { id: 1, position: 0 } }
    expect(await codeOf(prisma(db).ledger.create(twice))).toBe('conflict')
    expect(await codeOf(inTransaction(db, (tx) => prisma(tx).ledger.create(twice)))).toBe('conflict')
    expect(await codeOf(rows(db, `select 'x'::uuid`))).toBe('invalid_parameter')
    expect(await codeOf(rows(db, 'select $1::text', ['a\u0000b']))).toBe('invalid_parameter')
    expect(await codeOf(prisma(db).ledger.update({ where: { id: 99 }, data: {} }))).toBe('not_found')
    const sleepy = `set local statement_timeout = 50; select pg_sleep(5)`
    expect(await codeOf(inTransaction(db, (tx) => rows(tx, sleepy)))).toBe('timeout')
  })

  it('stay as they are if the service is at fault', async () => {
    const error = await rows(db, 'select nonsense').catch((cause: unknown) => cause)
    expect(translateDatabaseError(error)).toBe(error)
    expect(translateDatabaseError('text')).toBe('text')
  })

  it('never show SQL, values or hosts', async () => {
    const error = await execute(db, `insert into notes values (7, 'secret')`).catch((cause: unknown) => cause)
    const { message } = translateDatabaseError(error) as DomainError
    expect(message).not.toMatch(/notes|secret|insert|127/)
  })
})

describe('a pool without a free connection', () => {
  it('answers unavailable in bounded time, and works again when a connection is free', async () => {
    const tight = await testDatabase({ poolMax: 3, asOwner: true, acquireTimeoutMs: 4000 })
    let release = (): void => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const holders: Promise<void>[] = []
    for (let count = 0; count < 3; count++) {
      await new Promise<void>((held) => {
        holders.push(
          inTransaction(tight.db, () => {
            held()
            return gate
          }),
        )
      })
    }
    const refused = [
      rows(tight.db, 'select 1'),
      inTransaction(tight.db, (tx) => rows(tx, 'select 1')),
      prisma(tight.db).ledger.findMany(),
    ]
    expect(new Set(await Promise.all(refused.map(codeOf)))).toEqual(new Set(['unavailable']))
    await expect(tight.ping(100)).rejects.toThrow()
    release()
    await Promise.all(holders)
    expect(await rows(tight.db, 'select 1 as one')).toEqual([{ one: 1 }])
    await tight.close()
  })
})

describe('locks on names', () => {
  /** Locks names in one transaction, and then others in a second one. Returns whether the second waits for the first. */
  async function waits(first: readonly string[], second: readonly string[]): Promise<boolean> {
    let isOver = false
    let waited = false
    let holding: Promise<unknown> = Promise.resolve()
    await new Promise<void>((locked, failed) => {
      holding = inTransaction(db, async (tx) => {
        await lockNames(tx, 'officials', first)
        locked()
        for (let look = 0; look < 100 && !isOver && !waited; look++)
          waited = (await rows(tx, WAITING)).length > 0
      })
      holding.catch(failed)
    })
    await inTransaction(db, (tx) => lockNames(tx, 'officials', second))
    isOver = true
    await holding
    return waited
  }
  const WAITING = `select from pg_locks, pg_sleep(0.02) where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  const many = Array.from({ length: 2000 }, (_, number) => `name ${number}`)

  it('make transactions with one of the same names wait, and no others', async () => {
    expect(await waits(['ada brandt', 'bo lindqvist'], ['carla moreau', 'bo lindqvist'])).toBe(true)
    expect(await waits(many.slice(0, 100), many.slice(100, 200))).toBe(false)
  })

  it('are one lock if there are very many names', async () => {
    expect(await waits(many, ['ada brandt'])).toBe(true)
    expect(await waits(['ada brandt'], many)).toBe(true)
    const held = await inTransaction(db, async (tx) => {
      await lockNames(tx, 'officials', many)
      return rows(tx, "select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
    })
    expect(held).toHaveLength(2)
  })
})
