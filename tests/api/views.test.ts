import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { EXPANSIONS } from '../../src/record/statements/schema.ts'
import { runs } from '../support/runs.ts'
import { type Contract, readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'
import { FACTS } from './filter-oracle.ts'
import { insertRandomRecord, RANDOM_RECORD } from './random-record.ts'

let service: EmptyService
let contract: Contract

beforeAll(async () => {
  service = await emptyService()
  await insertRandomRecord(service.database)
  contract = await readContract(service.app)
})
afterAll(() => service.close())
afterEach(() => vi.restoreAllMocks())

const known = FACTS.find(
  ({ statement, official, organization }) => statement.status === 'machine' && official && organization,
)!
const URLS = {
  listOfficials: '/v1/officials',
  getOfficial: `/v1/officials/${known.official!.slug}`,
  listOrganizations: '/v1/organizations',
  getOrganization: `/v1/organizations/${known.organization!.slug}`,
  listStatements: '/v1/statements?limit=10',
  listStatementsOfArticle: `/v1/articles/${known.article.id}/statements`,
  getStatement: `/v1/statements/${known.statement.id}`,
  getDate: '/v1/dates/2024-09?limit=10',
  listArticles: '/v1/articles?limit=10',
  getArticle: `/v1/articles/${known.article.id}`,
}

type Item = Record<string, unknown>

/** Reads an answer of an operation, and checks that it has the described form: whole, or reduced by `fields`. */
async function itemsOf(id: string, url: string): Promise<Item[]> {
  const { statusCode: status, body, headers } = await service.app.inject(url)
  const answer = { status, body, contentType: String(headers['content-type']) }
  const isSparse = url.includes('fields=')
  expect(contract.faultOf(contract.operation(id), { ...answer, isSparse }), url).toBeNull()
  const parsed = JSON.parse(body) as Item & { items?: Item[] }
  return parsed.items ?? [parsed]
}

async function itemsAt(url: string): Promise<Item[]> {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  const body = answer.json<Item & { items?: Item[] }>()
  return body.items ?? [body]
}

const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`

describe.each(Object.entries(URLS))('fields of %s', (id, url) => {
  it('returns exactly the named keys with their values', async () => {
    const whole = await itemsOf(id, url)
    expect(whole.length).toBeGreaterThan(0)
    const keys = contract.operation(id).parameters.find(({ name }) => name === 'fields')!.schema.items!.enum!
    expect(Object.keys(whole[0]!).sort()).toEqual([...keys].sort())
    await fc.assert(
      fc.asyncProperty(fc.subarray([...keys], { minLength: 1 }), async (fields) => {
        const cut = await itemsOf(id, withQuery(url, `fields=${fields.join(',')}`))
        expect(cut).toEqual(whole.map((item) => Object.fromEntries(fields.map((key) => [key, item[key]]))))
      }),
      runs(8),
    )
  })

  it('has its own schema: without it, the document requires every field', async () => {
    const sparse = withQuery(url, 'fields=id')
    const { statusCode: status, body, headers } = await service.app.inject(sparse)
    const answer = { status, body, contentType: String(headers['content-type']) }
    expect(contract.faultOf(contract.operation(id), answer)).toContain('must have required property')
  })

  it('suggests the right name for a misspelt field', async () => {
    for (const [wrong, right] of [
      ['sulg', 'slug'],
      ['staments', 'statements'],
      ['spekaer', 'speaker'],
      ['recordd', 'recorded'],
    ] as const) {
      const answer = await service.app.inject(withQuery(url, `fields=id,${wrong}`))
      const [fault] = answer.json().errors
      expect([answer.statusCode, fault.parameter]).toEqual([400, 'fields'])
      const operation = contract.operation(id).parameters.find(({ name }) => name === 'fields')!
      if (operation.schema.items!.enum!.includes(right)) expect(fault.message).toContain(`"${right}"`)
    }
  })
})

const one = async (url: string): Promise<Item> => (await itemsAt(url))[0]!

describe('expand', () => {
  it('returns each resource in full, equal to its own endpoint', async () => {
    const statements = (await itemsAt('/v1/statements?limit=20&expand=official,organization,article')) as {
      speaker: { official: Item | null; organization: Item | null }
      article: Item
    }[]
    for (const { speaker, article } of statements) {
      if (speaker.official)
        expect(speaker.official).toEqual(await one(`/v1/officials/${speaker.official['id']}`))
      if (speaker.organization)
        expect(speaker.organization).toEqual(await one(`/v1/organizations/${speaker.organization['slug']}`))
      expect(article).toEqual(await one(`/v1/articles/${article['id']}`))
    }
    expect(statements.filter(({ speaker }) => speaker.official).length).toBeGreaterThan(2)
    expect(statements.filter(({ speaker }) => speaker.organization).length).toBeGreaterThan(2)
  })

  it('changes nothing else in any list of statements', async () => {
    for (const url of [URLS.listStatements, URLS.getStatement, URLS.getDate, URLS.listStatementsOfArticle]) {
      const plain = await itemsAt(url)
      const whole = await itemsAt(withQuery(url, 'expand=article'))
      expect(whole.map(({ article: _article, ...rest }) => rest)).toEqual(
        plain.map(({ article: _article, ...rest }) => rest),
      )
      for (const [index, item] of whole.entries()) {
        const { id } = plain[index]!['article'] as Item
        expect(item['article']).toMatchObject({ id, links: {} })
      }
    }
  })

  it('expands only one level', async () => {
    for (const expand of ['speaker', 'official.positions', 'articles', 'snapshot', '*', '']) {
      const answer = await service.app.inject(`/v1/statements?expand=${expand}`)
      expect([expand, answer.statusCode]).toEqual([expand, 400])
    }
  })
})

/** Records the SQL statements of a request. */
async function sqlOf(url: string): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  await itemsAt(url)
  const sent = query.mock.calls.map(([config]) => (config as unknown as { text: string }).text)
  query.mockRestore()
  return sent
}

describe('the number of SQL statements of a list', () => {
  it.each([...EXPANSIONS, EXPANSIONS.join(','), ''])(
    'is at most two, and one more for a filter that names a record, however much is expanded: "%s"',
    async (expand) => {
      const expanded = expand === '' ? 'fields=id' : `expand=${expand}`
      for (const [url, most] of [
        ['/v1/statements?limit=100', 2],
        [URLS.listStatementsOfArticle, 3],
        [URLS.getStatement, 2],
      ] as const) {
        const sent = await sqlOf(withQuery(url, expanded))
        expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(most)
        expect(sent.length).toBeGreaterThan(0)
      }
    },
  )

  it('does not grow with the length of the list', async () => {
    for (const path of [
      '/v1/officials',
      '/v1/organizations',
      '/v1/articles',
      '/v1/dates',
      '/v1/statements',
    ]) {
      // The first request also counts what the next requests read from the cache.
      await sqlOf(`${path}?limit=2`)
      const [short, long] = [await sqlOf(`${path}?limit=1`), await sqlOf(`${path}?limit=100`)]
      expect(long.length).toBe(short.length)
      expect(long.length).toBeLessThanOrEqual(3)
    }
  })

  it('is one for a client whose ETag still matches', async () => {
    const { headers } = await service.app.inject('/v1/statements')
    const query = vi.spyOn(pg.Client.prototype, 'query')
    const again = await service.app.inject({
      url: '/v1/statements',
      headers: { 'if-none-match': String(headers.etag) },
    })
    expect([again.statusCode, query.mock.calls.length]).toEqual([304, 1])
  })
})

describe('count', () => {
  const countAt = async (url: string): Promise<number | null> =>
    (await service.app.inject(url)).json().page.count

  it('is returned only if the request asks for it', async () => {
    for (const [path, all] of [
      ['/v1/officials', RANDOM_RECORD.officials.length],
      ['/v1/organizations', RANDOM_RECORD.organizations.length],
      ['/v1/articles', RANDOM_RECORD.articles.length],
      [
        '/v1/statements',
        FACTS.filter(({ statement }) => !['retracted', 'rejected'].includes(statement.status)).length,
      ],
    ] as const) {
      expect(await countAt(path)).toBeNull()
      expect(await countAt(`${path}?count=none`)).toBeNull()
      expect(await countAt(`${path}?count=exact&limit=1`)).toBe(all)
      const estimate = (await countAt(`${path}?count=estimate&limit=1`))!
      expect(Number.isInteger(estimate)).toBe(true)
      expect(Math.abs(estimate - all)).toBeLessThanOrEqual(Math.max(1, all / 2))
    }
  })

  it('is the number of all matches on every page', async () => {
    const first = (await service.app.inject('/v1/statements?type=direct&count=exact&limit=5')).json()
    expect(await countAt(first.page.next)).toBe(first.page.count)
  })
})
