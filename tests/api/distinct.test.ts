import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeStatement, read } from '../support/factories.ts'
import { runs } from '../support/runs.ts'
import { groupAll } from '../support/sightings.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const TOWNS = ['Northport', 'Southwick', 'Eastham', 'Westbury', 'Midford', 'Upton', 'Downham', 'Overton']
const PUBLISHERS = ['The Gazette', 'The Courier', 'The Wire'] as const
const STATUSES = ['machine', 'verified', 'rejected'] as const

/** Each town has an utterance, which each article reports with some publisher, type and status. */
const articles = Array.from({ length: 40 }, (_, index) => ({
  made: makeArticle(`Article ${index}`, {
    publisher: PUBLISHERS[(index * 7) % 3]!,
    published: `2026-03-${String(1 + ((index * 11) % 28)).padStart(2, '0')}`,
    sentences: [
      `The council of ${TOWNS[index % 8]} will not sell the old ferry before the new bridge is open ${index % 4 === 0 ? '' : 'again'}`,
    ],
  }),
  status: STATUSES[(index * 5) % 3]!,
}))
const statements = articles.map(({ made, status }, index) =>
  makeStatement(made, 0, { status, confidence: (index % 10) / 10 }),
)

let service: EmptyService
/** The place of each statement in its group, and the first report of the group. */
let places: Map<string, { first_id: string; place: number }>

beforeAll(async () => {
  service = await emptyService()
  const { db } = service.database
  await insertRecords(db, { articles: articles.map(({ made }) => made), statements })
  await groupAll(db)
  const found = await read<{ id: string; first_id: string; place: number }>(
    db,
    'SELECT statement_id AS id, first_id, place FROM sightings',
  )
  places = new Map(found.map(({ id, ...place }) => [id, place]))
})
afterAll(() => service.close())

/** Reads all pages of a list. */
async function idsOf(query: string): Promise<string[]> {
  const ids: string[] = []
  let next: string | null = `/v1/statements?${query}`
  while (next !== null) {
    const answer = await service.app.inject(next)
    expect(answer.statusCode, `${next}: ${answer.body}`).toBe(200)
    const body: { items: { id: string }[]; page: { next: string | null } } = answer.json()
    ids.push(...body.items.map(({ id }) => id))
    next = body.page.next
  }
  return ids
}

/** Keeps the first report of each utterance among statements. */
const firstOnly = (ids: readonly string[]): string[] =>
  ids.filter((id) => {
    const own = places.get(id)
    const isEarlier = (other: string): boolean => {
      const place = places.get(other)
      return own !== undefined && place?.first_id === own.first_id && place.place < own.place
    }
    return !ids.some(isEarlier)
  })

it('the groups have the reports of one town each', () => {
  const counted = statements.filter(({ row }) => row.status !== 'rejected')
  const groups = new Set([...places.values()].map(({ first_id }) => first_id))
  expect([places.size, groups.size]).toEqual([counted.length, TOWNS.length])
})

it('each list shows the first report of each utterance that matches its filters, over all pages', async () => {
  const filter = fc.record(
    {
      publisher: fc.subarray([...PUBLISHERS], { minLength: 1 }),
      status: fc.subarray([...STATUSES], { minLength: 1 }),
      min_confidence: fc.constantFrom('0.3', '0.7', '1'),
      published_from: fc.constantFrom('2026-03-05', '2026-03-20'),
      published_to: fc.constantFrom('2026-03-10', '2026-03-25'),
      q: fc.constantFrom('council', 'northport', '"old ferry"', 'upton OR midford', 'bridge -again'),
    },
    { requiredKeys: [] },
  )
  const sort = fc.constantFrom('-said', 'published', '-published', 'recorded', 'confidence', '-confidence')
  await fc.assert(
    fc.asyncProperty(filter, sort, fc.constantFrom(3, 100), async (filters, by, limit) => {
      if (filters.published_from === '2026-03-20' && filters.published_to === '2026-03-10') return
      const query = new URLSearchParams({ sort: by, limit: String(limit), fields: 'id' })
      for (const [name, value] of Object.entries(filters)) query.set(name, String(value))
      const all = await idsOf(query.toString())
      query.set('distinct', 'utterance')
      expect(await idsOf(query.toString())).toEqual(firstOnly(all))
    }),
    runs(60),
  )
})

it('counts, facets and the explanation of an empty list count utterances', async () => {
  const answer = await service.app.inject(
    '/v1/statements?distinct=utterance&count=exact&facets=publisher&limit=1',
  )
  const { page } = answer.json()
  expect([page.count, page.facets.matches]).toEqual([TOWNS.length, TOWNS.length])
  const ranked = await service.app.inject('/v1/statements?distinct=utterance&q=council&count=exact')
  expect(ranked.json().page.count).toBe(TOWNS.length)
})

it('a cursor of the list with all reports is refused', async () => {
  const first = await service.app.inject('/v1/statements?limit=1&fields=id')
  const cursor = new URL(first.json().page.next, 'http://x').searchParams.get('cursor')
  const answer = await service.app.inject(`/v1/statements?limit=1&distinct=utterance&cursor=${cursor}`)
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
})

it('another value is refused with the known one', async () => {
  const answer = await service.app.inject('/v1/statements?distinct=speaker')
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('utterance')
})

it('every format lists the same, and CSV has a column of reports', async () => {
  const csv = await service.app.inject('/v1/statements?distinct=utterance&format=csv&fields=id,sightings')
  const [head, ...rows] = csv.body.trim().split('\r\n')
  expect(head).toBe('id,sightings')
  expect(rows).toHaveLength(TOWNS.length)
  expect(rows.every((row) => Number(row.split(',')[1]) > 1)).toBe(true)
})
