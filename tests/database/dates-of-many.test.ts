import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import type { Database } from '../../src/database/open.ts'
import { rows } from '../../src/database/sql.ts'
import { countUncounted, listDates } from '../../src/features/dates/domain.ts'
import { GRANULARITIES, type Granularity } from '../../src/features/dates/schema.ts'
import type { StatementFilters } from '../../src/record/statements/schema.ts'
import { testDatabase } from '../support/database.ts'

/** More statements than are grouped at once. */
const STATEMENTS = 15_000
const LIMIT = 7

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await fill(database.ownerUrl, STATEMENTS)
}, 120_000)
afterAll(() => database?.close())

/** Reads the first, the middle and the last units of a list, from page to page. */
async function allDates(granularity: Granularity, sort: string, filters: StatementFilters) {
  const found: { edtf: string; statements: number; officials: number }[] = []
  let key: { values: readonly (string | number | null)[]; id: string } | null = null
  for (;;) {
    const position = key && { sort, direction: 'next' as const, values: [String(key.values[0])], id: key.id }
    const page = await listDates(database.db, filters, granularity, { sort, limit: LIMIT, position })
    const shown = page.slice(0, LIMIT)
    found.push(...shown.map(({ item: { edtf, statements, officials } }) => ({ edtf, statements, officials })))
    if (page.length <= LIMIT) return found
    key = shown.at(-1)!.key
  }
}

const SHOWN = "s.status IN ('machine', 'verified', 'disputed')"

async function expected(granularity: Granularity, condition: string) {
  const length = { year: 4, month: 7, day: 10 }[granularity]
  const unit = (day: string): string => `left(${day}::text, ${length})`
  return rows(
    database.db,
    `SELECT ${unit('s.said_earliest')} AS edtf, count(*) AS statements, count(DISTINCT s.official_id) AS officials
     FROM statements s
     WHERE ${SHOWN} AND ${condition} AND ${unit('s.said_earliest')} = ${unit('s.said_latest')} GROUP BY 1 ORDER BY 1`,
  )
}

it.each(GRANULARITIES)('counts very many statements by %s, in both directions', async (granularity) => {
  const all = await expected(granularity, 'true')
  expect(await allDates(granularity, 'said', {})).toEqual(all)
  expect(await allDates(granularity, '-said', {})).toEqual(all.toReversed())
  const confident = await expected(granularity, 's.confidence >= 0.55')
  expect(await allDates(granularity, '-said', { min_confidence: 0.55 })).toEqual(confident.toReversed())
})

it('goes back a page', async () => {
  const all = (await expected('month', 'true')) as { edtf: string }[]
  const [at] = all.slice(20)
  const request = { sort: 'said', limit: LIMIT } as const
  const position = { sort: 'said', direction: 'prev', values: [`${at!.edtf}-01`], id: at!.edtf } as const
  const found = await listDates(database.db, {}, 'month', { ...request, position })
  const months = found.map(({ item }) => item.edtf)
  expect(months).toEqual(
    all
      .slice(20 - LIMIT - 1, 20)
      .map(({ edtf }) => edtf)
      .toReversed(),
  )
})

it('estimates the statements that no unit counts, and says so', async () => {
  const [exact] = await rows(
    database.db,
    `SELECT count(*) AS undated FROM statements s WHERE ${SHOWN} AND s.said_earliest IS NULL`,
  )
  const { undated, estimated } = await countUncounted(database.db, {}, 'month')
  expect(undated / (exact as { undated: number }).undated).toBeCloseTo(1, 0)
  expect(estimated ?? false).toBe(undated !== (exact as { undated: number }).undated)
})
