import { afterAll, beforeAll, expect, it } from 'vitest'
import { FILTERED, LIMIT, LIST, ONE } from '../../bench/bare-sql.ts'
import { fill } from '../../bench/fill.ts'
import type { Database } from '../../src/database/open.ts'
import { rows } from '../../src/database/sql.ts'
import { getStatement, listStatements, resolveStatementFilters } from '../../src/record/statements/domain.ts'
import type { AskedStatementFilters } from '../../src/record/statements/schema.ts'
import { testDatabase } from '../support/database.ts'

// The benchmark is fair only if both servers answer the same.
const STATEMENTS = 600
const OFFICIAL = 'ada-aldern'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await fill(database.ownerUrl, STATEMENTS)
})
afterAll(() => database?.close())

async function listed(asked: AskedStatementFilters): Promise<unknown[]> {
  const { filters } = await resolveStatementFilters(database.db, asked)
  const page = await listStatements(database.db, filters, { limit: LIMIT, sort: '-said', position: null })
  return page.slice(0, LIMIT).map(({ item }) => item)
}

const select = (sql: string, parameters: readonly unknown[] = []): Promise<readonly unknown[]> =>
  rows(database.db, sql, parameters)

it('fills the database with the requested number of statements, whose spans cover their words', async () => {
  const [counts] = await select(
    `SELECT count(DISTINCT s.id) AS statements, count(*) AS spans,
            count(*) FILTER (WHERE substr(n.text, e.start_offset + 1, e.end_offset - e.start_offset) = e.exact) AS true
     FROM statements s JOIN snapshots n ON n.id = s.snapshot_id JOIN statement_spans e ON e.statement_id = s.id`,
  )
  const { statements, spans, true: truthful } = counts as Record<string, number>
  expect([statements, truthful]).toEqual([STATEMENTS, spans])
  expect(spans).toBeGreaterThan(3 * STATEMENTS)
})

it('compares the list with the same list', async () => {
  const mine = await listed({})
  expect(mine).toHaveLength(LIMIT)
  expect(await select(LIST)).toMatchObject([{ items: mine }])
})

it('compares the filtered list with the same filtered list', async () => {
  const type = ['direct', 'mixed'] as const
  const mine = await listed({ official: [OFFICIAL], type, said_from: '2016-01-01', said_to: '2026-12-31' })
  expect(mine.length).toBeGreaterThan(0)
  expect(await select(FILTERED, [OFFICIAL, type, '2016-01-01', '2026-12-31'])).toMatchObject([
    { items: mine },
  ])
})

it('compares one statement with the same statement', async () => {
  const [{ id }] = (await select('SELECT id FROM statements ORDER BY id LIMIT 1')) as [{ id: string }]
  expect(await select(ONE, [id])).toEqual([{ item: await getStatement(database.db, id) }])
})
