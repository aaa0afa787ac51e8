import { readFile } from 'node:fs/promises'
import PgBoss from 'pg-boss'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { enqueue, openQueue, type Queue, type TakenWork } from '../../src/database/queue.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { silent, testDatabase } from '../support/database.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

async function open(expireSeconds = 60): Promise<Queue> {
  const queue = await openQueue(database.url, expireSeconds, silent)
  onTestFinished(() => queue.close())
  return queue
}

async function waitFor(take: () => Promise<TakenWork | null>): Promise<TakenWork> {
  for (;;) {
    const work = await take()
    if (work) return work
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const words = (sql: string): string =>
  sql
    .replace(/\s+/g, ' ')
    .replace(/ ?;[ ;]*/g, '; ')
    .trim()

it('the migrations create the tables that this version of the queue library needs', async () => {
  const plans = words(PgBoss.getConstructionPlans('pgboss'))
  const schema = plans.slice(plans.indexOf('CREATE SCHEMA'), plans.lastIndexOf('COMMIT'))
  const file = '../../prisma/migrations/20261123123000_jobs/migration.sql'
  expect(words(await readFile(new URL(file, import.meta.url), 'utf8'))).toContain(schema)
})

it('a job is visible after its transaction commits, and one worker takes it', async () => {
  const [one, other] = [await open(), await open()]
  const work = { queue: 'ingest', data: { piece: 1 }, expireSeconds: 60 } as const
  const failed = inTransaction(database.db, async (tx) => {
    await enqueue(tx, [work])
    throw new Error('undone')
  })
  await expect(failed).rejects.toThrow('undone')
  expect(await one.take('ingest')).toBeNull()

  await inTransaction(database.db, (tx) => enqueue(tx, [work, { ...work, data: { piece: 2 } }]))
  const taken = await Promise.all([one, other, one, other].map((queue) => queue.take('ingest')))
  expect(taken.filter((each) => each !== null).map(({ data }) => data)).toEqual(
    expect.arrayContaining([{ piece: 1 }, { piece: 2 }]),
  )
  expect(taken.filter((each) => each === null)).toHaveLength(2)
})

it('workers take the lowest turn first, and the oldest job of a turn', async () => {
  const queue = await open()
  for (const turns of [[3, 1], [1, 2], [0]])
    await inTransaction(database.db, (tx) =>
      enqueue(
        tx,
        turns.map((turn) => ({ queue: 'sources', data: { turns, turn }, expireSeconds: 60, turn })),
      ),
    )
  const taken: unknown[] = []
  for (let work = await queue.take('sources'); work; work = await queue.take('sources')) taken.push(work.data)
  expect(taken).toEqual([
    { turns: [0], turn: 0 },
    { turns: [3, 1], turn: 1 },
    { turns: [1, 2], turn: 1 },
    { turns: [1, 2], turn: 2 },
    { turns: [3, 1], turn: 3 },
  ])
})

it('the job of a dead worker goes to the next queue when its time limit is over', async () => {
  const queue = await open(4)
  await inTransaction(database.db, (tx) =>
    enqueue(tx, [{ queue: 'ingest', data: { piece: 3 }, expireSeconds: 1 }]),
  )
  await waitFor(() => queue.take('ingest'))
  const left = await waitFor(() => queue.take('ingest-interrupted'))
  expect(left.data).toEqual({ piece: 3 })
  await queue.complete(left)
})

it('a job that fails is retried up to its limit, then goes to the next queue with the reason', async () => {
  const queue = await open()
  const work = { queue: 'ingest-again', data: { line: 7 }, expireSeconds: 60, retryDelaySeconds: 1 } as const
  await inTransaction(database.db, (tx) => enqueue(tx, [{ ...work, retryLimit: 1 }]))
  const first = await waitFor(() => queue.take('ingest-again'))
  await queue.fail(first, { code: 'fetch_failed' })
  const second = await waitFor(() => queue.take('ingest-again'))
  expect([first.retries, second.retries]).toEqual([0, 1])
  await queue.fail(second, { code: 'timeout' })
  const dead = await waitFor(() => queue.take('ingest-dead'))
  expect(dead).toMatchObject({ data: { line: 7 }, reason: { code: 'timeout' } })
})
