import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { valueTypes } from '../../src/database/value-types.ts'
import { WatchedClient } from '../../src/database/watched-client.ts'
import { testDatabase } from '../support/database.ts'

let database: Database
let client: WatchedClient
/** The number of descriptions of rows that the connection received. */
let descriptions = 0

beforeAll(async () => {
  database = await testDatabase()
  client = new WatchedClient({ connectionString: database.ownerUrl })
  await client.connect()
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
  connection.on('rowDescription', () => descriptions++)
  await client.query('CREATE TEMP TABLE things (id int, made timestamptz, name text)' as never)
})
beforeEach(() => {
  descriptions = 0
})
afterAll(async () => {
  await client?.end()
  await database?.close()
})

/** Sends a query with a callback, as the pool and transactions do. */
const send = (config: pg.QueryConfig | pg.QueryArrayConfig): Promise<pg.QueryResult> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null, result: pg.QueryResult) => (error ? reject(error) : resolve(result))
    ;(client.query as (...parameters: unknown[]) => void)(config, done)
  })

const things = (values: unknown[], more = {}) =>
  send({
    name: 'things',
    text: 'SELECT id, made, name FROM things WHERE id >= $1 ORDER BY id',
    values,
    types: valueTypes,
    ...more,
  })

it('asks for the description of the rows of a prepared statement once', async () => {
  const insert = { name: 'add', text: 'INSERT INTO things VALUES ($1, $2, $3)' }
  expect(await send({ ...insert, values: [1, '2026-01-02T03:04:05Z', 'one'] })).toMatchObject({ rowCount: 1 })
  expect(await send({ ...insert, values: [2, null, 'two'] })).toMatchObject({ rowCount: 1, rows: [] })
  const rows = [
    { id: 1, made: '2026-01-02T03:04:05.000Z', name: 'one' },
    { id: 2, made: null, name: 'two' },
  ]
  expect((await things([1])).rows).toEqual(rows)
  expect((await things([1])).rows).toEqual(rows)
  const { rows: latest, fields, rowCount } = await things([2])
  expect(latest).toEqual(rows.slice(1))
  expect(fields.map(({ name }) => name)).toEqual(['id', 'made', 'name'])
  expect(rowCount).toBe(1)
  expect((await things([3])).rows).toEqual([])
  expect(descriptions).toBe(1)
})

it('asks again for rows of another form', async () => {
  expect((await things([2], { rowMode: 'array' })).rows).toEqual([[2, null, 'two']])
  expect((await things([1], { types: pg.types })).rows[0].made).toEqual(new Date('2026-01-02T03:04:05Z'))
  expect((await things([2])).rows).toEqual([{ id: 2, made: null, name: 'two' }])
  expect(descriptions).toBe(2)
})

it('reports the errors of a described statement, and goes on', async () => {
  const divide = (by: unknown) => send({ name: 'divide', text: 'SELECT 12 / $1::int AS share', values: [by] })
  expect((await divide(3)).rows).toEqual([{ share: 4 }])
  await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
  await expect(divide('many')).rejects.toMatchObject({ code: '22P02' })
  const unsendable = {
    toPostgres() {
      throw new Error('This value cannot be sent.')
    },
  }
  await expect(divide(unsendable)).rejects.toThrow('cannot be sent')
  expect((await divide(4)).rows).toEqual([{ share: 3 }])
})

it('refuses a statement whose rows have another type since it was prepared', async () => {
  const text = 'SELECT name FROM things WHERE id = $1'
  const name = () => send({ name: 'name', text, values: [1] })
  expect((await name()).rows).toEqual([{ name: 'one' }])
  await client.query('ALTER TABLE things ALTER name TYPE text[] USING ARRAY[name]' as never)
  await expect(name()).rejects.toThrow('cached plan must not change result type')
})
