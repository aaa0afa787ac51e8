import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type OnRecordClient, ProblemError } from '../../clients/typescript/src/index.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'

let service: TestService
let origin: string
let client: OnRecordClient
let writer: OnRecordClient

beforeAll(async () => {
  service = await seededService()
  origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  client = createClient({ baseUrl: origin })
  const { secret } = await createKey(
    service.database.db,
    { name: 'desk', scopes: ['ingest', 'review'], expiresAt: null },
    NOW,
  )
  writer = createClient({ baseUrl: `${origin}/`, key: secret })
})
afterAll(() => service.close())

/** Collects the items of a list. */
async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}

describe('a list', () => {
  it('pages by itself to the end, each item once and in order', async () => {
    const whole = (await service.app.inject('/v1/statements?limit=100')).json()
    const ids = (await all(client.statements({ limit: 3 }))).map(({ id }) => id)
    expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id))
    expect(ids.length).toBeGreaterThan(6)
  })

  it('filters by one value and by several', async () => {
    const ofOne = await all(client.statements({ official: 'vedant-patel' }))
    const ofTwo = await all(client.statements({ official: ['vedant-patel', 'matthew-miller'] }))
    expect(ofOne.every(({ speaker }) => speaker.official?.name === 'Vedant Patel')).toBe(true)
    expect(ofTwo.length).toBeGreaterThan(ofOne.length)
  })

  it('keeps its filters on later pages', async () => {
    const types = (await all(client.statements({ type: 'indirect', limit: 1 }))).map(({ type }) => type)
    expect(types.length).toBeGreaterThan(1)
    expect(new Set(types)).toEqual(new Set(['indirect']))
  })

  it('reads no page that the loop does not reach, and starts again at its beginning', async () => {
    const asked: string[] = []
    const counting = createClient({
      baseUrl: origin,
      fetch: (request) => {
        asked.push(request.url)
        return fetch(request)
      },
    })
    const list = counting.statements({ limit: 2 })
    for (let round = 0; round < 2; round++) for await (const _first of list) break
    expect(asked).toEqual(Array(2).fill(`${origin}/v1/statements?limit=2`))
  })

  it('gives whole pages and the first page, with their facts', async () => {
    const list = client.statements({ said_from: '2024-12', limit: 2, count: 'exact' })
    const pages = await all(list.pages())
    expect(pages.length).toBeGreaterThan(0)
    expect((await list.first()).page).toEqual(pages[0]!.page)
    expect(pages[0]!.page.count).toBe(pages.flatMap(({ items }) => items).length)
  })

  it('lists people, organizations, articles, publishers, dates and changes', async () => {
    const lists = [
      client.officials(),
      client.organizations(),
      client.articles(),
      client.dates(),
      client.changes(),
    ]
    for (const list of lists) expect((await all<object>(list)).length).toBeGreaterThan(0)
    expect(await all(client.publishers())).toEqual([])
  })

  it('lists every other path that has pages', async () => {
    const { items } = await client.articles().first()
    const list = client.list('/v1/articles/{id}/snapshots', {}, { path: { id: items[0]!.id } })
    expect(await all(list)).toMatchObject([{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  })

  it('ends with the reason of its signal', async () => {
    const stop = new AbortController()
    const seen: unknown[] = []
    const reading = (async () => {
      for await (const statement of client.statements({ limit: 1 }, { signal: stop.signal })) {
        seen.push(statement)
        if (seen.length === 2) stop.abort(new Error('enough'))
      }
    })()
    await expect(reading).rejects.toThrow('enough')
    expect(seen).toHaveLength(2)
  })

  it('has the type of the named fields with `fields`', async () => {
    const [first] = await all(client.statements({ fields: ['said'], limit: 1 }))
    // @ts-expect-error Only `said` was asked for, so the speaker can be missing.
    expect(() => first!.speaker.name).toThrow()
    expect(first!.said?.edtf).toBeTruthy()
  })
})

describe('changes', () => {
  it('are listed after a position, to the last one', async () => {
    const changes = await all(client.changes({ limit: 5 }))
    expect(changes.map(({ position }) => position)).toEqual(changes.map((_, index) => index + 1))
    const last = changes.at(-1)!.position
    expect(await all(client.changes({ after: last }))).toEqual([])
  })

  it('are followed until the signal aborts', async () => {
    const stop = new AbortController()
    const [last] = (await all(client.changes())).slice(-1)
    const seen: string[] = []
    const following = (async () => {
      const query = { after: last!.position, subject: 'article' as const }
      for await (const { action } of client.changes(query, { follow: true, signal: stop.signal })) {
        seen.push(action)
        stop.abort(new Error('seen'))
      }
    })()
    await writer.ingest({
      text: 'The tram runs again, Bo Lindqvist said on Monday.',
      published: '2026-03-04',
    })
    await expect(following).rejects.toThrow('seen')
    expect(seen).toEqual(['created'])
  })
})

describe('one call', () => {
  it('reads a statement, its article and its text, so that offsets fit', async () => {
    const { items } = await client.statements({ type: 'direct' }).first()
    const statement = await client.statement(items[0]!.id)
    const text = await client.articleText(statement.article.id)
    for (const { start, end, exact } of statement.segments) expect(text.slice(start, end)).toBe(exact)
    expect((await client.article(statement.article.id)).id).toBe(statement.article.id)
  })

  it('follows the redirect of a merged record', async () => {
    const { items } = await client.officials({ limit: 2 }).first()
    const [stays, goes] = items
    await writer.post('/v1/officials/{id}/merge', {
      params: { path: { id: goes!.slug }, header: { 'if-match': `"${goes!.version}"` } },
      body: { into: stays!.slug, reason: 'The same person.' },
    })
    expect((await client.official(goes!.slug)).id).toBe(stays!.id)
  })

  it('writes once with one key, and says what is wrong with a body', async () => {
    const article = { text: 'The bridge is shut, Ada Brandt said on Friday.', published: '2026-03-06' }
    const first = await writer.ingest(article, { idempotencyKey: 'bridge' })
    const second = await writer.ingest(article, { idempotencyKey: 'bridge' })
    expect(second.article.id).toBe(first.article.id)
    const failure = await writer.ingest({ text: '' }).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(ProblemError)
    expect(failure).toMatchObject({ code: 'invalid_body', status: 422, requestId: expect.any(String) })
    expect((failure as ProblemError).errors[0]).toMatchObject({ pointer: '/text' })
  })

  it('gives the codes of refused requests', async () => {
    await expect(client.ingest({ text: 'The ferry runs, Ada Brandt said.' })).rejects.toMatchObject({
      code: 'unauthorized',
    })
    await expect(client.statement('0193c1d2-0000-7000-8000-000000000001')).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(client.statements({ official: 'vedant-pattel' }).first()).rejects.toMatchObject({
      code: 'invalid_parameter',
      errors: [{ parameter: 'official' }],
    })
  })

  it('reads other formats and headers with the client below', async () => {
    const { data, response } = await client.api.GET('/v1/statements', {
      params: { query: { limit: 1 } },
      headers: { accept: 'text/csv' },
      parseAs: 'text',
    })
    expect(data).toMatch(/^id,/)
    expect(response.headers.get('content-type')).toContain('text/csv')
  })
})
