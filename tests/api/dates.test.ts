import fc from 'fast-check'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATEMENT_TYPES } from '../../src/core/vocabulary.ts'
import { runs } from '../support/runs.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { type Asked, type Bound, FACTS, type Fact, passes, queryOf } from './filter-oracle.ts'
import { insertRandomRecord, RANDOM_RECORD } from './random-record.ts'

let service: EmptyService
let request: ReturnType<typeof supertest>

beforeAll(async () => {
  service = await emptyService()
  await insertRandomRecord(service.database)
  request = supertest(service.url)
})
afterAll(() => service.close())

interface DateItem {
  readonly edtf: string
  readonly url: string
  readonly earliest: string
  readonly latest: string | null
  readonly precision: string
  readonly statements: number
  readonly officials: number
}

async function allDates(query: string) {
  const items: DateItem[] = []
  let uncounted: unknown
  let next: string | null = `/v1/dates?limit=100&${query}`
  while (next !== null) {
    const { body }: { body: { items: DateItem[]; page: { next: string | null }; uncounted: unknown } } =
      await request.get(next).expect(200)
    items.push(...body.items)
    uncounted = body.uncounted
    next = body.page.next
  }
  return { items, uncounted }
}

/** The length of the prefix of a day that is its year, month or day. */
const LENGTHS = { year: 4, month: 7, day: 10 } as const
type Unit = keyof typeof LENGTHS

/** Returns the date under which a fact is counted; null if it is not counted. */
function entryOf({ statement }: Fact, unit: Unit | undefined): string | null {
  const { said_edtf, said_earliest: first, said_latest: last } = statement
  if (first === null) return null
  if (!unit) return said_edtf
  const length = LENGTHS[unit]
  return last !== null && first.slice(0, length) === last.slice(0, length) ? first.slice(0, length) : null
}

function expected(facts: readonly Fact[], unit: Unit | undefined) {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const entry = entryOf(fact, unit)
    if (entry !== null) groups.set(entry, [...(groups.get(entry) ?? []), fact])
  }
  const counts = [...groups].map(([edtf, group]) => ({
    edtf,
    statements: group.length,
    officials: new Set(group.flatMap(({ official }) => official?.id ?? [])).size,
  }))
  const undated = facts.filter(({ statement }) => statement.said_earliest === null).length
  const counted = counts.reduce((sum, { statements }) => sum + statements, 0)
  return { counts, uncounted: { undated, wider: facts.length - undated - counted } }
}

const byEdtf = (a: { edtf: string }, b: { edtf: string }): number => (a.edtf < b.edtf ? -1 : 1)

const filters: fc.Arbitrary<Asked> = fc.record(
  {
    official: fc.constantFrom(...RANDOM_RECORD.officials.map(({ slug }) => [slug])),
    type: fc.subarray([...STATEMENT_TYPES], { minLength: 1 }),
    said_from: fc.constantFrom<Bound>(
      ['2024-06', '2024-06-01', '2024-06-30'],
      ['2023', '2023-01-01', '2023-12-31'],
    ),
    said_to: fc.constantFrom<Bound>(
      ['2024-09', '2024-09-01', '2024-09-30'],
      ['2025', '2025-01-01', '2025-12-31'],
    ),
    match: fc.constantFrom('overlap', 'within'),
    min_confidence: fc.constantFrom(0.5, 0.9),
  },
  { requiredKeys: [] },
)

describe.each([undefined, 'year', 'month', 'day'] as const)('dates by %s', (unit) => {
  it('count every statement that matches the filters once, and return the number of uncounted statements', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom('said', '-said'), async (asked, sort) => {
        const { counts, uncounted } = expected(
          FACTS.filter((fact) => passes(fact, asked)),
          unit,
        )
        const query = queryOf(asked, { sort, ...(unit && { granularity: unit }) })
        const found = await allDates(query)
        const shown = found.items.map(({ edtf, statements, officials }) => ({ edtf, statements, officials }))
        expect(shown.toSorted(byEdtf)).toEqual(counts.toSorted(byEdtf))
        expect(found.uncounted).toEqual(uncounted)
        const firsts = found.items.map(({ earliest }) => earliest)
        expect(firsts).toEqual(sort === 'said' ? firsts.toSorted() : firsts.toSorted().reverse())
      }),
      runs(unit ? 12 : 6),
    )
  })

  it('link to their statements, with the bounds of the list', async () => {
    const { items } = await allDates(unit ? `granularity=${unit}` : '')
    for (const { url, edtf, earliest, latest, precision, statements } of items.slice(0, 12)) {
      const { body } = await request.get(url).expect(200)
      expect(body).toMatchObject({ edtf, earliest, latest, precision })
      expect(body.statements.within).toBeGreaterThanOrEqual(latest === null ? 0 : statements)
      expect(body.items.length > 0).toBe(body.statements.within > 0)
    }
  })
})

/** The date as written in a path, and its first and last day. */
const ASKED_DATES: readonly Bound[] = [
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-09', '2024-09-01', '2024-09-30'],
  ['2024-09-05', '2024-09-05', '2024-09-05'],
  ['2024-02-29', '2024-02-29', '2024-02-29'],
  ['2024-08%2F2024-10', '2024-08-01', '2024-10-31'],
  ['2024-08%2f..', '2024-08-01', null],
  ['..%2F2024-03', null, '2024-03-31'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['2024-23', '2024-09-01', '2024-11-30'],
  ['2024-09%3F', '2024-09-01', '2024-09-30'],
]

describe.each(ASKED_DATES)('the date %s', (edtf, first, last) => {
  it('has its bounds, the statements certainly made on it, and the statements possibly made on it', async () => {
    const { body } = await request.get(`/v1/dates/${edtf}?count=exact&limit=100`).expect(200)
    const bounds: Pick<Asked, 'said_from' | 'said_to'> = {
      said_from: ['', first, null],
      said_to: ['', null, last],
    }
    const overlapping = FACTS.filter((fact) => passes(fact, { ...bounds, match: 'overlap' }))
    const within = FACTS.filter((fact) => passes(fact, bounds))
    expect(body).toMatchObject({
      edtf: decodeURIComponent(edtf),
      earliest: first,
      latest: last,
      statements: { overlapping: overlapping.length, within: within.length },
      page: { count: within.length },
    })
    const { left_out: left } = body.page
    expect(left.undated + left.wider).toBe(overlapping.length - within.length)
    const possible = await request.get(left.url).expect(200)
    expect(possible.body.page.count).toBe(overlapping.length)
    expect(possible.body.statements).toEqual(body.statements)
    expect(possible.body.page).not.toHaveProperty('left_out')
  })
})

describe('a malformed date', () => {
  it.each([
    '2024-13',
    '2024-02-30',
    '2023-02-29',
    '24',
    '20240905',
    '2024-9',
    'yesterday',
    '2025%2F2024',
    '2024-08%2F2024-09%2F2024-10',
    '-',
    '2024%20',
    '%CA%BC2024',
  ])('gets 400 and an example of a valid date: %s', async (edtf) => {
    const { status, body } = await request.get(`/v1/dates/${edtf}`)
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ parameter: 'edtf', message: expect.stringContaining('2024-09') }])
  })

  it('answers 404 and a hint to an interval whose slash is not escaped', async () => {
    const { body } = await request.get('/v1/dates/2024-08/2024-10').expect(404)
    expect(body.code).toBe('not_found')
  })

  it('answers 400 to an unknown granularity', async () => {
    const { body } = await request.get('/v1/dates?granularity=mnth').expect(400)
    expect(body.errors[0].message).toContain('Did you mean "month"?')
  })
})
