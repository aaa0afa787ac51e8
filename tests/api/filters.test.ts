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
import { insertRecords, makeArticle, makeStatement } from '../support/factories.ts'
import { runs } from '../support/runs.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import {
  type Asked,
  type Bound,
  FACTS,
  inOrder,
  isBackwards,
  leftOut,
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
/** One to three of these things, by id or slug. */
const named = (things: readonly { id: string; slug: string }[]) =>
  fc.uniqueArray(fc.constantFrom(...things.flatMap(({ id, slug }) => [id, id.toUpperCase(), slug])), {
    minLength: 1,
    maxLength: 3,
  })

/** The values of each filter. The type demands an entry for every filter. */
const ARBITRARIES: { readonly [Name in keyof Asked]-?: fc.Arbitrary<NonNullable<Asked[Name]>> } = {
  official: named([...RANDOM_RECORD.officials, ...RANDOM_RECORD.mergedOfficials]),
  organization: named([...RANDOM_RECORD.organizations, ...RANDOM_RECORD.mergedOrganizations]),
  article: fc.subarray(
    RANDOM_RECORD.articles.slice(0, 5).map(({ row }) => row.id),
    { minLength: 1 },
  ),
  publisher: some(['The Gazette', 'gazette', 'blatt KUSTEN', 'MORNING Herald', 'Herald, Morning', 'herald']),
  type: some(STATEMENT_TYPES),
  polarity: some(POLARITIES),
  status: some(STATEMENT_STATUSES),
  attribution: some(ATTRIBUTIONS),
  said_basis: some(SAID_BASES),
  said_from: bound,
  said_to: bound,
  match: fc.constantFrom('within', 'overlap'),
  published_from: bound,
  published_to: bound,
  min_confidence: fc.constantFrom(0, 0.05, 0.5, 0.95, 1),
  q: fc.constantFrom(
    'words',
    '3',
    '"Words 3 of"',
    '3 OR "4 OF"',
    'brandt -harbour',
    'OKAFOR words -"1 of"',
    'secretaire',
    '"of 1" minister',
    '"Ada Brandt" -7',
    'of nowhere',
    'Canal-Trust',
    'harbor -"Harbor Board"',
  ),
}
const asked: fc.Arbitrary<Asked> = fc.record(ARBITRARIES, { requiredKeys: [] })
/** Keeps only some of the filters, because most combinations match nothing. */
const fewAsked = fc
  .tuple(asked, fc.infiniteStream(fc.nat(3)))
  .map(([all, dice]): Asked => Object.fromEntries(Object.entries(all).filter(() => dice.next().value === 0)))

const PAGE = 50

interface Speaker {
  readonly organization: { id: string } | null
  readonly position: { organization: { id: string } | null } | null
}

interface StatementBody {
  readonly items: readonly { readonly speaker: Speaker }[]
  readonly page: { readonly next: string | null }
}

interface Facts {
  readonly count: number
  readonly resolved?: readonly { parameter: string; given: string; slug: string }[]
  readonly left_out?: { undated: number; wider: number; capped: boolean; url: string }
}

async function ask(url: string) {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  const { items, page } = answer.json<{ items: { id: string }[]; page: Facts }>()
  return { ids: items.map(({ id }) => id), page, count: page.count }
}

it('any combination of filters and sort returns the same statements as a filter in JavaScript', async () => {
  let matches = 0
  await fc.assert(
    fc.asyncProperty(fewAsked, fc.constantFrom(...STATEMENT_SORTS), async (filters, sort) => {
      if (isBackwards(filters)) return
      const expected = inOrder(
        FACTS.filter((fact) => passes(fact, filters)),
        sort,
      )
      const view = { sort, limit: String(PAGE), count: 'exact', fields: 'id' }
      const found = await ask(`/v1/statements?${queryOf(filters, view)}`)
      expect(found.count).toBe(expected.length)
      expect(found.ids).toEqual(expected.slice(0, PAGE).map(({ statement }) => statement.id))
      const counts = leftOut(filters)
      expect(found.page.left_out).toEqual(counts && { ...counts, capped: false, url: expect.any(String) })
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
      if (isBackwards(rest)) return
      const expected = inOrder(
        FACTS.filter((fact) => passes(fact, { ...rest, [filter]: [id] })),
        '-said',
      )
      const view = { sort: '-said', limit: String(PAGE), count: 'exact', fields: 'id' }
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
  const [ada, bo] = RANDOM_RECORD.officials
  for (const [name, first, second] of [
    ['type', 'direct', 'mixed'],
    ['official', ada!.slug, bo!.id],
    ['publisher', 'The Gazette', 'Küsten-Blatt'],
  ]) {
    const commas = await ask(`/v1/statements?${name}=${first},${second}&count=exact`)
    const repeated = await ask(`/v1/statements?${name}=${first}&${name}=${second}&count=exact`)
    expect([repeated.ids, repeated.count]).toEqual([commas.ids, commas.count])
  }
})

it('each statement of an organization has it as its organization or in the position of its speaker', async () => {
  for (const { id, slug } of RANDOM_RECORD.organizations) {
    const speakers: Speaker[] = []
    let next: string | null = `/v1/statements?organization=${slug}&limit=100&fields=speaker`
    while (next !== null) {
      const body: StatementBody = (await service.app.inject(next)).json()
      speakers.push(...body.items.map(({ speaker }) => speaker))
      next = body.page.next
    }
    const held = speakers.filter(({ organization }) => organization?.id !== id)
    expect(held.length).toBeGreaterThan(2)
    for (const { position } of held) expect(position?.organization?.id).toBe(id)
  }
})

it('follows a merged person or organization and tells which record it used', async () => {
  const [old, oldest] = RANDOM_RECORD.mergedOfficials
  const [ada] = RANDOM_RECORD.officials
  const [bridge] = RANDOM_RECORD.mergedOrganizations
  const direct = await ask(`/v1/statements?official=${ada!.slug}&count=exact`)
  for (const given of [old!.slug, old!.id, oldest!.slug]) {
    const found = await ask(`/v1/statements?official=${given}&count=exact`)
    expect([found.ids, found.count]).toEqual([direct.ids, direct.count])
    expect(found.page.resolved).toEqual([
      { parameter: 'official', given, id: ada!.id, slug: ada!.slug, name: ada!.name },
    ])
  }
  expect(direct.page).not.toHaveProperty('resolved')
  for (const path of ['/v1/dates', '/v1/officials', '/v1/dates/2024'])
    expect((await ask(`${path}?organization=${bridge!.slug}`)).page.resolved).toMatchObject([
      { parameter: 'organization', given: bridge!.slug, slug: 'ministry-of-bridges' },
    ])
})

it.each([
  ['official=brandt', 'official', 'ada-brandt'],
  ['official=ada-brant', 'official', 'ada-brandt'],
  ['official=ada-brandt,lindquist', 'official', 'bo-lindqvist'],
  ['organization=ministry-of-bridge', 'organization', 'ministry-of-bridges'],
  ['organization=bridges-min', 'organization', 'ministry-of-bridges'],
  ['publisher=gazete', 'publisher', 'GAZETTE'],
  ['publisher=Kusten', 'publisher', 'Küsten-Blatt'],
])(
  'answers 400 and suggests a name when a filter names nothing on record: %s',
  async (query, parameter, name) => {
    const paths = [
      '/v1/statements',
      '/v1/dates',
      '/v1/dates/2024',
      `/v1/articles/${FACTS[0]!.article.id}/statements`,
    ]
    if (parameter === 'organization') paths.push('/v1/officials')
    if (parameter === 'publisher') paths.push('/v1/articles')
    for (const path of paths) {
      const answer = await service.app.inject(`${path}?${query}`)
      expect(answer.statusCode, path).toBe(400)
      expect(answer.json()).toMatchObject({
        code: 'invalid_parameter',
        errors: [{ parameter, message: expect.stringContaining(`Did you mean ${name}`) }],
      })
    }
  },
)

it('names every value that is not on record', async () => {
  const unknown = '0193c1d2-0000-7000-8000-00000000dead'
  const answer = await service.app.inject(
    `/v1/statements?official=nobody-known,${unknown},bo-lindqvist&article=${unknown}&publisher=Nothing`,
  )
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors).toMatchObject([
    { parameter: 'official', message: expect.stringContaining('nobody-known') },
    { parameter: 'official', message: expect.stringContaining(unknown) },
    { parameter: 'article', message: expect.stringContaining(unknown) },
    { parameter: 'publisher', message: expect.stringContaining('GET /v1/publishers') },
  ])
})

it('answers 400 and says to swap the dates when a period ends before it begins', async () => {
  for (const [path, name] of [
    ['/v1/statements', 'said'],
    ['/v1/dates', 'said'],
    ['/v1/officials/ada-brandt/statements', 'published'],
    ['/v1/articles', 'published'],
  ]) {
    const answer = await service.app.inject(`${path}?${name}_from=2025&${name}_to=2024-12`)
    expect(answer.statusCode, path).toBe(400)
    expect(answer.json()).toMatchObject({
      code: 'invalid_parameter',
      detail: `${name}_from is after ${name}_to. Swap the two dates.`,
      errors: [{ parameter: `${name}_from` }],
    })
    await service.app.inject(`${path}?${name}_from=2024-12-15&${name}_to=2024`).then(({ statusCode }) => {
      expect(statusCode).toBe(200)
    })
  }
})

it('links to the list with the statements that it leaves out', async () => {
  const { page } = await ask('/v1/statements?said_from=2024-06&said_to=2024-08&count=exact')
  const { undated, wider, url } = page.left_out!
  expect([undated > 0, wider > 0]).toEqual([true, true])
  expect((await ask(url)).count).toBe(page.count + undated + wider)
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

it('counts at most 1000 statements that it leaves out, and says that it stopped there', async () => {
  const sentences = Array.from({ length: 1002 }, (_, n) => `Sentence ${n}.`)
  const article = makeArticle('A long article', { published: '2024', sentences })
  const statements = sentences.map((_, n) =>
    makeStatement(article, n, { said: n < 1001 ? '../2024' : '2023/2024' }),
  )
  await insertRecords(service.database.db, { articles: [article], statements })
  const { page } = await ask(`/v1/statements?said_from=2024&article=${article.row.id}&count=exact`)
  expect(page).toMatchObject({ count: 0, left_out: { undated: 1000, wider: 1, capped: true } })
  expect((await ask(page.left_out!.url)).count).toBe(1002)
})
