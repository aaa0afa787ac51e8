import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  ATTRIBUTIONS,
  POLARITIES,
  SAID_BASES,
  STATEMENT_STATUSES,
  STATEMENT_TYPES,
} from '../../src/core/vocabulary.ts'
import { STATEMENT_SORTS } from '../../src/record/statements/schema.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { type Asked, type Bound, FACTS, inOrder, passes, queryOf } from './filter-oracle.ts'
import { insertRandomRecord, RANDOM_RECORD } from './random-record.ts'
import { runs } from './runs.ts'

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  await insertRandomRecord(service.database)
})
afterAll(() => service.close())

/** Dates for filters, each with its first and last day. */
const BOUNDS: readonly Bound[] = [
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-09', '2024-09-01', '2024-09-30'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-09-15', '2024-09-15', '2024-09-15'],
  ['2024-06-30~', '2024-06-30', '2024-06-30'],
  ['2024-21', '2024-03-01', '2024-05-31'],
  ['2024-24', '2024-12-01', '2025-02-28'],
  ['2024-XX', '2024-01-01', '2024-12-31'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['2024-05/2024-07', '2024-05-01', '2024-07-31'],
  ['2024-08-15T23:30:00Z', '2024-08-15', '2024-08-15'],
  ['1999', '1999-01-01', '1999-12-31'],
]
const bound = fc.constantFrom(...BOUNDS)
const some = <Value extends string>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 })
const named = (things: readonly { id: string; slug: string }[]) =>
  fc.constantFrom(...things.flatMap(({ id, slug }) => [id, id.toUpperCase(), slug]), 'nobody-known')

/** The values of each filter: a filter without them does not compile. */
const ARBITRARIES: { readonly [Name in keyof Asked]-?: fc.Arbitrary<NonNullable<Asked[Name]>> } = {
  official: named(RANDOM_RECORD.officials),
  organization: named(RANDOM_RECORD.organizations),
  article: fc.constantFrom(...RANDOM_RECORD.articles.slice(0, 5).map(({ row }) => row.id)),
  publisher: fc.constantFrom('The Gazette', 'Küsten-Blatt', 'the gazette'),
  type: some(STATEMENT_TYPES),
  polarity: some(POLARITIES),
  status: some(STATEMENT_STATUSES),
  attribution: some(ATTRIBUTIONS),
  said_basis: some(SAID_BASES),
  said_from: bound,
  said_to: bound,
  match: fc.constantFrom('overlap', 'within'),
  published_from: bound,
  published_to: bound,
  min_confidence: fc.constantFrom(0, 0.05, 0.5, 0.95, 1),
}
const asked: fc.Arbitrary<Asked> = fc.record(ARBITRARIES, { requiredKeys: [] })
/** Keeps only some of the filters, because most combinations match nothing. */
const fewAsked = fc
  .tuple(asked, fc.infiniteStream(fc.nat(3)))
  .map(([all, dice]): Asked => Object.fromEntries(Object.entries(all).filter(() => dice.next().value === 0)))

const normal = ({ official, organization, ...rest }: Asked): Asked => ({
  ...rest,
  official: official?.toLowerCase(),
  organization: organization?.toLowerCase(),
})

const PAGE = 50

async function ask(url: string) {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  const { items, page } = answer.json<{ items: { id: string }[]; page: { count: number } }>()
  return { ids: items.map(({ id }) => id), count: page.count }
}

it('any combination of filters and sort returns the same statements as a filter in JavaScript', async () => {
  let matches = 0
  await fc.assert(
    fc.asyncProperty(fewAsked, fc.constantFrom(...STATEMENT_SORTS), async (filters, sort) => {
      const expected = inOrder(
        FACTS.filter((fact) => passes(fact, normal(filters))),
        sort,
      )
      const view = { sort, limit: String(PAGE), count: 'exact', fields: 'id' }
      const found = await ask(`/v1/statements?${queryOf(filters, view)}`)
      expect(found.count).toBe(expected.length)
      expect(found.ids).toEqual(expected.slice(0, PAGE).map(({ statement }) => statement.id))
      matches += expected.length > 0 ? 1 : 0
    }),
    runs(250),
  )
  expect(matches).toBeGreaterThan(60)
})

it('the statements of a person, organization or article equal the filtered list of statements', async () => {
  const below = fc.oneof(
    fc.constantFrom(...RANDOM_RECORD.officials).map(({ slug }) => ['officials', 'official', slug] as const),
    fc
      .constantFrom(...RANDOM_RECORD.organizations)
      .map(({ id }) => ['organizations', 'organization', id] as const),
    fc.constantFrom(...RANDOM_RECORD.articles).map(({ row }) => ['articles', 'article', row.id] as const),
  )
  await fc.assert(
    fc.asyncProperty(below, fewAsked, async ([collection, filter, id], filters) => {
      const { [filter]: _own, ...rest } = filters
      const expected = inOrder(
        FACTS.filter((fact) => passes(fact, { ...normal(rest), [filter]: id })),
        '-said',
      )
      const view = { limit: String(PAGE), count: 'exact', fields: 'id' }
      const found = await ask(`/v1/${collection}/${id}/statements?${queryOf(rest, view)}`)
      expect(found.count).toBe(expected.length)
      expect(found.ids).toEqual(expected.slice(0, PAGE).map(({ statement }) => statement.id))
    }),
    runs(80),
  )
})

it('retracted and rejected statements are listed only if the filter names their status', async () => {
  const all = await ask('/v1/statements?count=exact')
  const hidden = await ask('/v1/statements?count=exact&status=retracted,rejected')
  expect(hidden.count).toBeGreaterThan(0)
  expect(all.count + hidden.count).toBe(FACTS.length)
})

it('a list of values can have commas or repeat the parameter', async () => {
  const commas = await ask('/v1/statements?type=direct,mixed&count=exact')
  expect(await ask('/v1/statements?type=direct&type=mixed&count=exact')).toEqual(commas)
})

it('answers 400 to a bound that is open, because it would match everything', async () => {
  const open = ['said_from=../2024', 'said_to=2024/..', 'published_from=../2024', 'published_to=2024/..']
  for (const path of ['/v1/statements', '/v1/dates', '/v1/articles']) {
    for (const query of open.filter((one) => path !== '/v1/articles' || one.startsWith('published'))) {
      const answer = await service.app.inject(`${path}?${query}`)
      expect([path, query, answer.statusCode]).toEqual([path, query, 400])
    }
  }
})
