import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeStatement } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

/** Publishers as articles print them, with the number of statements of each article. */
const ARTICLES: readonly (readonly [publisher: string | null, statements: number])[] = [
  ['Morning Wire', 2],
  ['Morning Wire', 1],
  ['MORNING WIRE', 1],
  ['The Morning-Wire', 0],
  ['Évening Post', 1],
  ['Dow, Jones & Company', 1],
  ['Zeta', 0],
  ['***', 1],
  [null, 3],
]

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  const articles = ARTICLES.map(([publisher, count], index) =>
    makeArticle(`Article ${index}`, {
      publisher,
      sentences: Array.from({ length: count }, (_, n) => `Sentence ${n} of ${index}.`),
    }),
  )
  const statements = articles.flatMap((article) =>
    article.spans.map((_, n) => makeStatement(article, n, { status: n === 1 ? 'rejected' : 'machine' })),
  )
  await insertRecords(service.database.db, { articles, statements })
})
afterAll(() => service.close())

const ask = async (url: string) => {
  const answer = await service.app.inject(url)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}

it('the list of publishers has each publisher once, with its spellings and counts', async () => {
  const { items, page } = await ask('/v1/publishers?count=exact')
  expect(page.count).toBe(5)
  expect(
    items.map(({ name, articles, statements }: Record<string, { count: number }>) => [
      name,
      articles!.count,
      statements!.count,
    ]),
  ).toEqual([
    ['***', 1, 1],
    ['Dow, Jones & Company', 1, 1],
    ['Morning Wire', 4, 3],
    ['Zeta', 1, 0],
    ['Évening Post', 1, 1],
  ])
  expect(items[2].spellings).toEqual(['MORNING WIRE', 'Morning Wire', 'The Morning-Wire'])
  for (const { articles, statements, links } of items) {
    expect((await ask(`${links.articles}&count=exact`)).page.count).toBe(articles.count)
    expect((await ask(`${links.statements}&count=exact`)).page.count).toBe(statements.count)
  }
})

it('the list of publishers has pages in both directions', async () => {
  const walk = async (sort: string): Promise<string[]> => {
    const names: string[] = []
    let next: string | null = `/v1/publishers?sort=${sort}&limit=2`
    while (next !== null) {
      const { items, page } = await ask(next)
      names.push(...items.map(({ name }: { name: string }) => name))
      next = page.next
    }
    return names
  }
  const names = await walk('name')
  expect(names).toHaveLength(5)
  expect(await walk('-name')).toEqual(names.toReversed())
})

it.each([
  ['publisher=morning wire', 4],
  ['publisher=wire, MORNING', 4],
  ['publisher=evening post', 1],
  ['publisher=Post ÉVENING', 1],
  ['publisher=Dow, Jones %26 Company', 1],
  ['publisher=zeta,morning wire', 5],
  ['publisher=zeta&publisher=Dow, Jones %26 Company', 2],
])(
  'the filter finds a publisher regardless of case, accents and the order of words: %s',
  async (query, count) => {
    expect((await ask(`/v1/articles?${query}&count=exact`)).page.count).toBe(count)
  },
)
