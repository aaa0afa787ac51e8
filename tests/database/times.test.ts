import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import type { Db } from '../../src/database/db.ts'
import type { Database } from '../../src/database/open.ts'
import { rows } from '../../src/database/sql.ts'
import { countDates, listDates } from '../../src/features/dates/domain.ts'
import { countRecorded, readTimes } from '../../src/record/statements/domain.ts'
import { testDatabase } from '../support/database.ts'

/** More statements than are counted one by one, in a table with more pages than a sample reads. */
const STATEMENTS = 60_000

let database: Database
let db: Db

beforeAll(async () => {
  database = await testDatabase()
  db = database.db
  await fill(database.ownerUrl, STATEMENTS)
}, 240_000)
afterAll(() => database?.close())

const IS_SHOWN = "s.status IN ('machine', 'verified', 'disputed')"

async function read<Row>(columns: string, condition: string): Promise<Row> {
  const [row] = await rows(db, `SELECT ${columns} FROM statements s WHERE ${IS_SHOWN} AND ${condition}`)
  return row as Row
}

const count = async (condition: string): Promise<number> =>
  (await read<{ count: number }>('count(*) AS count', condition)).count

const isNear = (estimate: number, exact: number): boolean => Math.abs(estimate / exact - 1) < 0.1

it('estimates the counts of too many statements from a sample, and finds the first and the latest of all', async () => {
  const counts = await readTimes(db, {})
  expect(counts.scale).toBeGreaterThan(1)
  expect(isNear(counts.matches, await count('true'))).toBe(true)
  expect(isNear(counts.undated, await count('s.said_earliest IS NULL'))).toBe(true)
  const { first, latest } = await read<{ first: string; latest: string }>(
    'min(s.said_latest)::text AS first, max(s.said_latest)::text AS latest',
    's.said_earliest IS NOT NULL',
  )
  expect([counts.first!.latest, counts.latest!.latest]).toEqual([first, latest])
})

it('counts the statements of a person one by one', async () => {
  const { official } = await read<{ official: string }>('max(s.official_id::text) AS official', 'true')
  const counts = await readTimes(db, { official: [official] })
  expect([counts.scale, counts.matches]).toEqual([1, await count(`s.official_id = '${official}'`)])
})

it('estimates the recorded statements from a sample, and counts periods with few of them one by one', async () => {
  const months = Array.from(
    { length: 96 },
    (_, month) => `${2014 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  )
  const { statements, estimated } = await countRecorded(db, {}, months, 'month')
  expect(estimated).toBe(true)
  let rare = 0
  for (const month of months) {
    const exact = await count(
      `to_char(s.said_earliest, 'YYYY-MM') = '${month}' AND to_char(s.said_latest, 'YYYY-MM') = '${month}'`,
    )
    const found = statements.get(month) ?? 0
    if (exact < 10) expect([month, found]).toEqual([month, exact])
    else expect(Math.abs(found - exact)).toBeLessThan(0.3 * exact)
    rare += exact < 10 ? 1 : 0
  }
  expect(rare).toBeGreaterThan(0)
})

const PAGE = { limit: 100, sort: '-said', position: null }
const YEAR = "s.said_earliest >= '2024-01-01' AND s.said_latest <= '2024-12-31'"

it('counts units as the list of dates does, and the dates that are wider than a unit', async () => {
  const intervals = [
    ['2016/2018', '2016-01-01', '2018-12-31'],
    ['2017-11/2018-02', '2017-11-01', '2018-02-28'],
    ['2024-03/2024-05', '2024-03-01', '2024-05-31'],
  ]
  for (const interval of intervals)
    await rows(
      db,
      `UPDATE statements SET said_edtf = $1, said_earliest = $2::date, said_latest = $3::date, said_precision = 'interval',
         said_basis = 'stated' WHERE id IN (SELECT id FROM statements WHERE status = 'machine' AND NOT withdrawn
           AND vanished_snapshot_id IS NULL AND said_edtf NOT LIKE '%/%' ORDER BY id LIMIT 2) RETURNING id`,
      interval,
    )
  for (const [unit, filters, within] of [
    ['year', {}, 'true'],
    ['month', { said_from: '2024-01-01', said_to: '2024-12-31' }, YEAR],
  ] as const) {
    const { units, wider } = await countDates(db, filters, unit, PAGE.limit)
    expect(units).toEqual((await listDates(db, filters, unit, PAGE)).map(({ item }) => item))
    const { dates } = await read<{ dates: string[] }>(
      'array_agg(DISTINCT s.said_edtf) AS dates',
      `${within} AND s.said_earliest IS NOT NULL AND NOT s.withdrawn AND s.vanished_snapshot_id IS NULL
       AND date_trunc('${unit}', s.said_earliest) IS DISTINCT FROM date_trunc('${unit}', s.said_latest)`,
    )
    expect(dates.length).toBeGreaterThan(0)
    expect(wider).toHaveLength(Math.min(dates.length, PAGE.limit))
    expect(dates).toEqual(expect.arrayContaining(wider.map(({ edtf }) => edtf)))
    const days = wider.map(({ earliest }) => earliest)
    expect(days).toEqual(days.toSorted().reverse())
  }
})

it('counts the years of a period with many statements', async () => {
  const listed = await listDates(db, { said_from: '2015-01-01', said_to: '2024-12-31' }, 'year', PAGE)
  expect(listed).toHaveLength(10)
  let all = 0
  for (const { item } of listed) {
    const exact = await count(
      `NOT s.withdrawn AND s.vanished_snapshot_id IS NULL
       AND to_char(s.said_earliest, 'YYYY') = '${item.edtf}' AND to_char(s.said_latest, 'YYYY') = '${item.edtf}'`,
    )
    expect([item.edtf, item.statements]).toEqual([item.edtf, exact])
    all += exact
  }
  expect(all).toBeGreaterThan(10_000)
})
