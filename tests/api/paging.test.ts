import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/database/sql.ts'
import { DATE_SORTS } from '../../src/features/dates/schema.ts'
import { ARTICLE_SORTS } from '../../src/record/articles/schema.ts'
import { OFFICIAL_SORTS } from '../../src/record/officials/schema.ts'
import { ORGANIZATION_SORTS } from '../../src/record/organizations/schema.ts'
import { STATEMENT_SORTS } from '../../src/record/statements/schema.ts'
import {
  analyze,
  insertRecords,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makeStatement,
  read,
} from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const ROWS = 3100
const PER_PAGE = 100
const PER_STEP = 4
const SORTS = STATEMENT_SORTS.length + DATE_SORTS.length
const SENTENCES = ROWS + SORTS * (ROWS / PER_PAGE + 9) * PER_STEP

/** Many rows share each date, time and confidence, because ties are the hard case of pagination. */
const day = (n: number): string =>
  new Date(Date.UTC(2010, 0, 1 + ((n * 7919) % 1500))).toISOString().slice(0, 10)
const moment = (n: number): string => `${day(n)}T00:00:00.${String(n % 7).padStart(3, '0')}Z`

const books = Array.from({ length: 80 }, (_, book) =>
  makeArticle(`Volume ${book}`, {
    published: book % 9 === 0 ? null : day(book % 30),
    sentences: Array.from({ length: Math.ceil(SENTENCES / 80) }, (_, n) => `Sentence ${n}.`),
  }),
)
const statementAt = (n: number) =>
  makeStatement(books[n % 80]!, Math.floor(n / 80), {
    said: n % 11 === 0 ? `../${day(n)}` : n % 13 === 0 ? `${day(n)}/..` : day(n),
    recorded: moment(n),
    confidence: (n % 101) / 101,
  })
const articleAt = (n: number) =>
  makeArticle(`Article ${n}`, { published: n % 9 === 0 ? null : day(n), recorded: moment(n) })
const NAMES = ['Åsa', 'asa', 'Zoë', 'O’Hara', 'van Dyk', 'Ωmega', '李', 'Éva']
const nameAt = (n: number): string => `${NAMES[n % NAMES.length]} ${(n * 31) % 1700} ${n}`

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  const upTo = <T>(make: (n: number) => T): T[] => Array.from({ length: ROWS }, (_, n) => make(n))
  await insertRecords(service.database.db, {
    officials: upTo((n) => makeOfficial(nameAt(n))),
    organizations: upTo((n) => makeOrganization(nameAt(n))),
    articles: [...books, ...upTo(articleAt)],
    statements: upTo(statementAt),
  })
  await analyze(service.database)
})
afterAll(() => service.close())

interface Page {
  readonly items: readonly { readonly id?: string; readonly edtf?: string }[]
  readonly page: Record<'self' | 'first' | 'prev' | 'next', string | null> & { limit: number; count: null }
}

async function pageAt(url: string): Promise<Page> {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}

const keysOf = ({ items }: Page): string[] => items.map(({ id, edtf }) => (id ?? edtf)!)

interface List {
  readonly path: string
  readonly sorts: readonly string[]
  /** Reads the keys of all rows in the order of a sort, with a query of the test. */
  readonly ordered: (sort: string) => string
  /** Inserts rows, and removes some of the first, between two pages. */
  readonly disturb: (step: number) => Promise<unknown>
}

let statements = ROWS
let others = ROWS

const goingFrom = (table: string, step: number): Promise<unknown> =>
  execute(
    service.database.db,
    `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} ORDER BY md5(id::text || $1) LIMIT ${PER_STEP})`,
    [String(step)],
  )

const comingAnd = async (table: 'officials' | 'organizations', step: number): Promise<void> => {
  const names = Array.from({ length: PER_STEP }, () => nameAt(others++))
  await insertRecords(
    service.database.db,
    table === 'officials'
      ? { officials: names.map((name) => makeOfficial(name)) }
      : { organizations: names.map((name) => makeOrganization(name)) },
  )
  await goingFrom(table, step)
}

async function disturbStatements(step: number): Promise<void> {
  const made = Array.from({ length: PER_STEP }, () => statementAt(statements++))
  await insertRecords(service.database.db, { statements: made })
  await goingFrom('statements', step)
}

/** The sort keys of statements. A lower place comes first in both directions. Within a place, the key decides. */
const STATEMENT_KEYS: Record<string, readonly [place: string, key: string]> = {
  said: [
    `CASE WHEN said_latest IS NULL THEN 2 WHEN said_basis = 'publication' THEN 1 ELSE 0 END`,
    'said_latest',
  ],
  published: ['(a.published_latest IS NULL)::int', 'a.published_latest'],
  recorded: ['0', 'recorded_at'],
  confidence: ['0', 'confidence'],
}

/** Returns the columns of an ORDER BY for a sort. A minus sign reverses the key and the id, but not the place. */
function orderOf(sort: string, [place, key]: readonly [string, string], id: string): string {
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC'
  return `ORDER BY ${place} + 0, ${key} ${direction}, ${id} ${direction}`
}

const LISTS: readonly List[] = [
  {
    path: '/v1/statements',
    sorts: STATEMENT_SORTS,
    ordered: (sort) =>
      `SELECT s.id AS key FROM statements s JOIN articles a ON a.id = s.article_id
       ${orderOf(sort, STATEMENT_KEYS[sort.replace('-', '')]!, 's.id')}`,
    disturb: disturbStatements,
  },
  {
    path: '/v1/dates',
    sorts: DATE_SORTS,
    ordered: (sort) =>
      `SELECT said_edtf AS key FROM statements WHERE said_earliest IS NOT NULL GROUP BY said_edtf, said_earliest
       ${orderOf(sort, ['0', 'said_earliest'], 'said_edtf')}`,
    disturb: disturbStatements,
  },
  {
    path: '/v1/officials',
    sorts: OFFICIAL_SORTS,
    ordered: (sort) => `SELECT id AS key FROM officials ${orderOf(sort, ['0', 'name'], 'id')}`,
    disturb: (step) => comingAnd('officials', step),
  },
  {
    path: '/v1/organizations',
    sorts: ORGANIZATION_SORTS,
    ordered: (sort) => `SELECT id AS key FROM organizations ${orderOf(sort, ['0', 'name'], 'id')}`,
    disturb: (step) => comingAnd('organizations', step),
  },
  {
    path: '/v1/articles',
    sorts: ARTICLE_SORTS,
    ordered: (sort) =>
      `SELECT id AS key FROM articles a
       ${orderOf(sort, sort.endsWith('published') ? STATEMENT_KEYS['published']! : ['0', 'created_at'], 'id')}`,
    // Articles are never deleted.
    disturb: () => insertRecords(service.database.db, { articles: [articleAt(others++)] }),
  },
]

async function inOrder({ ordered }: List, sort: string): Promise<string[]> {
  const found = await read<{ key: string }>(service.database.db, ordered(sort))
  return found.map(({ key }) => key)
}

describe.each(LISTS)('$path', (list) => {
  it.each(list.sorts)(
    'by %s shows every row that stays exactly once during concurrent writes',
    async (sort) => {
      const before = await inOrder(list, sort)
      const walked: string[] = []
      let step = 0
      let next: string | null = `${list.path}?sort=${sort}&limit=${PER_PAGE}`
      while (next !== null) {
        const [page]: [Page, unknown] = await Promise.all([pageAt(next), list.disturb(++step)])
        walked.push(...keysOf(page))
        next = page.page.next
      }
      const after = await inOrder(list, sort)
      expect(step).toBeGreaterThan(10)
      const seen = new Set(walked)
      expect(seen.size).toBe(walked.length)
      const staying = new Set(after)
      expect(before.filter((key) => staying.has(key) && !seen.has(key))).toEqual([])
      expect(walked.filter((key) => staying.has(key))).toEqual(after.filter((key) => seen.has(key)))
    },
  )

  it.each(list.sorts)('by %s returns through prev to the pages before, page by page', async (sort) => {
    const forth: Page[] = [await pageAt(`${list.path}?sort=${sort}&limit=7`)]
    while (forth.length < 5) forth.push(await pageAt(forth.at(-1)!.page.next!))
    expect(forth[0]!.page.prev).toBeNull()
    let back = forth.at(-1)!
    for (const expected of forth.slice(0, -1).reverse()) {
      back = await pageAt(back.page.prev!)
      expect(keysOf(back)).toEqual(keysOf(expected))
    }
    expect(back.page.prev).toBeNull()
    expect(keysOf(await pageAt(back.page.next!))).toEqual(keysOf(forth[1]!))
    expect(keysOf(await pageAt(back.page.first!))).toEqual(keysOf(forth[0]!))
  })

  it('has no next on the last page, and a prev that leads back', async () => {
    const sort = list.sorts[0]!
    const keys = await inOrder(list, sort)
    let page = await pageAt(`${list.path}?sort=${sort}&limit=100`)
    const walked = keysOf(page)
    while (page.page.next !== null) {
      page = await pageAt(page.page.next)
      walked.push(...keysOf(page))
    }
    expect(walked).toEqual(keys)
    expect(page.items.length).toBeGreaterThan(0)
    const last = page.items.length
    expect(keysOf(await pageAt(page.page.prev!))).toEqual(walked.slice(-last - 100, -last))
  })
})
