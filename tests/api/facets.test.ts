import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import {
  insertRecords,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makePosition,
  makeStatement,
} from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const ada = makeOfficial('Ada Brandt')
const bo = makeOfficial('Bo Lind')
const board = makeOrganization('Harbour Board')
const council = makeOrganization('Town Council')
const DATES = ['2024-01-05', '2024-01', '2024', '2023-12/2024-02', '../2024-06-01', '2025-03-04']
const STATUSES = ['machine', 'verified', 'disputed', 'retracted', 'machine']

const articles = ['The Gazette', 'Herald, The Daily', null].map((publisher, index) =>
  makeArticle(`Paper ${index}`, {
    publisher,
    published: '2025-04-01',
    sentences: Array.from({ length: 20 }, (_, sentence) => `The ${sentence}. ferry is late.`),
  }),
)
const statements = articles.flatMap((article, paper) =>
  Array.from({ length: 20 }, (_, index) =>
    makeStatement(article, index, {
      official: index % 3 === 0 ? null : index % 3 === 1 ? ada : bo,
      organization: index % 4 === 0 ? board : null,
      said: DATES[(index + paper) % DATES.length]!,
      status: STATUSES[index % STATUSES.length]!,
      type: index % 2 === 0 ? 'direct' : 'indirect',
    }),
  ),
)

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  await insertRecords(service.database.db, {
    officials: [ada, bo],
    organizations: [board, council],
    positions: [
      makePosition({ title: 'clerk', official: ada, organization: council, from: '2022', to: '2026' }),
    ],
    articles,
    statements,
  })
})
afterAll(() => service.close())

interface Value {
  readonly value: string
  readonly id?: string
  readonly name?: string
  readonly count: number
  readonly url: string
}
interface Answer {
  readonly items: readonly unknown[]
  readonly page: {
    readonly count: number
    readonly facets?: Readonly<Record<string, readonly Value[]>> & { matches: number; estimated: boolean }
  }
}

async function get(url: string): Promise<Answer> {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}

const ALL = 'official,organization,publisher,type,status,year,month'
const LISTS = [
  '/v1/statements?',
  '/v1/statements?q=ferry&',
  '/v1/statements?official=ada-brandt&type=direct&limit=3&fields=id&',
  '/v1/statements?organization=town-council&',
  '/v1/statements?said_from=2024-01-03&said_to=2024-03&',
  '/v1/statements?said_from=2024-01-03&said_to=2024-03&match=overlap&',
  '/v1/statements?status=retracted,machine&',
  '/v1/statements?publisher=Herald%2C+The+Daily&min_confidence=0.5&',
  '/v1/officials/ada-brandt/statements?',
  '/v1/organizations/harbour-board/statements?',
  `/v1/articles/${articles[1]!.row.id}/statements?`,
  '/v1/dates/2024?',
  '/v1/dates/2024-01%2F..?',
]

describe('facets', () => {
  it.each(LISTS)('of %s count the statements of the narrowed lists', async (list) => {
    const { page } = await get(`${list}count=exact&facets=${ALL}`)
    const { matches, estimated, ...values } = page.facets!
    expect([matches, estimated]).toEqual([page.count, false])
    expect(Object.keys(values).sort()).toEqual(ALL.split(',').sort())
    const isPrivate = list.includes('retracted')
    for (const [name, found] of Object.entries(values)) {
      for (const { value, count, url } of found) {
        const narrowed = (await get(url)).page.count
        if (isPrivate && !['publisher', 'status'].includes(name)) expect(count).toBeLessThanOrEqual(narrowed)
        else expect([name, value, count]).toEqual([name, value, narrowed])
      }
    }
  })

  it('name people, organizations and publishers, most statements first, and the latest time first', async () => {
    const { facets } = (await get(`/v1/statements?facets=${ALL}`)).page
    expect(facets!['official']!.map(({ value, id, name }) => [value, id, name])).toEqual([
      ['ada-brandt', ada.id, 'Ada Brandt'],
      ['bo-lind', bo.id, 'Bo Lind'],
    ])
    const publishers = facets!['publisher']!.map(({ value }) => value)
    expect(publishers.sort()).toEqual(['Herald, The Daily', 'The Gazette'])
    expect(facets!['organization']!.map(({ value }) => value).sort()).toEqual([
      'harbour-board',
      'town-council',
    ])
    expect(facets!['year']!.map(({ value }) => value)).toEqual(['2025', '2024'])
    expect(facets!['month']!.map(({ value }) => value)).toEqual(['2025-03', '2024-01'])
  })

  it('tell no speaker, words or dates of retracted statements', async () => {
    const { facets } = (await get(`/v1/statements?status=retracted&facets=${ALL}`)).page
    const shown = Object.entries(facets!).filter(([, values]) => Array.isArray(values) && values.length > 0)
    expect(shown.map(([name]) => name).sort()).toEqual(['publisher', 'status'])
  })

  it('are absent unless asked for, empty where nothing matches, and the same on every page', async () => {
    expect((await get('/v1/statements')).page.facets).toBeUndefined()
    const empty = await get('/v1/statements?q=zeppelin&facets=type,organization')
    expect(empty.page.facets).toEqual({ matches: 0, estimated: false, type: [], organization: [] })
    const first = await service.app.inject('/v1/statements?limit=5&facets=type')
    const { page } = first.json<{ page: { next: string; facets: unknown } }>()
    const next = await service.app.inject(page.next.replace('facets=type', 'facets=status,type'))
    expect(next.statusCode).toBe(200)
    expect(next.json<Answer>().page.facets!['type']!.map(({ count }) => count)).toEqual(
      (page.facets as { type: Value[] }).type.map(({ count }) => count),
    )
  })

  it('refuse an unknown name', async () => {
    const answer = await service.app.inject('/v1/statements?facets=publishers')
    expect([answer.statusCode, answer.body]).toEqual([
      400,
      expect.stringContaining('Did you mean \\"publisher\\"?'),
    ])
  })
})

describe('facets of more than 10,000 matches', () => {
  const MANY = 12_000
  let large: EmptyService

  beforeAll(async () => {
    large = await emptyService()
    const [article] = articles
    const [statement] = statements
    await insertRecords(large.database.db, {
      officials: [ada, bo],
      organizations: [board],
      articles: [article!],
      statements: [statement!],
    })
    const owner = await connectOnce(large.database.ownerUrl)
    // Each page of the table holds one statement. So the table has as many pages as a table of 70,000 statements.
    await owner.query('ALTER TABLE statements SET (fillfactor = 10)')
    await owner.query(`
      INSERT INTO statements SELECT (jsonb_populate_record(s, jsonb_build_object(
        'id', gen_random_uuid(), 'text', 'A ferry.', 'type', CASE WHEN n % 4 = 0 THEN 'mixed' ELSE 'direct' END,
        'official_id', CASE WHEN n % 2 = 0 THEN '${ada.id}' ELSE '${bo.id}' END, 'speaker_kind', 'person'))).*
      FROM statements s, generate_series(1, ${MANY}) AS n`)
    await owner.query(`
      INSERT INTO statement_spans SELECT (jsonb_populate_record(e, jsonb_build_object('statement_id', s.id))).*
      FROM statement_spans e, statements s WHERE s.id <> e.statement_id`)
    await owner.end()
  }, 120_000)
  afterAll(() => large.close())

  it('are estimated from a sample, and say so', async () => {
    const answer = await large.app.inject('/v1/statements?facets=official,organization,type')
    const { facets } = answer.json<Answer>().page
    expect(facets!.estimated).toBe(true)
    const within = (count: number, expected: number): boolean => Math.abs(count / expected - 1) < 0.1
    expect(within(facets!.matches, MANY)).toBe(true)
    const counts = Object.fromEntries(facets!['type']!.map(({ value, count }) => [value, count]))
    expect(within(counts['direct']!, MANY * 0.75)).toBe(true)
    expect(within(counts['mixed']!, MANY * 0.25)).toBe(true)
    expect(facets!['organization']!.map(({ value }) => value)).toEqual(['harbour-board'])
    const again = await large.app.inject('/v1/statements?facets=official,organization,type')
    expect(again.json()).toEqual(answer.json())
  })
})
