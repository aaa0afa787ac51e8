import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import type { PageRequest, Position } from '../../src/core/page.ts'
import { parseSearch, type SearchQuery } from '../../src/core/search-query.ts'
import type { Database } from '../../src/database/open.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { rows } from '../../src/database/sql.ts'
import { statementConditions } from '../../src/record/statements/conditions.ts'
import { countStatementsUpTo, listStatements } from '../../src/record/statements/domain.ts'
import { keysetOf } from '../../src/record/statements/order.ts'
import { rowsToCompare } from '../../src/record/statements/rows-to-compare.ts'
import {
  STATEMENT_SORTS,
  type StatementFilters,
  type StatementSort,
} from '../../src/record/statements/schema.ts'
import { testDatabase } from '../support/database.ts'
import { recording, workOf } from './list-plans.ts'

const STATEMENTS = 40_000
const LIMIT = 4

/**
 * The pages that a list may read if the next rows in the order match: a walk along the order, or two walks along the
 * index of both dates, and the page.
 */
const PAGES = 2200

/** How many times as many pages a list may read that looks up the earlier reports of each row that it tries. */
const WITH_GROUPS = 5

/** The tables that grow with the record. */
const LARGE = ['statements', 'statement_spans', 'articles', 'snapshots', 'revisions', 'sightings']

let database: Database
let client: pg.Client
let official: string
let organization: string
let article: string

beforeAll(async () => {
  database = await testDatabase()
  await fill(database.ownerUrl, STATEMENTS)
  client = await connectOnce(database.ownerUrl)
  // With these settings, reading a whole table costs as much as reading a table twenty times as large.
  await client.query('SET seq_page_cost = 20; SET random_page_cost = 4')
  const [subject] = await rows(
    database.db,
    `SELECT official_id AS official, max(organization_id::text) AS organization, max(article_id::text) AS article
     FROM statements WHERE official_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  )
  ;({ official, organization, article } = subject as Record<'official' | 'organization' | 'article', string>)
}, 120_000)
afterAll(async () => {
  await client?.end()
  await database?.close()
})

/** Returns a value of each filter. Some values match no statement. */
const values = (): Record<string, StatementFilters> => ({
  official: { official: [official] },
  organization: { organization: { ids: [organization], offices: [] } },
  article: { article: [article] },
  publisher: { publisher: ['3 daily'] },
  type: { type: ['mixed'] },
  polarity: { polarity: ['denied'] },
  status: { status: ['rejected'] },
  attribution: { attribution: ['none'] },
  said_basis: { said_basis: ['bounded'] },
  said: { said_from: '2019-03-01', said_to: '2019-03-31' },
  'said, with match': { said_from: '2019-03-01', said_to: '2019-03-31', match: 'overlap' },
  published: { published_from: '2019-03-01', published_to: '2019-03-31' },
  min_confidence: { min_confidence: 0.97 },
  vanished: { vanished: 'only' },
  distinct: { distinct: 'utterance' },
})

/** More values, each tried alone. */
const ALONE: Record<string, StatementFilters> = {
  'publisher of no article': { publisher: ['gazette'] },
  'two publishers': { publisher: ['3 daily', 'gazette'] },
  'every kind': { vanished: 'include', status: ['machine', 'verified', 'disputed', 'retracted', 'rejected'] },
  'said before': { said_to: '2019-03-31' },
  'said since': { said_from: '2019-03-31' },
  'said in the future': { said_from: '2999-01-01', match: 'overlap' },
  'published before': { published_to: '2019-03-31' },
  'published since': { published_from: '2019-03-31' },
  'published when no article was': { published_from: '2001-01-01', published_to: '2001-12-31' },
  'confidence of no statement': { min_confidence: 1 },
}

/** Yields no filter, each filter alone, and each pair of filters. */
function* combinations(): Generator<readonly [name: string, filters: StatementFilters, position?: Position]> {
  yield ['no filter', {}]
  yield* Object.entries(ALONE)
  const named = Object.entries(values())
  for (const [index, [name, one]] of named.entries()) {
    yield [name, one]
    for (const [other, another] of named.slice(index + 1))
      yield [`${name} + ${other}`, { ...one, ...another }]
  }
}

const counts = new Map<string, Promise<number>>()

/** Counts the statements that match the rarest of the filters. */
async function rarest(filters: StatementFilters): Promise<number> {
  const { said_from, said_to, match, published_from, published_to, ...others } = filters
  const parts: StatementFilters[] = [
    { said_from, said_to, match },
    { published_from, published_to },
    ...Object.entries(others).map(([name, value]) => ({ [name]: value })),
  ]
  const counted = parts.map((part) => {
    const key = JSON.stringify(part)
    if (!counts.has(key)) counts.set(key, count(part))
    return counts.get(key)!
  })
  return Math.min(...(await Promise.all(counted)))
}

async function count(filters: StatementFilters): Promise<number> {
  const where = statementConditions({ vanished: 'include', ...filters })
  const [row] = await rows(
    database.db,
    `SELECT count(*) AS count FROM statements s ${where.where()}`,
    where.parameters,
  )
  return (row as { count: number }).count
}

it.each(STATEMENT_SORTS)(
  'by %s, each pair of filters reads no table to its end, and little more than a page or the rarest filter',
  async (sort) => {
    const tooMuch: unknown[] = []
    const middle = await middleOf(sort)
    for (const [name, filters, position = null] of [
      ...combinations(),
      ...Object.entries(values()).map(([name, filters]) => [`${name}, far`, filters, middle] as const),
    ]) {
      const work = await workOfPage(filters, { limit: LIMIT, sort, position })
      const most = PAGES + 2 * (await rarest(filters))
      const scanned = work.scanned.filter((table) => LARGE.includes(table))
      if (scanned.length > 0 || work.pages > most * (filters.distinct ? WITH_GROUPS : 1))
        tooMuch.push([name, work.pages, most, ...scanned])
    }
    expect(tooMuch).toEqual([])
  },
  120_000,
)

it('compares the few statements of a person with common words, and finds rare words by their index', async () => {
  const [quoted] = await rows(
    database.db,
    `SELECT official_id AS rarely FROM statements WHERE official_id IS NOT NULL
     GROUP BY 1 HAVING count(*) BETWEEN 10 AND 20 ORDER BY 1 LIMIT 1`,
  )
  const { rarely } = quoted as { rarely: string }
  const common = parseSearch('will be ready')
  const of = (q: SearchQuery, filters: StatementFilters) => rowsToCompare(database.db, q, filters)
  expect(await of(common, { official: [rarely] })).toBe('official')
  expect(await of(common, { article: [article] })).toBe('article')
  expect(await of(common, { official: [official] })).toBeUndefined()
  expect(await of(common, {})).toBeUndefined()
  expect(await of(parseSearch('xodaul'), { official: [rarely] })).toBeUndefined()

  const request = { limit: LIMIT, sort: 'relevance', position: null } as const
  const found = async (rowsOf?: 'official') => {
    const filters = { official: [rarely], q: { ...common, rowsOf } }
    const statements = await listStatements(database.db, filters, request)
    return { ids: statements.map(({ item }) => item.id), ...(await workOfPage(filters, request)) }
  }
  const [compared, byIndex] = [await found('official'), await found()]
  expect(compared.ids).toEqual(byIndex.ids)
  expect(compared.pages).toBeLessThan(200)
})

it('uses the index of words to count without the person', async () => {
  const { db, sent } = recording(database.db)
  await countStatementsUpTo(db, { q: { ...parseSearch('xodaul'), rowsOf: 'official' } }, 1000)
  for (const query of sent) expect((await workOf(client, query)).scanned).toEqual([])
})

/** Returns the position of the row in the middle of the list of all statements. */
async function middleOf(sort: StatementSort): Promise<Position> {
  const { expression, descending } = keysetOf(sort)
  const direction = descending ? 'DESC' : 'ASC'
  const [row] = await rows(
    database.db,
    `SELECT (${expression})::text AS value, s.id FROM statements s
     ORDER BY ${expression} ${direction}, s.id ${direction} OFFSET ${STATEMENTS / 2} LIMIT 1`,
  )
  const { value, id } = row as { value: string; id: string }
  return { sort, values: [value], id, direction: 'next' }
}

async function workOfPage(filters: StatementFilters, request: PageRequest) {
  const { db, sent } = recording(database.db)
  await listStatements(db, filters, request)
  const works = []
  for (const query of sent) works.push(await workOf(client, query))
  return {
    scanned: works.flatMap(({ scanned }) => scanned),
    pages: works.reduce((total, { pages }) => total + pages, 0),
  }
}
