import { afterAll, beforeAll, expect, it } from 'vitest'
import { change } from '../../bench/database.ts'
import { fill } from '../../bench/fill.ts'
import type { Position } from '../../src/core/page.ts'
import type { Database } from '../../src/database/open.ts'
import { rows } from '../../src/database/sql.ts'
import { statementConditions } from '../../src/record/statements/conditions.ts'
import { listStatements } from '../../src/record/statements/domain.ts'
import { keysetOf } from '../../src/record/statements/order.ts'
import type { StatementFilters, StatementSort } from '../../src/record/statements/schema.ts'
import { testDatabase } from '../support/database.ts'

const SORTS: readonly StatementSort[] = [
  '-said',
  'said',
  '-published',
  'published',
  '-confidence',
  'recorded',
]

const SAID: Record<string, StatementFilters> = {
  'said at any time': {},
  'said since': { said_from: '2021-06-15' },
  'said until': { said_to: '2019-03-31' },
  'said in a year': { said_from: '2020-01-01', said_to: '2020-12-31' },
  'may have been said since': { said_from: '2021-06-15', match: 'overlap' },
  'may have been said until': { said_to: '2019-03-31', match: 'overlap' },
  'may have been said in a year': { said_from: '2020-01-01', said_to: '2020-12-31', match: 'overlap' },
}

const PUBLISHED: Record<string, StatementFilters> = {
  'published at any time': {},
  'published since': { published_from: '2021-06-15' },
  'published until': { published_to: '2019-06-30' },
  'published in a year': { published_from: '2020-01-01', published_to: '2020-12-31' },
  'published when no article was': { published_from: '2001-01-01', published_to: '2001-12-31' },
}

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await fill(database.ownerUrl, 6000)
  await change(
    database.ownerUrl,
    `UPDATE articles SET published_edtf = NULL, published_earliest = NULL, published_latest = NULL, published_basis = 'unknown'
       WHERE abs(hashtext(id::text)) % 10 = 0;
     UPDATE articles SET published_earliest = published_earliest - 200 WHERE abs(hashtext(id::text)) % 10 = 1;
     UPDATE statements SET said_latest = NULL, said_edtf = said_edtf || '/..' WHERE abs(hashtext(id::text)) % 12 = 0;
     UPDATE statements SET said_latest = said_latest + 300 WHERE abs(hashtext(id::text)) % 12 = 1`,
  )
}, 60_000)
afterAll(() => database.close())

/** Few rows, so that a walk ends before it has seen all rows with these dates. */
const LIMIT = 3

/** Returns all matches in order, each with the value by which it is sorted. */
async function sorted(filters: StatementFilters, sort: StatementSort) {
  const where = statementConditions(filters)
  const { expression, descending } = keysetOf(sort)
  const direction = descending ? 'DESC' : 'ASC'
  const query = `SELECT s.id, (${expression})::text AS value FROM statements s ${where.where()}
    ORDER BY ${expression} ${direction}, s.id ${direction}`
  return (await rows(database.db, query, where.parameters)) as { id: string; value: string }[]
}

async function idsFrom(filters: StatementFilters, sort: StatementSort, position: Position | null) {
  const found = await listStatements(database.db, filters, { limit: LIMIT, sort, position })
  return found.slice(0, LIMIT).map(({ item }) => item.id)
}

it.each(SORTS)(
  'by %s, bounds for both dates give each page in order, forwards and backwards',
  async (sort) => {
    for (const [said, saidFilters] of Object.entries(SAID))
      for (const [published, publishedFilters] of Object.entries(PUBLISHED)) {
        const filters = { ...saidFilters, ...publishedFilters }
        const all = await sorted(filters, sort)
        const ids = all.map(({ id }) => id)
        const name = `${said}, ${published}`
        expect([name, await idsFrom(filters, sort, null)]).toEqual([name, ids.slice(0, LIMIT)])
        for (const place of [0.1, 0.3, 0.5, 0.7, 0.95].map((share) => Math.floor(share * all.length))) {
          if (all[place] === undefined) continue
          const { id, value } = all[place]
          const [next, previous] = await Promise.all(
            (['next', 'prev'] as const).map((direction) =>
              idsFrom(filters, sort, { sort, values: [value], id, direction }),
            ),
          )
          expect([name, place, next]).toEqual([name, place, ids.slice(place + 1, place + 1 + LIMIT)])
          const before = ids.slice(Math.max(0, place - LIMIT), place)
          expect([name, place, previous]).toEqual([name, place, before.toReversed()])
        }
      }
  },
  60_000,
)
