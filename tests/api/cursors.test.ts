import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, READ_URLS } from './record.ts'

let service: EmptyService
let request: ReturnType<typeof supertest>

beforeAll(async () => {
  service = await emptyService()
  await insertRecord(service.database.db)
  request = supertest(service.url)
})
afterAll(() => service.close())

// The feed of changes uses positions instead of cursors.
const LISTS = Object.entries(READ_URLS).filter(([id]) => id.startsWith('list') && id !== 'listChanges')

/** Parses the targets of a Link header (RFC 8288), by relation. */
const linksOf = (header: string): Record<string, string> =>
  Object.fromEntries(
    [...header.matchAll(/<([^>]*)>; rel="(\w+)"/g)].map(([, url, relation]) => [relation!, url!]),
  )

interface Answer {
  readonly items: readonly { readonly id: string }[]
  readonly page: Record<'self' | 'first' | 'prev' | 'next', string | null>
  /** Links of the Link header. */
  readonly links: Record<string, string>
}

async function ask(url: string): Promise<Answer> {
  const { body, headers } = await request.get(url).expect(200)
  return { ...body, links: linksOf(headers['link'] as string) }
}

describe.each(LISTS)('%s', (_id, url) => {
  it('has the same links in its header and its body', async () => {
    let asked: string | null = `${url}?limit=1`
    for (let page = 0; asked !== null && page < 3; page++) {
      const answer: Answer = await ask(asked)
      const { self, first, prev, next } = answer.page
      const inBody = Object.entries({ first, prev, next }).filter(([, link]) => link !== null)
      expect(answer.links).toEqual(Object.fromEntries(inBody))
      expect(new URL(self!, service.url).searchParams).toEqual(new URL(asked, service.url).searchParams)
      asked = next
    }
  })

  it('lowers a limit that is too large, and returns the limit that applied', async () => {
    for (const [asked, used] of [
      ['1', 1],
      ['100', 100],
      ['101', 100],
      ['999999999', 100],
    ] as const) {
      const { body } = await request.get(`${url}?limit=${asked}`).expect(200)
      expect([body.page.limit, body.items.length <= used]).toEqual([used, true])
    }
    expect((await request.get(url).expect(200)).body.page.limit).toBe(20)
    for (const limit of ['0', '-1', '1.5', '1e2', 'all', '']) {
      const { body } = await request.get(`${url}?limit=${limit}`).expect(400)
      expect(body.errors).toMatchObject([{ parameter: 'limit', code: 'invalid_parameter' }])
    }
  })

  it('answers 400 to a cursor that the service did not make', async () => {
    for (const cursor of ['', 'bm90IG91cnM', 'a', '%00', '../..', 'W10', 'x'.repeat(4000)]) {
      const { body } = await request.get(`${url}?cursor=${cursor}`).expect(400)
      expect(body.code).toBe('invalid_cursor')
    }
  })
})

it('a crawler that follows Link finds every item exactly once', async () => {
  const found: string[] = []
  let next: string | undefined = '/v1/statements?limit=5&fields=id&status=machine,retracted,rejected'
  while (next !== undefined) {
    const { items, links }: Answer = await ask(next)
    found.push(...items.map(({ id }) => id))
    next = links['next']
  }
  const kept = await read<{ id: string }>(service.database.db, 'SELECT id FROM statements')
  expect(found.toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
})

describe('a cursor', () => {
  const cursorOf = (link: string): string => new URL(link, service.url).searchParams.get('cursor')!
  const nextOf = async (url: string): Promise<string> =>
    cursorOf((await request.get(url).expect(200)).body.page.next)

  it('is valid only for its list, filters and sort', async () => {
    const cursor = await nextOf('/v1/statements?type=direct&sort=-said&limit=2')
    await request.get(`/v1/statements?sort=-said&type=direct&limit=9&cursor=${cursor}`).expect(200)
    for (const url of [
      '/v1/statements?limit=2',
      '/v1/statements?type=direct&sort=said',
      '/v1/statements?type=direct&sort=-published',
      '/v1/statements?type=indirect',
      '/v1/statements?type=direct&min_confidence=0.1',
      '/v1/articles?limit=2',
      '/v1/dates?type=direct',
      `${READ_URLS['listStatementsOfArticle']}?type=direct`,
    ]) {
      const { body } = await request.get(`${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`).expect(400)
      expect([url, body.code]).toEqual([url, 'invalid_cursor'])
    }
  })

  it('stays valid with other view parameters', async () => {
    const cursor = await nextOf('/v1/statements?limit=2')
    const plain = await request.get(`/v1/statements?limit=3&cursor=${cursor}`).expect(200)
    const view = 'limit=3&count=exact&fields=id&expand=official'
    const other = await request.get(`/v1/statements?${view}&cursor=${cursor}`).expect(200)
    const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)
    expect(ids(other.body)).toEqual(ids(plain.body))
  })

  it('is invalid after a change of any character', async () => {
    const cursor = await nextOf('/v1/statements?limit=2')
    for (let place = 0; place < cursor.length; place++) {
      const letter = cursor[place] === 'A' ? 'B' : 'A'
      const changed = `${cursor.slice(0, place)}${letter}${cursor.slice(place + 1)}`
      const { statusCode, body } = await service.app.inject(`/v1/statements?limit=2&cursor=${changed}`)
      expect([place, statusCode, JSON.parse(body).code]).toEqual([place, 400, 'invalid_cursor'])
    }
  })

  it('does not contain the key, and is invalid with another key', async () => {
    const cursor = await nextOf('/v1/statements?limit=2')
    const other = await emptyService({ ONRECORD_CURSOR_KEY: 'another key entirely' })
    const { statusCode, body } = await other.app.inject(`/v1/statements?limit=2&cursor=${cursor}`)
    await other.close()
    expect([statusCode, JSON.parse(body).code]).toEqual([400, 'invalid_cursor'])
  })
})
