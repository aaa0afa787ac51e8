import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Timeline } from '../../src/features/timelines/schema.ts'
import { runs } from '../support/runs.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { type Asked, type Bound, FACTS, inOrder, passes, queryOf } from './filter-oracle.ts'
import { insertRandomRecord, RANDOM_RECORD } from './random-record.ts'

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  await insertRandomRecord(service.database)
})
afterAll(() => service.close())

interface Side {
  readonly id?: string
  readonly slug?: string
  readonly name: string
  readonly timeline: Timeline
  readonly items: readonly { id: string; text?: string; highlights?: readonly unknown[] }[]
  readonly url: string
  readonly next: string | null
}

async function compare(query: string): Promise<readonly Side[]> {
  const answer = await service.app.inject(`/v1/compare?${query}`)
  expect(answer.statusCode, `${query}: ${answer.body}`).toBe(200)
  return answer.json().sides
}

/** Follows a list of statements to its end and returns the ids. */
async function idsFrom(url: string | null): Promise<string[]> {
  if (url === null) return []
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  const { items, page } = answer.json<{ items: { id: string }[]; page: { next: string | null } }>()
  return [...items.map(({ id }) => id), ...(await idsFrom(page.next))]
}

const filters: fc.Arbitrary<Asked> = fc.record(
  {
    type: fc.constantFrom(['direct'], ['mixed', 'indirect']),
    said_from: fc.constantFrom<Bound>(['2024-03', '2024-03-01', '2024-03-31']),
    said_to: fc.constantFrom<Bound>(['2024-10', '2024-10-01', '2024-10-31']),
    match: fc.constantFrom('overlap', 'within'),
    q: fc.constantFrom('words', '"of 1" OR 7', 'words -3'),
  },
  { requiredKeys: [] },
)

const some = (slugs: readonly string[]) => fc.shuffledSubarray([...slugs], { minLength: 2 })
const sides = fc.oneof(
  some(RANDOM_RECORD.officials.map(({ slug }) => slug)).map(
    (names) => ['officials', 'official', names] as const,
  ),
  some(RANDOM_RECORD.organizations.map(({ slug }) => slug)).map(
    (names) => ['organizations', 'organization', names] as const,
  ),
  some(['The Gazette', 'The Herald', 'Herald, Morning', 'Küsten-Blatt']).map(
    (names) => ['publishers', 'publisher', names] as const,
  ),
)

describe('a comparison', () => {
  it('has the statements and the timeline of each side, with the same periods', async () => {
    await fc.assert(
      fc.asyncProperty(
        sides,
        filters,
        fc.constantFrom('said', '-said'),
        async ([parameter, filter, names], asked, sort) => {
          const query = new URLSearchParams(queryOf(asked, { by: 'year', sort, limit: '30', fields: 'id' }))
          for (const name of names) query.append(parameter, name)
          const found = await compare(query.toString())
          expect(found).toHaveLength(names.length)
          for (const [index, { items, next, url, timeline }] of found.entries()) {
            const expected = inOrder(
              FACTS.filter((fact) => passes(fact, { ...asked, [filter]: [names[index]!] })),
              sort,
            ).map(({ statement }) => statement.id)
            expect(items.map(({ id }) => id)).toEqual(expected.slice(0, 30))
            expect(await idsFrom(url)).toEqual(expected)
            expect([...items.map(({ id }) => id), ...(await idsFrom(next))]).toEqual(expected)
            expect(timeline.matches).toBe(expected.length)
            expect(timeline.periods.map(({ edtf }) => edtf)).toEqual(
              found[0]!.timeline.periods.map(({ edtf }) => edtf),
            )
            for (const { url: narrowed, statements } of timeline.periods.slice(0, 2))
              expect([narrowed, (await idsFrom(narrowed)).length]).toEqual([narrowed, statements])
          }
        },
      ),
      runs(12),
    )
  })

  it('has the counts of the timeline of each person, for the same time', async () => {
    const time = 'by=month&said_from=2024-01&said_to=2024-12'
    const found = await compare(`officials=ada-brandt,bo-lindqvist&${time}`)
    for (const { slug, timeline } of found) {
      const alone = await service.app.inject(`/v1/officials/${slug}/timeline?${time}`)
      const { left_out: left, ...expected } = alone.json<Timeline>()
      const { left_out: leftHere, periods, ...here } = timeline
      const sorted = expected.periods.map((period) => ({ ...period, url: `${period.url}&sort=said` }))
      expect({ ...here, periods }).toEqual({ ...expected, periods: sorted })
      expect(leftHere).toEqual({ ...left, url: expect.stringContaining('/v1/compare?') })
    }
  })

  it('names the sides, and highlights the found words', async () => {
    const [ada, bo] = await compare('officials=ada-brandt,bo-lindqvist&q=words&limit=2')
    expect([ada!.name, ada!.slug, bo!.name]).toEqual(['Ada Brandt', 'ada-brandt', 'Bo Lindqvist'])
    expect(ada!.items).toHaveLength(2)
    for (const { text, highlights } of [...ada!.items, ...bo!.items]) {
      expect(text).toMatch(/^Words/)
      expect(highlights).toContainEqual({ start: 0, end: 5 })
    }
    const [herald] = await compare('publishers=MORNING herald&publishers=gazette&limit=1')
    expect([herald!.name, herald!.id, herald!.url]).toEqual([
      'Herald, Morning',
      undefined,
      '/v1/statements?limit=1&publisher=Herald%2C+Morning&sort=said',
    ])
  })

  it('divides the statements of a publisher by those of the same publisher', async () => {
    const found = await compare('publishers=The Gazette,The Herald&q="of 1"&by=year')
    for (const { timeline } of found) {
      const publisher = timeline.periods[0]!.url.match(/publisher=([^&]*)/)![1]!
      for (const { edtf, recorded } of timeline.periods.slice(0, 3)) {
        const all = await idsFrom(
          `/v1/statements?publisher=${publisher}&said_from=${edtf}&said_to=${edtf}&fields=id&limit=100`,
        )
        expect(recorded).toBe(all.length)
      }
    }
  })

  it('follows merged records, and says so', async () => {
    const [ada] = await compare('officials=a-m-brandt,bo-lindqvist')
    expect([ada!.slug, ada!.timeline.resolved]).toEqual([
      'ada-brandt',
      [expect.objectContaining({ given: 'a-m-brandt', slug: 'ada-brandt' })],
    ])
  })

  it.each([
    ['', 'Name what to compare'],
    ['officials=ada-brandt', 'Names only ada-brandt. Name 2 to 4'],
    ['officials=ada-brandt,ada-brandt', 'Names only ada-brandt'],
    ['officials=ada-brandt,bo-lindqvist,cyd-okafor,dee-marlowe,a-m-brandt', 'Names 5. Name 2 to 4.'],
    [
      'officials=ada-brandt,a-m-brandt',
      'ada-brandt and a-m-brandt are the same person, Ada Brandt. Name another one.',
    ],
    ['publishers=The Gazette&publishers=GAZETTE', 'The Gazette and GAZETTE are the same publisher'],
    ['officials=ada-brandt,bo-lindquist', 'Did you mean bo-lindqvist?'],
    ['organizations=harbour-board,canal-trusd', 'Did you mean canal-trust?'],
    ['publishers=The Gazette,The Heralt', 'Did you mean'],
    ['officials=ada-brandt,bo-lindqvist&publishers=The Gazette,The Herald', 'Compares one kind at a time'],
    ['officials=ada-brandt,bo-lindqvist&organizations=a,b&publishers=c,d', 'Compares one kind at a time'],
    ['officials=ada-brandt,bo-lindqvist&official=cyd-okafor', 'Leave out official'],
    ['officials=ada-brandt,bo-lindqvist&publisher=Nothing', 'No publisher is called'],
    ['officials=ada-brandt,bo-lindqvist&sort=relevance', 'is not one of'],
    ['officials=ada-brandt,bo-lindqvist&cursor=x', 'cursor'],
    ['officials=ada-brandt,bo-lindqvist&q=-words', 'Excludes words'],
    ['officials=ada-brandt,bo-lindqvist&said_from=2025&said_to=2024', 'Swap the two dates'],
    ['officials=%00,%01', 'Must be an id'],
    ['officials=,', 'Must be an id'],
  ])('of %s answers 400 and says what to do', async (query, message) => {
    const answer = await service.app.inject(`/v1/compare?${query}`)
    expect([answer.statusCode, answer.json().detail]).toEqual([400, expect.stringContaining(message)])
    const [fault] = answer.json().errors
    expect(Object.keys(fault)).toContain('parameter')
  })

  it('names every unknown person with the parameter of the comparison', async () => {
    const answer = await service.app.inject('/v1/compare?officials=nobody,no-one,ada-brandt')
    expect(answer.json().errors).toMatchObject([
      { parameter: 'officials', message: expect.stringContaining('nobody') },
      { parameter: 'officials', message: expect.stringContaining('no-one') },
    ])
  })
})
