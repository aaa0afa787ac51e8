import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/database.ts'
import type { Db } from '../../src/database/db.ts'
import type { Database } from '../../src/database/open.ts'
import { rows } from '../../src/database/sql.ts'
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
