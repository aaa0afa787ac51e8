import { afterAll, beforeAll, expect, it } from 'vitest'
import { FILTERED, LIMIT, LIST, ONE } from '../../bench/bare-sql.ts'
import { fill } from '../../bench/database.ts'
import type { Database } from '../../src/database/open.ts'
import { rows } from '../../src/database/sql.ts'
import { getStatement, listStatements } from '../../src/record/statements/domain.ts'
import type { StatementFilters } from '../../src/record/statements/schema.ts'
import { testDatabase } from '../support/database.ts'

// The bench is fair only while both servers answer the same.
const STATEMENTS = 600
const OFFICIAL = 'ada-aldern'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await fill(database.ownerUrl, STATEMENTS)
})
afterAll(() => database?.close())

async function listed(filters: StatementFilters): Promise<unknown[]> {
  const page = await listStatements(database.db, filters, { limit: LIMIT, sort: '-said', position: null })
  return page.slice(0, LIMIT).map(({ item }) => item)
}

const select = (sql: string, parameters: readonly unknown[] = []): Promise<readonly unknown[]> =>
  rows(database.db, sql, parameters)

it('makes as many statements as asked for, each span covering its words', async () => {
  const [counts] = await select(
    `SELECT count(DISTINCT s.id) AS statements, count(*) AS spans,
            count(*) FILTER (WHERE substr(n.text, e.start_offset + 1, e.end_offset - e.start_offset) = e.exact) AS true
     FROM statements s JOIN snapshots n ON n.id = s.snapshot_id JOIN statement_spans e ON e.statement_id = s.id`,
  )
  const { statements, spans, true: truthful } = counts as Record<string, number>
  expect([statements, truthful]).toEqual([STATEMENTS, spans])
  expect(spans).toBeGreaterThan(3 * STATEMENTS)
})

it('holds the list against the same list', async () => {
  const mine = await listed({})
  expect(mine).toHaveLength(LIMIT)
  expect(await select(LIST)).toMatchObject([{ items: mine }])
})

it('holds the filtered list against the same filtered list', async () => {
  const type = ['direct', 'mixed'] as const
  const mine = await listed({ official: OFFICIAL, type, said_from: '2016-01-01', said_to: '2026-12-31' })
  expect(mine.length).toBeGreaterThan(0)
  expect(await select(FILTERED, [OFFICIAL, type, '2016-01-01', '2026-12-31'])).toMatchObject([
    { items: mine },
  ])
})

it('holds one statement against the same one', async () => {
  const [{ id }] = (await select('SELECT id FROM statements ORDER BY id LIMIT 1')) as [{ id: string }]
  expect(await select(ONE, [id])).toEqual([{ item: await getStatement(database.db, id) }])
})
