import { afterAll, beforeAll, expect, it } from 'vitest'
import { nameKey } from '../../src/core/names.ts'
import type { Db } from '../../src/database/db.ts'
import { type Executor, executorOf, toDb } from '../../src/database/executor.ts'
import type { Database } from '../../src/database/open.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { findNames, findNamesOf, resolveNameSearch } from '../../src/record/names/domain.ts'
import { testDatabase } from '../support/database.ts'
import { analyze } from '../support/factories.ts'

/** The number of people. With so many, reading a whole table costs more than any index. */
const PEOPLE = 20_000

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  const owner = await connectOnce(database.ownerUrl)
  await owner.query(`
    INSERT INTO officials (id, slug, name, name_key)
    SELECT gen_random_uuid(), 'p-' || n, name, lower(name) FROM generate_series(1, ${PEOPLE}) n,
      LATERAL (SELECT initcap(translate(md5(n::text), '0123456789', 'aeiouaeiou')) || ' Kirby' || n % 500 AS name) named;
    INSERT INTO official_aliases (official_id, name, name_key) SELECT id, 'Jo ' || name, 'jo ' || name_key FROM officials;
    INSERT INTO organizations (id, slug, name, name_key)
    SELECT gen_random_uuid(), 'o-' || n, 'Office of ' || md5(n::text), 'office of ' || md5(n::text)
    FROM generate_series(1, 2000) n`)
  await owner.end()
  await analyze(database)
}, 120_000)
afterAll(() => database.close())

/** Runs work and returns the plans of its queries, without the parts that were not executed. */
async function plansOf(work: (db: Db) => Promise<unknown>): Promise<{ sql: string; plan: string }[]> {
  const executor = executorOf(database.db)
  const asked: [string, readonly unknown[]][] = []
  const watched: Executor = {
    ...executor,
    query(sql, parameters) {
      asked.push([sql, parameters])
      return executor.query(sql, parameters)
    },
  }
  await work(toDb(watched))
  return Promise.all(
    asked.map(async ([sql, parameters]) => {
      const { rows } = await executor.query(`EXPLAIN (ANALYZE, COSTS OFF) ${sql}`, parameters)
      const lines = rows.map((row) => (row as { 'QUERY PLAN': string })['QUERY PLAN'])
      return { sql, plan: lines.filter((line) => !line.includes('never executed')).join('\n') }
    }),
  )
}

const LARGE = /Seq Scan on (?:names|name_words|officials|official_aliases|positions)\b/

it.each(['k', 'kir', 'kirby7', 'zzyzx', 'kirbey7', 'aeiou kirby', 'a b', '%', 'Кирби', 'director'])(
  'suggestions for "%s" read no table from end to end',
  async (q) => {
    const kinds = ['official', 'organization', 'publisher'] as const
    const plans = await plansOf((db) => findNames(db, { q, kinds, limit: 20 }))
    expect(plans.length).toBeGreaterThan(0)
    for (const { sql, plan } of plans) expect(plan, sql).not.toMatch(LARGE)
  },
)

it.each(['kirby7', 'zzyzx', 'irby4', 'kirbey7', 'zz', 'aeiou kirby'])(
  'the search of people for "%s" reads no table from end to end',
  async (q) => {
    const plans = await plansOf((db) => resolveNameSearch(db, 'officials', q, nameKey(q)))
    for (const { sql, plan } of plans) expect(plan, sql).not.toMatch(/Seq Scan on (?:names|name_words)\b/)
  },
)

it('the names in a question are found without reading a table from end to end', async () => {
  const phrases = [
    'kirby7',
    'aeiou kirby7',
    'office of nothing',
    'the gazette',
    'van der kirby8',
    'Кирби',
    '%',
  ]
  const plans = await plansOf((db) => findNamesOf(db, phrases, 11))
  expect(plans.length).toBeGreaterThan(1)
  for (const { sql, plan } of plans) expect(plan, sql).not.toMatch(LARGE)
})
