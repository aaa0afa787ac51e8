import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NothingFound } from '../../src/features/statements/formats/schema.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { insertRecord, RECORD } from './record.ts'

let service: EmptyService

beforeAll(async () => {
  service = await emptyService()
  await insertRecord(service.database.db)
})
afterAll(() => service.close())

interface Answer {
  readonly items: readonly unknown[]
  readonly page: { readonly count: number; readonly nothing_found?: NothingFound }
}

async function get(url: string): Promise<Answer> {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}

describe('a list whose filters find nothing', () => {
  it.each([
    ['/v1/statements?q=zeppelin&official=ada-brandt', ['official', 'q']],
    ['/v1/statements?q=zeppelin&sort=relevance', ['q']],
    ['/v1/statements?type=mixed&polarity=denied&min_confidence=0.9', ['min_confidence', 'polarity', 'type']],
    ['/v1/statements?status=rejected&organization=harbour-board', ['organization', 'status']],
    ['/v1/statements?publisher=The+Gazette&published_to=2026-01', ['published_to', 'publisher']],
    ['/v1/statements?said_from=1999&said_to=2001&attribution=named', ['attribution', 'said_from', 'said_to']],
    ['/v1/statements?vanished=only&said_basis=stated', ['said_basis', 'vanished']],
    ['/v1/officials/ada-brandt/statements?q=zeppelin', ['official', 'q']],
    ['/v1/organizations/harbour-board/statements?type=mixed', ['organization', 'type']],
    [`/v1/articles/${RECORD.undated.row.id}/statements?type=indirect`, ['article', 'type']],
    ['/v1/dates/2019?type=direct', ['said_from', 'said_to', 'type']],
  ])('%s shows the counts without each filter', async (url, names) => {
    const { items, page } = await get(`${url}&limit=7`)
    expect(items).toEqual([])
    const { without, covers, note } = page.nothing_found!
    expect(without.map(({ parameter }) => parameter).sort()).toEqual(names)
    expect(covers).toEqual({
      articles: 2,
      publishers: 1,
      first_published: '2026-03-04',
      last_published: '2026-03-04',
    })
    expect(note).toContain('does not prove that no one')
    for (const { statements, capped, url: other } of without) {
      expect([statements, capped]).toEqual([(await get(`${other}&count=exact`)).page.count, false])
      expect(other).toContain('limit=7')
    }
  })

  it.each(['/v1/statements', '/v1/statements?type=direct'])(
    'is the only list with an explanation: %s',
    async (url) => {
      expect((await get(url)).page.nothing_found).toBeUndefined()
    },
  )
})

it('an empty record explains nothing without filters, and says with filters that it has no article', async () => {
  const empty = await emptyService()
  const page = async (url: string) => (await empty.app.inject(url)).json<Answer>().page
  expect((await page('/v1/statements')).nothing_found).toBeUndefined()
  expect((await page('/v1/statements?q=ferry')).nothing_found!.covers).toEqual({
    articles: 0,
    publishers: 0,
    first_published: null,
    last_published: null,
  })
  await empty.close()
})
