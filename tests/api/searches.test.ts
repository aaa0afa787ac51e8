import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../../src/core/scopes.ts'
import { createKey, revokeKey } from '../../src/features/access/keys/domain.ts'
import type { SavedSearch } from '../../src/features/searches/schema.ts'
import { idOf, read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Ask, createAsk } from './ask.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, RECORD } from './record.ts'

const MOST = 20

let service: EmptyService
let ask: Ask
let owner: string

beforeAll(async () => {
  service = await emptyService({ ONRECORD_SEARCHES_PER_KEY: String(MOST) })
  await insertRecord(service.database.db)
  owner = (await keyWith(['admin'])).secret
  ask = await createAsk(service.app, owner)
})
afterAll(() => service.close())

const keyWith = (scopes: readonly Scope[] = ['read']) =>
  createKey(service.database.db, { name: `desk ${scopes}`, scopes, expiresAt: null }, NOW)

/** Saves a search. */
async function save(body: object, key?: string): Promise<SavedSearch> {
  const made = await ask('/v1/searches', {
    method: 'POST',
    body: { name: 'Locks', ...body },
    ...(key && { key }),
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}

const create = (body: unknown) => ask('/v1/searches', { method: 'POST', body })

describe('the creation of a saved search', () => {
  it('returns the search, with lists of values and the address of its matches', async () => {
    const filters = {
      official: 'ada-brandt,bo-lindqvist',
      type: ['direct'],
      said_from: '2026',
      min_confidence: 0.5,
    }
    const made = await create({ name: 'Locks', q: 'lock OR "canal is open"', filters })
    expect(made).toMatchObject({
      status: 201,
      headers: { location: made.body.url, etag: '"1"' },
      body: {
        name: 'Locks',
        owner: 'desk admin',
        q: 'lock OR "canal is open"',
        filters: { ...filters, official: ['ada-brandt', 'bo-lindqvist'] },
        matches: `${made.body.url}/matches`,
        version: 1,
      },
    })
    const one = await ask(made.body.url)
    expect([one.body, one.headers['etag']]).toEqual([made.body, '"1"'])
    expect((await ask('/v1/searches?limit=100')).body.items).toContainEqual(made.body)
  })

  it('happens once with one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'save-once' }
    const body = { name: 'Once', q: 'lock' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask('/v1/searches', { method: 'POST', body, headers })),
    )
    const made = answers.filter(({ status }) => status === 201)
    expect(new Set(made.map(({ body: { id } }) => id)).size).toBe(1)
    expect(await read(service.database.db, "SELECT id FROM searches WHERE name = 'Once'")).toHaveLength(1)
  })

  it.each<[what: string, body: object, pointer: string, message: string]>([
    ['no name', { q: 'lock' }, '/name', 'Is required.'],
    ['an empty name', { name: '', q: 'lock' }, '/name', 'Must not be empty.'],
    ['a name of 10 kB', { name: 'x'.repeat(10_000), q: 'lock' }, '/name', 'at most 200 characters'],
    ['NUL in the name', { name: 'a\u0000b', q: 'lock' }, '/name', 'offset 1'],
    ['nothing to find', { name: 'All' }, '/q', 'at least one filter'],
    ['no filter', { name: 'All', filters: {} }, '/q', 'at least one filter'],
    [
      'only a way to compare',
      { name: 'All', q: null, filters: { match: 'overlap' } },
      '/q',
      'at least one filter',
    ],
    ['no word', { name: 'Words', q: '&|!():*<->' }, '/q', 'no word'],
    ['empty words', { name: 'Words', q: '' }, '/q', 'no word'],
    ['only exclusions', { name: 'Words', q: '-india -"pakistan"' }, '/q', 'Excludes words without searching'],
    ['10 kB of operators', { name: 'Words', q: '&|! OR -'.repeat(1250) }, '/q', 'at most 500 characters'],
    ['40 words', { name: 'Words', q: 'a '.repeat(40) }, '/q', 'more than 32'],
    ['NUL in the words', { name: 'Words', q: 'a\u0000b' }, '/q', 'offset 1'],
    ['a number for words', { name: 'Words', q: 5 }, '/q', 'string'],
    ['a list for filters', { name: 'List', filters: [] }, '/filters', 'object'],
    ['words as a filter', { name: 'Words', filters: { q: 'lock' } }, '/filters/q', 'not a field'],
    ...(
      [
        ['offical', 'ada-brandt', 'Did you mean "official"?'],
        ['official', 'ada-brand', 'Did you mean ada-brandt'],
        ['official', 'No Slug', 'Must be an id (a UUID) or a slug'],
        ['official', [5], 'Must be a list of texts.'],
        ['official', { id: 5 }, 'Must be a list of texts.'],
        ['official', Array(60).fill('ada-brandt'), 'at most 50 values'],
        ['article', '12', 'Must be an id'],
        ['article', idOf('none'), 'No article'],
        ['type', 'direkt', 'Did you mean "direct"?'],
        ['match', 'inside', 'not one of'],
        ['said_from', 'soon', 'Must be an EDTF date'],
        ['said_from', 2026, 'string'],
        ['min_confidence', 2, 'from 0 to 1'],
        ['min_confidence', '0.5', 'number'],
        ['publisher', 'The Gazete', 'Did you mean The Gazette?'],
        ['publisher', 'a\u0000b', 'offset 1'],
      ] as const
    ).map(([filter, value, message]): [string, object, string, string] => [
      `${filter}=${JSON.stringify(value).slice(0, 40)}`,
      { name: 'Filter', filters: { [filter]: value } },
      `/filters/${filter}`,
      message,
    ]),
    [
      'a period that ends too early',
      { name: 'Dates', filters: { said_from: '2026', said_to: '2025' } },
      '/filters/said_from',
      'Swap the two dates.',
    ],
  ])('answers an error with a pointer for %s', async (_what, body, pointer, message) => {
    const refused = await create(body)
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_body', errors: [{ pointer }] } })
    expect(refused.body.detail).toContain(message)
  })

  it(`a key has at most ${MOST} searches, also if it saves them at the same time`, async () => {
    const { secret: key } = await keyWith()
    const made = await Promise.all(
      Array.from({ length: MOST + 2 }, () =>
        ask('/v1/searches', { method: 'POST', body: { name: 'Many', q: 'lock' }, key }),
      ),
    )
    expect(made.map(({ status }) => status).sort()).toEqual([...Array(MOST).fill(201), 409, 409])
    expect(made.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'too_many_searches',
      detail:
        'A key may have 20 saved searches. Delete or change a search, or ask the operator for a higher limit.',
    })
    for (let more = 0; more <= MOST; more++) await save({ q: 'lock' })
  })
})

describe('the change of a saved search', () => {
  it('changes the given fields if the version is current', async () => {
    const { url } = await save({ q: 'lock', filters: { type: ['direct'] } })
    const change = { name: 'Canals', filters: { official: ['ada-brandt'] } }
    expect(await ask(url, { method: 'PATCH', body: change })).toMatchObject({ status: 428 })
    const changed = await ask(url, { method: 'PATCH', body: change, version: 1 })
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { ...change, q: 'lock', version: 2 },
    })
    expect(changed.body.filters).toEqual(change.filters)
    expect(await ask(url, { method: 'PATCH', body: {}, version: 1 })).toMatchObject({ status: 412 })
    const emptied = await ask(url, { method: 'PATCH', body: { q: null, filters: {} }, version: 2 })
    expect(emptied).toMatchObject({ status: 422, body: { errors: [{ pointer: '/q' }] } })
  })

  it('succeeds once in concurrent requests with one version', async () => {
    const { url } = await save({ q: 'lock' })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        ask(url, { method: 'PATCH', body: { name: `${index}` }, version: 1 }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)])
  })

  it('a deleted search is not found', async () => {
    const { url } = await save({ q: 'lock' })
    expect((await ask(url, { method: 'DELETE' })).status).toBe(428)
    expect((await ask(url, { method: 'DELETE', version: 1 })).status).toBe(204)
    expect(await ask(url)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect((await ask(`${url}/matches`)).status).toBe(404)
  })
})

/** Every operation on one search. */
const operationsOn = (url: string) =>
  [
    ['GET', url],
    ['GET', `${url}/matches`],
    ['PATCH', url, { name: 'Mine' }],
    ['DELETE', url],
  ] as const

it('the search of another key is not found, and stays as it is', async () => {
  const [{ secret }, { secret: other }] = [await keyWith(), await keyWith()]
  const theirs = await save({ q: 'lock' }, secret)
  for (const [method, url, body] of operationsOn(theirs.url)) {
    const refused = await ask(url, { method, body, version: 1, key: other })
    expect(refused, `${method} ${url}`).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await ask(url, { method, body, version: 1, key: null })).toMatchObject({ status: 401 })
  }
  expect((await ask('/v1/searches', { key: other })).body.items).toEqual([])
  const known = await ask(`${theirs.url}/matches`, { key: secret })
  const guessed = { 'if-none-match': String(known.headers['etag']) }
  expect((await ask(`${theirs.url}/matches`, { key: other, headers: guessed })).status).toBe(404)
  expect((await ask(theirs.url)).body).toEqual(theirs)
})

it.each(['', '/matches'])('an id that is not a UUID is an error: %s', async (path) => {
  for (const id of ['1', "'", '%00', 'a'.repeat(64)])
    expect((await ask(`/v1/searches/${id}${path}`)).status).toBe(400)
})

it('an administrator who changes the search of a revoked key becomes its owner', async () => {
  const { key, secret } = await keyWith()
  const { url } = await save({ q: 'lock' }, secret)
  expect((await ask(url, { method: 'PATCH', body: { name: 'A' }, version: 1 })).body.owner).toBe('desk read')
  await revokeKey(service.database.db, key.id, NOW)
  expect((await ask(url, { method: 'PATCH', body: { name: 'B' }, version: 2 })).body.owner).toBe('desk admin')
})

it('the list is paged', async () => {
  const { secret: key } = await keyWith()
  for (let made = 0; made < 5; made++) await save({ q: 'lock' }, key)
  const all = (await ask('/v1/searches?limit=100', { key })).body.items
  const seen: SavedSearch[] = []
  for (let next = '/v1/searches?limit=2'; next; ) {
    const { items, page } = (await ask(next, { key })).body
    seen.push(...items)
    next = page.next
  }
  expect(all).toHaveLength(5)
  expect(seen).toEqual(all)
})

describe('the matches of a saved search', () => {
  const idsIn = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)

  it.each([
    [{ filters: { official: ['ada-brandt'], type: ['indirect'] } }, 'official=ada-brandt&type=indirect'],
    [{ q: '"lock of the canal" -12' }, 'q=%22lock+of+the+canal%22+-12'],
    [
      { q: 'lock', filters: { organization: ['harbour-board'], min_confidence: 0.2 } },
      'q=lock&organization=harbour-board&min_confidence=0.2',
    ],
    [
      { filters: { publisher: ['The Gazette'], said_to: '2026-02' } },
      'publisher=The+Gazette&said_to=2026-02',
    ],
    [{ filters: { article: [RECORD.undated.row.id] } }, `article=${RECORD.undated.row.id}`],
    [{ filters: { official: ['a-m-brandt'] } }, 'official=a-m-brandt'],
  ])('are the statements that the same parameters find: %j', async (body, parameters) => {
    const { matches } = await save(body)
    const statements = await ask(`/v1/statements?${parameters}&limit=100&sort=-recorded`)
    const { resolved: _resolved, left_out: leftOut, ...page } = statements.body.page
    const found = await ask(`${matches}?limit=100`)
    expect(found.body.items).toEqual(statements.body.items)
    expect(found.body.items.length).toBeGreaterThan(0)
    expect(Object.keys(found.body.page).sort()).toEqual(
      [...Object.keys(page), ...(leftOut ? ['left_out'] : [])].sort(),
    )
    if (leftOut) {
      const { url, ...counts } = found.body.page.left_out
      expect({ ...counts, url: expect.any(String) }).toEqual({ ...leftOut, url: expect.any(String) })
      expect((await ask(url)).body.items.length).toBeGreaterThan(0)
    }
  })

  it('are paged, newest first, and sorted and reduced as asked', async () => {
    const { matches } = await save({ q: 'lock' })
    const all = idsIn((await ask('/v1/statements?q=lock&limit=100&sort=-recorded')).body)
    const seen: string[] = []
    for (let next = `${matches}?limit=7&fields=id`; next; ) {
      const { items, page } = (await ask(next)).body
      expect(Object.keys(items[0])).toEqual(['id'])
      seen.push(...idsIn({ items }))
      next = page.next
    }
    expect(seen).toEqual(all)
    const sorted = await ask(`${matches}?sort=said&limit=100&count=exact`)
    expect(idsIn(sorted.body)).toEqual(idsIn((await ask('/v1/statements?q=lock&sort=said&limit=100')).body))
    expect(sorted.body.page.count).toBe(all.length)
  })

  it('have no filters of their own', async () => {
    const { matches } = await save({ q: 'lock' })
    expect(await ask(`${matches}?official=ada-brandt`)).toMatchObject({
      status: 400,
      body: { code: 'unknown_parameter' },
    })
  })

  it('have facets and an explanation of an empty list whose URLs are lists of statements', async () => {
    const { matches } = await save({ q: 'lock', filters: { publisher: ['The Gazette'] } })
    const { facets } = (await ask(`${matches}?facets=official`)).body.page
    for (const { url, count } of facets.official)
      expect((await ask(`${url}&count=exact`)).body.page.count).toBe(count)
    const empty = await save({ q: 'ferry', filters: { publisher: ['The Gazette'], type: ['direct'] } })
    const nothing = (await ask(empty.matches)).body.page.nothing_found
    const withoutWords = nothing.without.find(({ parameter }: { parameter: string }) => parameter === 'q')
    expect((await ask(`${withoutWords.url}&count=exact`)).body.page.count).toBe(withoutWords.statements)
    expect(withoutWords.statements).toBeGreaterThan(0)
  })

  it('answer 304 until the search changes', async () => {
    const { url, matches } = await save({ q: 'lock' })
    const { etag } = (await ask(matches)).headers
    const headers = { 'if-none-match': String(etag) }
    expect((await ask(matches, { headers })).status).toBe(304)
    await ask(url, { method: 'PATCH', body: { q: '"this leaflet"' }, version: 1 })
    const changed = await ask(matches, { headers })
    expect([changed.status, changed.body.items.length]).toEqual([200, 1])
  })
})
