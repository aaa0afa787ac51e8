import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATEMENT_STATUSES, STATEMENT_TYPES } from '../../src/core/vocabulary.ts'
import type { Timeline } from '../../src/features/timelines/schema.ts'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { runs } from '../support/runs.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import {
  type Asked,
  type Bound,
  FACTS,
  type Fact,
  isBackwards,
  isPublisher,
  passes,
  queryOf,
} from './filter-oracle.ts'
import { insertRandomRecord, RANDOM_RECORD } from './random-record.ts'

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  await insertRandomRecord(service.database)
})
afterAll(() => service.close())

async function get(url: string): Promise<Timeline> {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}

const LENGTHS = { year: 4, month: 7 } as const
type Unit = keyof typeof LENGTHS

/** Returns the period that contains both days; null if there is none. */
const periodOf = (first: string | null, last: string | null, unit: Unit): string | null => {
  const length = LENGTHS[unit]
  return first !== null && last !== null && first.slice(0, length) === last.slice(0, length)
    ? first.slice(0, length)
    : null
}

/** Returns the period in which a statement is counted. It must also lie in the period of the filters. */
const saidIn = (
  { statement: { said_earliest: first, said_latest: last } }: Fact,
  asked: Asked,
  unit: Unit,
) => {
  const from = asked.said_from?.[1]
  const to = asked.said_to?.[2]
  const isOutside = (from && first !== null && first < from) || (to && last !== null && last > to)
  return isOutside ? null : periodOf(first, last, unit)
}

function countsOf(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const hasWords = ({ statement }: Fact): boolean => statement.status !== 'retracted'

const filters: fc.Arbitrary<Asked> = fc.record(
  {
    type: fc.subarray([...STATEMENT_TYPES], { minLength: 1 }),
    status: fc.subarray([...STATEMENT_STATUSES], { minLength: 1 }),
    publisher: fc.constantFrom(['The Gazette'], ['The Herald', 'Küsten-Blatt']),
    said_from: fc.constantFrom<Bound>(
      ['2024-06-10', '2024-06-10', '2024-06-10'],
      ['2023', '2023-01-01', '2023-12-31'],
    ),
    said_to: fc.constantFrom<Bound>(
      ['2024-09', '2024-09-01', '2024-09-30'],
      ['2025', '2025-01-01', '2025-12-31'],
    ),
    match: fc.constantFrom('overlap', 'within'),
    published_from: fc.constantFrom<Bound>(['2024-02', '2024-02-01', '2024-02-29']),
    min_confidence: fc.constantFrom(0.5, 0.9),
    q: fc.constantFrom('words', '"of 1"', 'words -3'),
  },
  { requiredKeys: [] },
)
const subjects = fc.constantFrom(
  ...RANDOM_RECORD.officials.map(({ slug }) => ({ official: [slug] }) as const),
  ...RANDOM_RECORD.organizations.map(({ slug }) => ({ organization: [slug] }) as const),
)

describe('a timeline', () => {
  it.each(['year', 'month'] as const)(
    'by %s counts each match once, beside all recorded statements of the same period',
    async (unit) => {
      await fc.assert(
        fc.asyncProperty(subjects, filters, async (subject, others) => {
          if (isBackwards(others)) return
          const asked: Asked = { ...others, ...subject }
          const [records, [slug]] =
            'official' in subject ? ['officials', subject.official] : ['organizations', subject.organization]
          const url = `/v1/${records}/${slug}/timeline?${queryOf(others, { by: unit })}`
          const timeline = await get(url)
          const matches = FACTS.filter((fact) => passes(fact, asked) && hasWords(fact))
          const said = countsOf(matches.map((fact) => saidIn(fact, asked, unit)))
          const undated = matches.filter(({ statement }) => statement.said_earliest === null).length
          const counted = [...said.values()].reduce((sum, count) => sum + count, 0)
          expect(timeline).toMatchObject({
            by: unit,
            matches: matches.length,
            statements: counted,
            estimated: { statements: false, recorded: false },
            uncounted: { undated, wider: matches.length - undated - counted },
          })
          const shown = new Map(timeline.periods.map(({ edtf, statements }) => [edtf, statements]))
          for (const [period, count] of said) expect([period, shown.get(period)]).toEqual([period, count])

          const coverage = {
            status: asked.status,
            publisher: asked.publisher,
            published_from: asked.published_from,
          }
          const recorded = countsOf(
            FACTS.filter((fact) => passes(fact, coverage) && hasWords(fact)).map((fact) =>
              saidIn(fact, asked, unit),
            ),
          )
          const from = asked.published_from?.[1] ?? ''
          const articles = countsOf(
            RANDOM_RECORD.articles
              .filter(
                ({ row }) =>
                  isPublisher(row.publisher, asked.publisher) && (row.published_latest ?? '9999') >= from,
              )
              .map(({ row }) => periodOf(row.published_earliest, row.published_latest, unit)),
          )
          for (const period of timeline.periods) {
            const { edtf, statements } = period
            const all = recorded.get(edtf) ?? 0
            expect(period.share).toBe(all === 0 ? null : Math.round((statements / all) * 1e6) / 1e6)
            expect([edtf, period.recorded, period.articles]).toEqual([edtf, all, articles.get(edtf) ?? 0])
            expect(period.coverage === 'none').toBe(period.articles === 0)
          }
        }),
        runs(25),
      )
    },
  )

  it('lists every period from the first to the last, also those without statements', async () => {
    const { periods, first, latest } = await get('/v1/officials/ada-brandt/timeline?by=month')
    const expected = periods.map((_, index) => {
      const month = Number(periods[0]!.edtf.slice(5)) - 1 + index
      const year = Number(periods[0]!.edtf.slice(0, 4)) + Math.floor(month / 12)
      return `${year}-${String((month % 12) + 1).padStart(2, '0')}`
    })
    expect(periods.map(({ edtf }) => edtf)).toEqual(expected)
    expect([periods[0]!.statements > 0, periods.at(-1)!.statements > 0]).toEqual([true, true])
    expect([first, latest]).not.toContain(null)
  })

  it('links each period to its statements', async () => {
    const { periods } = await get(
      '/v1/organizations/harbour-board/timeline?by=year&type=direct&said_from=2023-06',
    )
    for (const { url, statements } of periods) {
      const { page } = (await service.app.inject(`${url}&count=exact`)).json()
      expect([url, page.count]).toEqual([url, statements])
      expect(url).toContain('organization=harbour-board')
    }
  })

  it('has the first and the latest statement that it counts', async () => {
    const { first, latest } = await get('/v1/officials/ada-brandt/timeline')
    const counted = FACTS.filter(
      (fact) => passes(fact, { official: ['ada-brandt'] }) && saidIn(fact, {}, 'year') !== null,
    ).map(({ statement }) => statement)
    expect(first!.said.latest).toBe(counted.map(({ said_latest }) => said_latest!).sort()[0])
    expect(latest!.said.latest).toBe(
      counted
        .map(({ said_latest }) => said_latest!)
        .sort()
        .at(-1),
    )
    expect((await service.app.inject(first!.url)).json().said).toMatchObject({ edtf: first!.said.edtf })
  })

  it('says which statements a period leaves out, and how to see them', async () => {
    const url = '/v1/officials/bo-lindqvist/timeline?by=month&said_from=2024-03&said_to=2024-05'
    const timeline = await get(url)
    expect(timeline.periods.map(({ edtf }) => edtf)).toEqual(['2024-03', '2024-04', '2024-05'])
    expect(timeline.uncounted.undated).toBe(0)
    const { undated, wider, url: overlapping } = timeline.left_out!
    const { uncounted, statements } = await get(overlapping)
    const leftOut = undated + wider + timeline.uncounted.wider
    expect([uncounted.undated + uncounted.wider, leftOut > 0]).toEqual([leftOut, true])
    expect(statements).toBe(timeline.statements)
  })

  it('without a match has the periods of the filters, and says what the record covers', async () => {
    const timeline = await get(
      '/v1/officials/ada-brandt/timeline?q=zeppelin&said_from=2024&said_to=2024&by=month',
    )
    expect(timeline.periods).toHaveLength(12)
    expect(timeline).toMatchObject({ matches: 0, statements: 0, first: null, latest: null })
    expect(timeline.nothing_found!.without.map(({ parameter }) => parameter)).toContain('q')
    for (const { url } of timeline.nothing_found!.without)
      expect((await service.app.inject(url)).statusCode).toBe(200)
    expect((await get('/v1/officials/ada-brandt/timeline?q=zeppelin')).periods).toEqual([])
  })

  it('of a merged record is that of the other', async () => {
    for (const [from, to] of [
      ['/v1/officials/a-m-brandt', '/v1/officials/ada-brandt'],
      ['/v1/organizations/the-bridge-ministry', '/v1/organizations/ministry-of-bridges'],
    ]) {
      const answer = await service.app.inject(`${from}/timeline?by=year&q=words`)
      expect([answer.statusCode, answer.headers.location]).toEqual([301, `${to}/timeline?by=year&q=words`])
    }
  })

  it.each([
    ['/v1/officials/nobody-known/timeline', 404, 'nobody-known'],
    ['/v1/officials/ada-brandt/timeline?by=months', 400, 'Did you mean \\"month\\"?'],
    ['/v1/officials/ada-brandt/timeline?limit=3', 400, 'limit'],
    ['/v1/officials/ada-brandt/timeline?official=bo-lindqvist', 400, 'official'],
    ['/v1/officials/ada-brandt/timeline?said_from=1900&by=month', 400, 'Send by=year, or shorten the period'],
    ['/v1/officials/ada-brandt/timeline?said_from=0001&said_to=9999', 400, '9999 years, more than 600'],
    ['/v1/officials/ada-brandt/timeline?q=-words', 400, 'Excludes words'],
    ['/v1/officials/%00/timeline', 400, ''],
  ])('%s answers %s and says what to do', async (url, status, message) => {
    const answer = await service.app.inject(url)
    expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(message)])
  })
})

describe('the coverage of a period', () => {
  const speaker = makeOfficial('Dora Quay')
  const PUBLISHED = [
    ...Array<string>(20).fill('2024-01-05'),
    '2024-03-05',
    ...Array<string>(20).fill('2024-04-05'),
  ]
  let sparse: EmptyService

  beforeAll(async () => {
    sparse = await emptyService()
    const articles = PUBLISHED.map((published, index) =>
      makeArticle(`Paper ${index}`, { published, sentences: ['A ferry.'] }),
    )
    const statements = articles.map((article, index) =>
      makeStatement(article, 0, { official: index % 10 === 0 ? speaker : null, said: PUBLISHED[index]! }),
    )
    await insertRecords(sparse.database.db, { officials: [speaker], articles, statements })
  })
  afterAll(() => sparse.close())

  it('is none without articles, and few with less than a tenth of the middle period', async () => {
    const answer = await sparse.app.inject('/v1/officials/dora-quay/timeline?by=month')
    const { periods } = answer.json<Timeline>()
    expect(
      periods.map(({ edtf, statements, recorded, share, articles, coverage }) => [
        edtf,
        statements,
        recorded,
        share,
        articles,
        coverage,
      ]),
    ).toEqual([
      ['2024-01', 2, 20, 0.1, 20, 'usual'],
      ['2024-02', 0, 0, null, 0, 'none'],
      ['2024-03', 1, 1, 1, 1, 'few'],
      ['2024-04', 2, 20, 0.1, 20, 'usual'],
    ])
  })
})
